/** The support desk's own client of both vendors. It knows their real addresses, and nothing of a stand-in. */

/** A conversation as the desk lists it. */
export interface Conversation {
  readonly vendor: 'OpenCX' | 'Dixa';
  readonly id: string;
  readonly title: string;
  readonly state: string;
  /** Dixa has removed everything personal from it. */
  readonly anonymized: boolean;
}

/** A message as the desk shows it. */
export interface Message {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  /** Absent when the vendor has removed it. */
  readonly text: string | undefined;
}

/** A vendor refused; the message is the vendor's own. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Credentials of both vendors. */
export interface Keys {
  readonly opencx: string;
  readonly dixa: string;
}

/** What an agent can do with the conversations of the person who has an e-mail address. */
export class Desk {
  constructor(
    readonly email: string,
    private readonly keys: Keys,
  ) {}

  /** All conversations, wherever they were held. */
  async conversations(): Promise<readonly Conversation[]> {
    const [{items: sessions}, {data: people}] = await Promise.all([
      this.#opencx<{items: Session[]}>('GET', '/chat/sessions'),
      this.#dixa<{data: {id: string}[]}>('GET', `/v1/endusers?email=${encodeURIComponent(this.email)}`),
    ]);
    const chats = sessions
      .filter(({contact}) => contact?.email === this.email)
      .map(({id, ticket_number, status}) => ({
        vendor: 'OpenCX' as const,
        id,
        title: `Chat ${ticket_number}`,
        state: status,
        anonymized: false,
      }));
    const held = people.map(({id}) => this.#dixa<{data: Held[]}>('GET', `/v1/endusers/${id}/conversations`));
    const conversations = (await Promise.all(held)).flatMap(({data}) => data.map(conversationOf));
    return [...chats, ...conversations];
  }

  /** The messages of a conversation, oldest first. */
  async messages({vendor, id}: Conversation): Promise<readonly Message[]> {
    if (vendor === 'Dixa') {
      const {data} = await this.#dixa<{data: Mail[]}>('GET', `/v1/conversations/${id}/messages`);
      return data.map(messageOf);
    }
    const {items} = await this.#opencx<{items: HistoryItem[]}>('GET', `/chat/sessions/${id}/history`);
    return items
      .filter(({event}) => event.type === 'message')
      .map(({id, created_at, event}) => ({
        id,
        at: created_at,
        author: event.sender?.name ?? event.sender?.type ?? '',
        text: event.content?.text === '[REDACTED]' ? undefined : event.content?.text,
      }));
  }

  /** Has OpenCX redact one message. It is done at once. */
  async redact({id}: Message): Promise<void> {
    await this.#opencx('POST', '/redaction/message', {messageId: id, reason: 'Asked for by the customer'});
  }

  /**
   * Asks Dixa to anonymize a conversation. @param force closes it first.
   * @returns the request's id, by which {@link processedAt} tells whether it is done.
   * @throws Refused with 409 for one that is not closed.
   */
  async anonymize({id}: Conversation, force: boolean): Promise<string> {
    const path = `/v1/conversations/${id}/anonymize${force ? '?force=true' : ''}`;
    return (await this.#dixa<{data: {id: string}}>('PATCH', path)).data.id;
  }

  /** When an anonymization was carried out; undefined as long as it was not. */
  async processedAt(request: string): Promise<string | undefined> {
    const path = `/v1/anonymization/request/${request}`;
    return (await this.#dixa<{data: {processedAt?: string}}>('GET', path)).data.processedAt;
  }

  #opencx<Body>(method: string, path: string, body?: object): Promise<Body> {
    return call(method, `https://api.open.cx${path}`, `Bearer ${this.keys.opencx}`, body);
  }

  #dixa<Body>(method: string, path: string): Promise<Body> {
    return call(method, `https://dev.dixa.io${path}`, this.keys.dixa);
  }
}

async function call<Body>(method: string, url: string, authorization: string, body?: object): Promise<Body> {
  const headers = {authorization, ...(body && {'content-type': 'application/json'})};
  const response = await fetch(url, {method, headers, ...(body && {body: JSON.stringify(body)})});
  const answer = (await response.json()) as Body & {message?: string};
  if (!response.ok) throw new Refused(response.status, answer.message ?? response.statusText);
  return answer;
}

interface Session {
  readonly id: string;
  readonly ticket_number: number;
  readonly status: string;
  readonly contact?: {readonly email: string | null};
}
interface HistoryItem {
  readonly id: string;
  readonly created_at: string;
  readonly event: {
    readonly type: string;
    readonly sender?: {readonly type: string; readonly name?: string};
    readonly content?: {readonly text: string};
  };
}
interface Held {
  readonly id: number;
  readonly _type: string;
  readonly state: string;
  readonly subject?: string;
}
interface Content {
  readonly _type: string;
  readonly value: string;
}
interface Mail {
  readonly id: string;
  readonly createdAt: string;
  readonly attributes: {
    readonly direction: string;
    readonly from?: {readonly name?: string};
    readonly content?: Content;
    readonly emailContent?: {readonly content?: Content};
  };
}

function conversationOf({id, _type, state, subject}: Held): Conversation {
  const anonymized = _type === 'AnonymizedConversation';
  return {vendor: 'Dixa', id: String(id), title: subject ?? `Conversation ${id}`, state, anonymized};
}

function messageOf({id, createdAt, attributes}: Mail): Message {
  const {direction, from, content = attributes.emailContent?.content} = attributes;
  return {
    id,
    // Dixa writes a zone's name behind the instant.
    at: createdAt.replace(/\[.*\]$/, ''),
    author: from?.name ?? (direction === 'Inbound' ? 'Customer' : 'Agent'),
    text: content && plainText(content),
  };
}

function plainText({_type, value}: Content): string {
  if (_type !== 'Html') return value;
  return new DOMParser().parseFromString(value, 'text/html').body.textContent;
}
