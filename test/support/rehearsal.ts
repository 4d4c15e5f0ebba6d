/** A client that erases somebody at each vendor, as an operator's own program would: by the vendors' APIs alone. */
import {createStandin, type PlantedCanary, type Standin, type StandinOptions} from '../../src/index.js';

export const vendorNames = ['dixa', 'opencx', 'symbl'] as const;
export type VendorName = (typeof vendorNames)[number];

/** Calls a vendor with the sandbox's credentials. The answer must be a success. */
export type AskVendor = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

/** What a client does at one vendor about one person. */
export interface Client {
  /** Reads, searches, writes and listens, as people do before anybody asks for an erasure. */
  work(person: PlantedCanary): Promise<void>;
  /** Erases the person by all calls that the vendor has for it. They may be carried out later. */
  erase(person: PlantedCanary): Promise<void>;
}

/** A stand-in with a client of each vendor. */
export interface Rehearsal {
  readonly standin: Standin;
  readonly ask: AskVendor;
  readonly clients: Readonly<Record<VendorName, Client>>;
  /** The bodies of all webhooks that left. */
  readonly sent: readonly string[];
}

/** Its clock stands still until it is moved; receivers of its webhooks repeat what they were sent. */
export async function rehearse(options: StandinOptions = {}): Promise<Rehearsal> {
  const sent: string[] = [];
  const standin = await createStandin({
    randomSeed: 1,
    clock: () => Date.parse('2026-01-05T09:00:00.000Z'),
    behaviours: {'opencx.webhook_url': 'https://hooks.example.org/opencx'},
    outgoing: {
      send: async ({body}) => {
        sent.push(body);
        return {status: 200, body: `Received ${body}`};
      },
    },
    ...options,
  });
  const ask = await askerOf(standin);
  return {standin, ask, sent, clients: {dixa: dixaClient(ask), opencx: opencxClient(ask), symbl: symblClient(ask)}};
}

async function askerOf(standin: Standin): Promise<AskVendor> {
  const {dixa, opencx, symbl} = standin.info.vendors;
  const authorization: Record<string, string | undefined> = {
    dixa: dixa?.env.DIXA_API_KEY,
    opencx: `Bearer ${opencx?.env.OPENCX_API_KEY}`,
  };
  const ask: AskVendor = async <T>(method: string, path: string, body?: unknown) => {
    const credential = authorization[path.split('/')[1] ?? ''];
    const answer = await standin.fetch(path, {
      method,
      headers: {...(credential !== undefined && {authorization: credential}), 'content-type': 'application/json'},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = symbl?.env ?? {};
  const application = {type: 'application', appId, appSecret};
  const {accessToken} = await ask<{accessToken: string}>('POST', '/symbl/oauth2/token:generate', application);
  authorization.symbl = `Bearer ${accessToken}`;
  return ask;
}

/** All that is known of somebody, in one sentence. */
export function sentenceAbout({identifiers}: PlantedCanary): string {
  const {firstName, lastName, email, phone, accountNumber, birthday, street, city, company} = identifiers;
  return `${firstName} ${lastName} of ${company}, born on ${birthday}, ${street}, ${city}: ${phone}, ${email}, ${accountNumber}.`;
}

const events = ['ConversationOpen', 'ConversationClosed', 'ConversationNoteAdded', 'ConversationMessageAdded'];

function dixaClient(ask: AskVendor): Client {
  interface Data<T> {
    readonly data: T;
  }
  const userOf = async ({identifiers}: PlantedCanary) => {
    const {data} = await ask<Data<{id: string}[]>>('GET', `/dixa/v1/endusers?email=${identifiers.email}`);
    return data[0]?.id ?? 'nobody';
  };
  const conversationsOf = async (user: string) =>
    (await ask<Data<{id: number}[]>>('GET', `/dixa/v1/endusers/${user}/conversations`)).data.map(({id}) => id);
  return {
    work: async (person) => {
      const hook = {name: 'Receiver', url: 'https://hooks.example.org/dixa', authorization: {_type: 'NoAuth'}, events};
      await ask('POST', '/dixa/v1/webhooks', hook);
      const text = sentenceAbout(person);
      for (const id of await conversationsOf(await userOf(person))) {
        const path = `/dixa/v1/conversations/${id}`;
        await ask('PUT', `${path}/reopen`);
        await ask('POST', `${path}/messages`, {_type: 'Inbound', content: {_type: 'Text', value: text}});
        await ask('POST', `${path}/notes`, {message: text});
        await ask('PUT', `${path}/close`);
        for (const what of ['', '/messages', '/notes', '/ratings', '/activitylog']) await ask('GET', path + what);
      }
      await ask('POST', '/dixa/v1/search/conversations', {query: {value: person.identifiers.lastName}});
    },
    erase: async (person) => void (await ask('PATCH', `/dixa/v1/endusers/${await userOf(person)}/anonymize`)),
  };
}

function opencxClient(ask: AskVendor): Client {
  const sessionsOf = async ({identifiers: {email}}: PlantedCanary) => {
    const {items} = await ask<{items: {id: string; contact?: {id: string; email: string | null}}[]}>(
      'GET',
      '/opencx/chat/sessions',
    );
    return items.filter(({contact}) => contact?.email === email);
  };
  return {
    work: async (person) => {
      const text = sentenceAbout(person);
      for (const {id} of await sessionsOf(person)) {
        const attachments = [{name: `${person.identifiers.lastName}.txt`, base64: btoa(text), mime_type: 'text/plain'}];
        await ask('POST', `/opencx/chat/sessions/${id}/send`, {message: {type: 'text', text, attachments}});
        for (const what of ['', '/history']) await ask('GET', `/opencx/chat/sessions/${id}${what}`);
      }
      await ask('GET', `/opencx/chat/sessions/search?q=${person.identifiers.lastName}`);
    },
    erase: async (person) => {
      const sessions = await sessionsOf(person);
      for (const {id} of sessions) await ask('POST', '/opencx/redaction/session', {sessionId: id});
      const contacts = new Set(sessions.flatMap(({contact}) => contact?.id ?? []));
      for (const id of contacts) await ask('DELETE', `/opencx/contacts/${id}`);
    },
  };
}

function symblClient(ask: AskVendor): Client {
  const callsOf = async ({identifiers: {email}}: PlantedCanary) => {
    const {conversations} = await ask<{conversations: {id: string; members: {email?: string}[]}[]}>(
      'GET',
      '/symbl/v1/conversations?startTime=2000-01-01T00:00:00.000Z&limit=1000',
    );
    return conversations.filter(({members}) => members.some((one) => one.email === email)).map(({id}) => id);
  };
  return {
    work: async (person) => {
      const {email: userId, firstName: name} = person.identifiers;
      for (const id of await callsOf(person)) {
        const messages = [{payload: {content: sentenceAbout(person)}, from: {userId, name}}];
        const submission = {messages, webhookUrl: 'https://hooks.example.org/symbl', detectPhrases: true};
        const {jobId} = await ask<{jobId: string}>('PUT', `/symbl/v1/process/text/${id}`, submission);
        for (const _ of ['in_progress', 'completed']) await ask('GET', `/symbl/v1/job/${jobId}`);
        for (const what of ['', '/messages', '/messages?redact=true', '/members', '/entities', '/topics'])
          await ask('GET', `/symbl/v1/conversations/${id}${what}`);
      }
    },
    erase: async (person) => {
      for (const id of await callsOf(person)) await ask('DELETE', `/symbl/v1/conversations/${id}`);
    },
  };
}
