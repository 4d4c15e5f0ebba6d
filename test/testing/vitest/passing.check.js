import {expect, test} from 'vitest';
import {useStandin} from 'standin/vitest';

const dixa = useStandin({vendors: ['dixa'], strict: true});
const anonymize = 'dixa.patchConversationsConversationidAnonymize';

function call(path, init = {}) {
  const {DIXA_BASE_URL, DIXA_API_KEY} = dixa.sandbox.info.vendors.dixa.env;
  const type = init.body === undefined ? {} : {'content-type': 'application/json'};
  return fetch(DIXA_BASE_URL + path, {...init, headers: {authorization: DIXA_API_KEY, ...type}});
}

/** Waits by the sandbox's clock until Dixa has carried out what it accepted: a strict test looks after what it began. */
async function carriedOut(accepted) {
  const {data: request} = await accepted.json();
  await dixa.sandbox.clock.advance('PT1H');
  const {data} = await (await call(`/v1/anonymization/request/${request.id}`)).json();
  expect(data).toHaveProperty('processedAt');
}

test('a client calls over HTTP, and all matchers pass', async () => {
  await carriedOut(await call('/v1/conversations/10749/anonymize', {method: 'PATCH'}));
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
  const accepted = await call(`/v1/endusers/${data.id}/anonymize`, {method: 'PATCH'});
  await expect(dixa.sandbox).not.toHaveErased(ada);
  await carriedOut(accepted);
  await expect(dixa.sandbox).toHaveErased(ada);
});

test('each test has a sandbox of its own', async () => {
  await expect(dixa.sandbox).not.toHaveReceived(anonymize);
  expect(dixa.sandbox.id).not.toBe('default');
});
