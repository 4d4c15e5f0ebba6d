import {beforeEach, describe, expect, it} from 'vitest';
import {allAtOnce, ember, identifiersOf, quill} from '../../test/support/people.js';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {populate} from './populate.js';
import {
  bodyOf,
  clientWith,
  history,
  messages,
  openSession,
  pathOf,
  read,
  redactSession,
  type Page,
} from './test-support.js';

interface Session {
  readonly id: string;
  readonly status: string;
  readonly contact: {readonly id: string; readonly email: string};
}

let client: VendorClient;

beforeEach(() => {
  client = clientWith(populate([quill, ember]));
});

/** The sessions of somebody, the latest first. */
async function sessionsOf(email: string): Promise<readonly Session[]> {
  const {items} = await read<Page<Session>>(client, '/chat/sessions');
  return items.filter(({contact}) => contact.email === email);
}

/** Which of their identifiers are still in state or journal. */
async function traces(): Promise<string[]> {
  const everything = await client.everything();
  return identifiersOf(quill).filter((text) => everything.includes(text));
}

describe('people at OpenCX', () => {
  it('are contacts with all that is known of them', async () => {
    const {items} = await read<Page<object>>(client, '/contacts');
    expect(items).toHaveLength(2);
    expect(items).toContainEqual(
      expect.objectContaining({
        name: 'Quillfirst Quilllast',
        email: quill.email,
        phone_number: quill.phone,
        custom_data: {
          account_number: quill.accountNumber,
          company: quill.company,
          birthday: quill.birthday,
          street: quill.street,
          postcode: quill.postcode,
          city: quill.city,
        },
      }),
    );
  });

  it.each([
    ['their address', quill.email],
    ['their number', quill.phone],
    ['their name', 'Quillfirst Quilllast'],
  ])('are found by %s', async (_, text) => {
    const {contacts} = await read<{contacts: object[]}>(client, `/chat/sessions/search?q=${encodeURIComponent(text)}`);
    expect(contacts).toMatchObject([{email: quill.email}]);
  });

  it('OPENCX-51 are who a new session with their address is of', async () => {
    const [known] = await sessionsOf(quill.email);
    const session = await openSession(client, {contact: {email: quill.email}});
    expect(await read(client, `/chat/sessions/${session}`)).toMatchObject({contact: {id: known?.contact.id}});
  });

  it('have a session for each conversation, open as long as they wait for an answer', async () => {
    expect((await sessionsOf(quill.email)).map(({status}) => status)).toEqual(['open', 'closed_resolved']);
  });

  it('said what they said, in order, and an agent answered and left a comment', async () => {
    const [second] = await sessionsOf(quill.email);
    const items = await history(client, second?.id ?? '');
    expect(items.map(({event}) => [event.type, event.sender?.type, event.content?.text])).toEqual([
      ['message', 'contact', 'Quill question two'],
      ['message', 'human_agent', 'Quill answer two'],
      ['message', 'contact', 'Quill reply two'],
      [
        'human_agent_comment',
        undefined,
        'Spoke with Quillfirst Quilllast (account quill-account-71, 71 Quill Street, 71071 Quillville) at ' +
          '+12025550171; will write to quill-mail@customer.example.',
      ],
    ]);
  });

  it('are told in order where all was said at once', async () => {
    client = clientWith(populate([allAtOnce(quill)]));
    const [second] = (await read<Page<Session>>(client, '/chat/sessions')).items;
    const texts = (await history(client, second?.id ?? '')).map(({event}) => event.content?.text);
    expect(texts.slice(0, 3)).toEqual(['Quill question two', 'Quill answer two', 'Quill reply two']);
    expect(texts[3]).toMatch(/^Spoke with/);
  });

  it('sent a file with the first message, which can be opened', async () => {
    const [, first] = await sessionsOf(quill.email);
    const [message, ...others] = await messages(client, first?.id ?? '');
    expect(message?.event.attachments).toMatchObject([{name: 'quill-file.txt', size: 24, type: 'text/plain'}]);
    expect(others.flatMap(({event}) => event.attachments)).toEqual([]);
    const {text} = await client.call('GET', pathOf(message?.event.attachments?.[0]?.url ?? ''));
    expect(text).toBe('quill contents of a file');
  });

  it('are there with every letter of theirs', async () => {
    expect(await traces()).toEqual(identifiersOf(quill));
  });
});

describe('erasing one of them', () => {
  it('OPENCX-14, OPENCX-15 redacts what was said and sent; what redaction leaves alone is left (OPENCX-18…20)', async () => {
    for (const {id} of await sessionsOf(quill.email)) {
      expect(await redactSession(client, id)).toMatchObject({success: true, affectedCount: 1});
    }
    const {email, phone, street, city, postcode, company, birthday, accountNumber} = quill;
    const [firstName, lastName] = [quill.firstName, quill.lastName];
    const subjects = quill.conversations.map(({subject}) => subject);
    // The contact, and in the session its summaries, its custom data and the comment.
    const survivors = [firstName, lastName, email, phone, birthday, street, city, postcode, company, accountNumber];
    expect(await traces()).toEqual([...survivors, ...subjects]);
  });

  it('leaves nothing of the contact itself once that is removed', async () => {
    const [session] = await sessionsOf(quill.email);
    bodyOf(await client.call('DELETE', `/contacts/${session?.contact.id}`));
    const left = await traces();
    for (const own of [quill.birthday, quill.company]) expect(left).not.toContain(own);
    const {contacts} = await read<{contacts: object[]}>(client, `/chat/sessions/search?q=${quill.email}`);
    expect(contacts).toEqual([]);
  });

  it('leaves the others as they were', async () => {
    const sessions = await sessionsOf(ember.email);
    const before = await Promise.all(sessions.map(({id}) => history(client, id)));
    for (const {id} of await sessionsOf(quill.email)) await redactSession(client, id);
    expect(await Promise.all(sessions.map(({id}) => history(client, id)))).toEqual(before);
  });
});
