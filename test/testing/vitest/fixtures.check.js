import {test as base} from 'vitest';
import {standinFixtures} from 'standin/vitest';

const test = base.extend(standinFixtures({vendors: ['dixa'], scenario: 'open-conversation'}));
const anonymize = 'dixa.patchConversationsConversationidAnonymize';
const stands = new Set();

for (const times of [1, 2, 3]) {
  test.concurrent(`${times} calls in a sandbox of its own`, async ({standin, sandbox, expect}) => {
    stands.add(standin);
    const {DIXA_BASE_URL, DIXA_API_KEY} = sandbox.info.vendors.dixa.env;
    for (let call = 0; call < times; call += 1) {
      const url = `${DIXA_BASE_URL}/v1/conversations/10749/anonymize`;
      await fetch(url, {method: 'PATCH', headers: {authorization: DIXA_API_KEY}});
    }
    await expect(sandbox).toHaveReceived(anonymize, {times, status: 409});
    await expect(sandbox).toConformToContract();
  });
}

test('one stand-in served all of them', ({standin, expect}) => {
  expect([...stands]).toEqual([standin]);
});
