import {beforeEach, describe, expect, it} from 'vitest';
import {ember, identifiersOf, quill} from '../../test/support/people.js';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {populate} from './populate.js';
import {membersOf, process, signedIn, texts, transcript} from './test-support.js';

interface Call {
  readonly id: string;
  readonly name: string;
  readonly members: readonly {readonly email?: string}[];
}

/** Files are sent along with mails; a call has none. */
const spoken = identifiersOf(quill).filter(
  (text) => !quill.conversations.some(({attachment}) => attachment?.name === text || attachment?.base64 === text),
);

let client: VendorClient;

beforeEach(async () => {
  client = await signedIn({}, {seeds: {symbl: populate([quill, ember])}});
});

/** The calls of somebody, the first one first. */
async function callsOf(email: string): Promise<readonly Call[]> {
  const {body} = await client.call('GET', '/v1/conversations?startTime=2020-01-01T00:00:00.000Z&limit=100');
  const {conversations} = body as {conversations: readonly Call[]};
  return conversations.filter(({members}) => members.some((member) => member.email === email));
}

async function traces(): Promise<string[]> {
  const everything = await client.everything();
  return spoken.filter((text) => everything.includes(text));
}

const introduction =
  'Hello, this is Quillfirst Quilllast from Quill Company. I was born on 1971-02-03 and live at 71 Quill Street, 71071 ' +
  'Quillville. My account is quill-account-71. Please call me at +12025550171 or write to quill-mail@customer.example.';

describe('people at Symbl', () => {
  it('called once for each conversation, and are members of it beside the agent', async () => {
    const calls = await callsOf(quill.email);
    expect(calls).toMatchObject([
      {
        name: 'Quill subject one',
        startTime: '2025-03-02T09:00:00.000Z',
        metadata: {topic: 'refund', account: quill.accountNumber, caller: 'Quillfirst Quilllast'},
      },
      {name: 'Quill subject two'},
    ]);
    expect(await membersOf(client, calls[0]?.id ?? '')).toMatchObject([
      {name: 'Quillfirst Quilllast', email: quill.email},
      {name: 'Kim Placeholder'},
    ]);
  });

  it('say who they are, then what they called for, one after the other', async () => {
    const [, second] = await callsOf(quill.email);
    const messages = await transcript(client, second?.id ?? '');
    expect(messages.map(({text, from}) => [from.name, text])).toEqual([
      ['Quillfirst Quilllast', introduction],
      ['Quillfirst Quilllast', 'Quill question two'],
      ['Kim Placeholder', 'Quill answer two'],
      ['Quillfirst Quilllast', 'Quill reply two'],
    ]);
    const times = messages.flatMap(({startTime, endTime}) => [startTime, endTime]);
    expect(times).toEqual([...times].sort());
    // Three words take 1.2 seconds (SYMBL-33).
    expect(messages.slice(1).map(({duration}) => duration)).toEqual([1.2, 1.2, 1.2]);
    expect(second).toMatchObject({startTime: times[0], endTime: times.at(-1)});
  });

  it('SYMBL-31 are followed by what is added later', async () => {
    const [first] = await callsOf(quill.email);
    await process(client, ['Added later'], {to: first?.id ?? ''});
    expect((await texts(client, first?.id ?? '')).at(-1)).toBe('Added later');
  });

  it('are hidden where a transcript is read redacted', async () => {
    const [first] = await callsOf(quill.email);
    const [redacted = ''] = await texts(client, first?.id ?? '', 'redact=true');
    expect(redacted).toMatch(/^Hello, this is \[PERSON_NAME\d*\]/);
    for (const hidden of [quill.phone, quill.email, quill.lastName]) expect(redacted).not.toContain(hidden);
  });

  it('are there with every letter of theirs, but for what cannot be said', async () => {
    expect(await traces()).toEqual(spoken);
  });
});

describe('erasing one of them', () => {
  it('SYMBL-81 takes everything when their calls are deleted', async () => {
    for (const {id} of await callsOf(quill.email)) {
      expect((await client.call('DELETE', `/v1/conversations/${id}`)).status).toBe(200);
    }
    expect(await traces()).toEqual([]);
    expect(await callsOf(quill.email)).toEqual([]);
  });

  it('leaves the others as they were', async () => {
    const all = async () => Promise.all((await callsOf(ember.email)).map(({id}) => texts(client, id)));
    const before = await all();
    for (const {id} of await callsOf(quill.email)) await client.call('DELETE', `/v1/conversations/${id}`);
    expect(await all()).toEqual(before);
    expect(before.flat()).toHaveLength(7);
  });
});
