import {byTimer, call, type Account, type Wait} from './account.js';

/** The team's accounts at the vendors. */
export interface Accounts {
  readonly dixa: Account;
  readonly opencx: Account;
}

/** What was erased. */
export interface Erased {
  /** End users at Dixa, each with all of their conversations. */
  readonly endUsers: number;
  /** Chat sessions at OpenCX. */
  readonly sessions: number;
}

/** Dixa has not carried out an anonymization yet. Ask for it again with `untilProcessed`. */
export class NotYet extends Error {
  /** @param request id of what Dixa accepted. */
  constructor(readonly request: string) {
    super(`Dixa has not carried out the anonymization ${request} in ${(pollSeconds * mostPolls) / 60} minutes.`);
    this.name = 'NotYet';
  }
}

/** OpenCX says that a session is redacted, and its history still shows a text. */
export class StillThere extends Error {
  constructor(session: string) {
    super(`The history of the session ${session} still shows what was said in it.`);
    this.name = 'StillThere';
  }
}

const pollSeconds = 5;
const mostPolls = 120;

/**
 * Erases a person at Dixa and at OpenCX, and returns when both are done.
 *
 * @param email the address by which both vendors know the person.
 * @throws Refused when a vendor refuses; NotYet when Dixa is not done after ten minutes; StillThere when OpenCX does not do what it says.
 */
export async function erasePerson(email: string, accounts: Accounts, wait = byTimer): Promise<Erased> {
  const endUsers = await eraseAtDixa(email, accounts.dixa, wait);
  const sessions = await eraseAtOpenCx(email, accounts.opencx, wait);
  return {endUsers, sessions};
}

async function eraseAtDixa(email: string, account: Account, wait: Wait): Promise<number> {
  const query = `?email=${encodeURIComponent(email)}`;
  const {data: people} = await call<{data: {id: string}[]}>(account, ['GET', `/v1/endusers${query}`], wait);
  for (const {id} of people) {
    // Open conversations are closed first; without force they would be refused.
    const path = `/v1/endusers/${id}/anonymize?force=true`;
    const {data: request} = await call<{data: {id: string}}>(account, ['PATCH', path], wait);
    await untilProcessed(request.id, account, wait);
  }
  return people.length;
}

/**
 * Waits for an anonymization. Dixa only accepts; there is no status, and `processedAt` is the one sign that it is done.
 *
 * @throws Refused when Dixa refuses; NotYet when it is not done after ten minutes.
 */
export async function untilProcessed(id: string, account: Account, wait: Wait): Promise<void> {
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const path = `/v1/anonymization/request/${id}`;
    const {data} = await call<{data: {processedAt?: string}}>(account, ['GET', path], wait);
    if (data.processedAt !== undefined) return;
    await wait(pollSeconds);
  }
  throw new NotYet(id);
}

interface Contact {
  readonly id: string;
  readonly email: string | null;
}
interface Session {
  readonly id: string;
  readonly contact?: Contact;
}
interface Happening {
  readonly event: {readonly type: string; readonly content?: {readonly text?: string}};
}

async function eraseAtOpenCx(email: string, account: Account, wait: Wait): Promise<number> {
  const contacts = (await all<Contact>('/contacts', account, wait)).filter((contact) => contact.email === email);
  const sessions = (await all<Session>('/chat/sessions', account, wait)).filter(
    (session) => session.contact?.email === email,
  );
  for (const {id} of sessions) {
    await call(account, ['POST', '/redaction/session', {sessionId: id, reason: 'Erasure request'}], wait);
    await seeRedacted(id, account, wait);
  }
  // Redaction leaves the contact as it is. It goes last: afterwards nobody knows whose the sessions were.
  for (const {id} of contacts) await call(account, ['DELETE', `/contacts/${id}`], wait);
  return sessions.length;
}

/** What OpenCX says that it has done, its history shows. */
async function seeRedacted(session: string, account: Account, wait: Wait): Promise<void> {
  const history = await all<Happening>(`/chat/sessions/${session}/history`, account, wait);
  const messages = history.filter(({event}) => event.type === 'message');
  if (messages.some(({event}) => event.content?.text !== '[REDACTED]')) throw new StillThere(session);
}

/** All pages of a list. */
async function all<Item>(path: string, account: Account, wait: Wait): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: {items: Item[]; next: string | null} = await call(account, ['GET', path + query], wait);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
