import {expect, test} from 'vitest';
import {useStandin} from 'standin/vitest';

const dixa = useStandin({vendors: ['dixa'], strict: true});
const anonymize = 'dixa.patchConversationsConversationidAnonymize';

function call(path, init = {}) {
  const {DIXA_BASE_URL, DIXA_API_KEY} = dixa.sandbox.info.vendors.dixa.env;
  const type = init.body === undefined ? {} : {'content-type': 'application/json'};
  return fetch(DIXA_BASE_URL + path, {...init, headers: {authorization: DIXA_API_KEY, ...type}});
}

test('a client calls over HTTP, and all matchers pass', async () => {
  expect((await call('/v1/conversations/10749/anonymize', {method: 'PATCH'})).status).toBe(202);
  await expect(dixa.sandbox).toHaveReceived(anonymize, {times: 1, status: 202});
  await expect(dixa.sandbox).toConformToContract();
  await expect(dixa.standin).not.toHaveReceived(anonymize);
});

test('toHaveErased passes once the person is gone, and not before', async () => {
  const ada = {emails: ['ada@example.org']};
  const added = await call('/v1/endusers', {
    method: 'POST',
    body: JSON.stringify({displayName: 'Ada', email: ada.emails[0]}),
  });
  const {data} = await added.json();
  await expect(dixa.sandbox).not.toHaveErased(ada);
  expect((await call(`/v1/endusers/${data.id}/anonymize`, {method: 'PATCH'})).status).toBe(202);
  await expect(dixa.sandbox).not.toHaveErased(ada);
  await dixa.sandbox.clock.advance('PT1H');
  await expect(dixa.sandbox).toHaveErased(ada);
});

test('each test has a sandbox of its own', async () => {
  await expect(dixa.sandbox).not.toHaveReceived(anonymize);
  expect(dixa.sandbox.id).not.toBe('default');
});
