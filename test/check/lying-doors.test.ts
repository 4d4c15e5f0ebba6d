import {describe, expect, it} from 'vitest';
import type {BuiltIn} from '../../src/cli/check-built-in.js';
import {changed, checkLiar, findingsIn, type Lie, type VendorName} from './lies.js';

const without = 'every-operation-without-a-credential';
const wrong = 'every-operation-with-a-wrong-credential';

/** The value of a header that opens a vendor's operations. */
async function keyOf(vendor: VendorName, {base, credentials}: BuiltIn): Promise<string> {
  const {DIXA_API_KEY = '', OPENCX_API_KEY = '', SYMBL_APP_ID, SYMBL_APP_SECRET} = credentials;
  if (vendor === 'dixa') return DIXA_API_KEY;
  if (vendor === 'opencx') return `Bearer ${OPENCX_API_KEY}`;
  const answer = await fetch(`${base}/oauth2/token:generate`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({type: 'application', appId: SYMBL_APP_ID, appSecret: SYMBL_APP_SECRET}),
  });
  return `Bearer ${((await answer.json()) as {accessToken: string}).accessToken}`;
}

/** Lets somebody in who has no key, refuses in other words, with another status, and with what it was given. */
const doors: Readonly<
  Record<VendorName, readonly [letsIn: string, otherWords: string, otherStatus: string, echoes: string]>
> = {
  dixa: ['getTags', 'getQueues', 'getAgents', 'getWebhooks'],
  opencx: ['listContacts', 'listChatSessions', 'filterChatSessions', 'createContact'],
  symbl: ['getSettings', 'listConversations', 'listEntities', 'getMembers'],
};

describe.each(['dixa', 'opencx', 'symbl'] as const)('a server that lies at the door: %s', (vendor) => {
  it('is found out, without a credential and with a wrong one', async () => {
    const [letsIn, otherWords, otherStatus, echoes] = doors[vendor];
    const report = await checkLiar(vendor, [without, wrong], async (standin): Promise<readonly Lie[]> => [
      {operation: letsIn, hears: {authorization: await keyOf(vendor, standin)}},
      {operation: otherWords, says: changed('/message', 7)},
      {operation: otherStatus, says: (truth) => ({...truth, status: 418})},
      {
        operation: echoes,
        says: (truth) => ({...truth, headers: {...truth.headers, 'x-key': 'standin-no-such-credential'}}),
      },
    ]);
    const found = findingsIn(report);
    const either = (rest: string) => [`${without}/${rest}`, `${wrong}/${rest}`];
    expect([...found].sort()).toEqual(
      [
        ...either(`${letsIn}: broken criterion`),
        ...either(`${letsIn}: broken authentication`),
        ...either(`${otherWords}: broken authentication /message`),
        ...either(`${otherStatus}: broken authentication`),
        `${wrong}/${echoes}: broken authentication header: x-key`,
      ].sort(),
    );
  }, 120_000);
});

describe('a server whose refusals differ from the contract', () => {
  it('is found out by another message and by another documented status', async () => {
    const report = await checkLiar(
      'dixa',
      ['authentication'],
      [
        {
          operation: 'getOrganization',
          when: (target) => target.startsWith('/v1/'),
          says: (truth, target) => (truth.status === 401 ? changed('/message', 'Go away')(truth, target) : truth),
        },
        {operation: 'putConversationsConversationidFollowup', says: (truth) => ({...truth, status: 404})},
      ],
    );
    const found = findingsIn(report);
    expect(found).toContain('authentication/no-key: broken criterion /message');
    expect(found).toContain('authentication/path-before-body: broken criterion');
    const [first] = report.vendors[0]?.workflows[0]?.steps[0]?.failures ?? [];
    expect(first).toMatchObject({
      expected: "'Unauthorized'",
      got: '"Go away"',
      rules: [{id: 'DIXA-2'}],
      contract: {file: 'contracts/dixa/authentication.arazzo.yaml'},
    });
    expect(first?.curl).toMatch(/^curl -i 'http:\/\/127\.0\.0\.1:\d+\/dixa\/v1\/organization'$/);
  }, 120_000);
});
