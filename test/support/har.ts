import type {RecordedExchange} from '../../src/traffic/exchange.js';

/** The parts of a HAR 1.2 that a judge needs; what the format asks for besides is filled in. */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: {readonly name: string; readonly version: string};
    readonly entries: readonly HarEntry[];
  };
}

interface NameValue {
  readonly name: string;
  readonly value: string;
}

interface HarMessage {
  readonly httpVersion: string;
  readonly headers: readonly NameValue[];
  readonly cookies: readonly never[];
  readonly headersSize: -1;
  readonly bodySize: number;
}

export interface HarEntry {
  /** ISO 8601 */
  readonly startedDateTime: string;
  /** Milliseconds, as are the timings. */
  readonly time: number;
  readonly request: HarMessage & {
    readonly method: string;
    readonly url: string;
    readonly queryString: readonly NameValue[];
    readonly postData?: {readonly mimeType: string; readonly text: string};
  };
  readonly response: HarMessage & {
    readonly status: number;
    readonly statusText: string;
    readonly redirectURL: string;
    readonly content: {
      readonly size: number;
      readonly mimeType: string;
      readonly text: string;
      readonly encoding?: 'base64';
    };
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: {readonly send: number; readonly wait: number; readonly receive: number};
}

/** Calls like `fetch` and keeps what went over the wire. */
export class HarRecorder {
  readonly #entries: HarEntry[] = [];

  /** @returns the answer, whose body can still be read. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const started = new Date();
    const sent = new Request(url, init);
    const body = await sent.clone().text();
    const answer = await fetch(sent);
    const bytes = Buffer.from(await answer.clone().arrayBuffer());
    const time = Date.now() - started.getTime();
    this.#entries.push({
      startedDateTime: started.toISOString(),
      time,
      request: requestOf(sent, body),
      response: responseOf(answer, bytes),
      cache: {},
      timings: {send: 0, wait: time, receive: 0},
    });
    return answer;
  }

  /** All calls so far. */
  get har(): Har {
    return {log: {version: '1.2', creator: {name: 'standin', version: '0'}, entries: [...this.#entries]}};
  }
}

/** The exchanges of a HAR with one server. @param base what stands before the vendor's own path there. */
export function exchangesOf(har: Har, base: string): RecordedExchange[] {
  return har.log.entries.map(({request, response}) => {
    if (!request.url.startsWith(`${base}/`)) throw new Error(`${request.url} is not below ${base}.`);
    const [path = '', query = ''] = request.url.slice(base.length).split('?');
    const {text, encoding} = response.content;
    const body = encoding === 'base64' ? Buffer.from(text, 'base64').toString('latin1') : text;
    return {
      request: {
        method: request.method,
        path,
        query,
        headers: recordOf(request.headers),
        ...(request.postData && {body: request.postData.text}),
      },
      response: {
        status: response.status,
        headers: recordOf(response.headers),
        ...(body !== '' && {body}),
      },
    };
  });
}

function requestOf({method, url, headers}: Request, body: string): HarEntry['request'] {
  return {
    ...message(headers, body.length),
    method,
    url,
    queryString: [...new URL(url).searchParams].map(([name, value]) => ({name, value})),
    ...(body !== '' && {postData: {mimeType: headers.get('content-type') ?? '', text: body}}),
  };
}

function responseOf({status, statusText, headers}: Response, bytes: Buffer): HarEntry['response'] {
  const mimeType = headers.get('content-type') ?? '';
  const isText = /json|text|^$/.test(mimeType);
  return {
    ...message(headers, bytes.length),
    status,
    statusText,
    redirectURL: '',
    content: {
      size: bytes.length,
      mimeType,
      ...(isText ? {text: bytes.toString('utf8')} : {text: bytes.toString('base64'), encoding: 'base64'}),
    },
  };
}

function message(headers: Headers, bodySize: number): HarMessage {
  const pairs = [...headers].map(([name, value]) => ({name, value}));
  return {httpVersion: 'HTTP/1.1', headers: pairs, cookies: [], headersSize: -1, bodySize};
}

function recordOf(headers: readonly NameValue[]): Record<string, string> {
  return Object.fromEntries(headers.map(({name, value}) => [name.toLowerCase(), value]));
}
