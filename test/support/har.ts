import type {RecordedExchange} from '../../src/traffic/exchange.js';
import type {Har, HarEntry, HarPair} from '../../src/traffic/har/format.js';

export type {Har, HarEntry};

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
    const {text = '', encoding} = response.content;
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

function message(headers: Headers, bodySize: number) {
  const pairs = [...headers].map(([name, value]) => ({name, value}));
  return {httpVersion: 'HTTP/1.1', headers: pairs, cookies: [] as HarPair[], headersSize: -1, bodySize};
}

function recordOf(headers: readonly HarPair[]): Record<string, string> {
  return Object.fromEntries(headers.map(({name, value}) => [name.toLowerCase(), value]));
}
