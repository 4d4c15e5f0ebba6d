import {expect, test} from 'vitest';
import {useStandin} from 'standin/vitest';

const dixa = useStandin({vendors: ['dixa'], strict: true});
const anonymize = 'dixa.patchConversationsConversationidAnonymize';

function call(path, init = {}) {
  const {DIXA_BASE_URL, DIXA_API_KEY} = dixa.sandbox.info.vendors.dixa.env;
  return fetch(DIXA_BASE_URL + path, {...init, headers: {authorization: DIXA_API_KEY}});
}

test('a client calls over HTTP, and all matchers pass', async () => {
  expect((await call('/v1/conversations/10749/anonymize', {method: 'PATCH'})).status).toBe(202);
  await expect(dixa.sandbox).toHaveReceived(anonymize, {times: 1, status: 202});
  await expect(dixa.sandbox).toHaveErased({emails: ['nobody@example.org']});
  await expect(dixa.sandbox).toConformToContract();
  await expect(dixa.standin).not.toHaveReceived(anonymize);
});

test('each test has a sandbox of its own', async () => {
  await expect(dixa.sandbox).not.toHaveReceived(anonymize);
  expect(dixa.sandbox.id).not.toBe('default');
});
