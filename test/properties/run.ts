import {isObject, type Operation, type PlainResponse} from '../../src/engine/index.js';
import type {Change} from '../../src/state/index.js';
import {VendorClient, type Answer, type CallOptions} from '../support/vendor-client.js';
import {isBystanders, Known} from './known.js';
import type {Step} from './requests.js';
import {fill, type Filling, type Template} from './templates.js';
import type {Eraser, HeadersOf, World} from './world.js';

/** A word that a request wrote somewhere. */
export interface Written {
  readonly word: string;
  readonly operation: string;
  readonly place: string;
}

/** What was sent and answered, as one reads it. */
export interface Line {
  readonly request: string;
  readonly status: number;
  readonly text: string;
}

/** A request with everything filled in. */
export interface Filled {
  readonly method: string;
  readonly target: string;
  readonly options: CallOptions;
}

export type ClientOptions = NonNullable<ConstructorParameters<typeof VendorClient>[1]>;

/** Receivers of webhooks that say back what they were told: one more place where something can stay. */
const echo: ClientOptions['outgoing'] = {send: ({body}) => Promise.resolve({status: 200, body})};

/** Longer than anything waits. */
const aDay = 86_400_000;

/** One run through a world: a client, what was called, and which words were written where. */
export class Run implements Eraser {
  readonly world: World;
  readonly client: VendorClient;
  readonly lines: Line[] = [];
  readonly written: Written[] = [];
  /** All ids there ever were. */
  readonly known: Known;
  /** How many of the words were written, and how many webhooks had left, when everything was erased. */
  erasedUpTo = 0;
  sentBefore = 0;
  #headers: HeadersOf = () => ({});

  private constructor(world: World, options: ClientOptions) {
    this.world = world;
    this.known = new Known(world);
    const seeds = {[world.vendor.name]: world.seed};
    this.client = new VendorClient(world.vendor, {seeds, behaviours: world.behaviours, outgoing: echo, ...options});
  }

  /** Opens a world: its seed, and its credentials. */
  static async begin(world: World, options: ClientOptions = {}): Promise<Run> {
    const run = new Run(world, options);
    await run.signIn();
    return run;
  }

  /** Gets fresh credentials: the old ones may have come of age. */
  async signIn(): Promise<void> {
    this.#headers = await this.world.signIn(this.client);
    this.known.add(await this.dump());
  }

  /** The vendor's operation of that id. */
  operation(id: string): Operation {
    const found = this.world.vendor.operationList.find((operation) => operation.id === id);
    if (found === undefined) throw new Error(`There is no operation ${id}.`);
    return found;
  }

  /** Makes the requests of a sequence, one after the other. */
  async play(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.take(step);
  }

  /** Makes one request, after what falls due until then. */
  async take(step: Step): Promise<void> {
    await this.pass(step.wait);
    const {method, target, options} = await this.fill(step);
    await this.call(method, target, options);
  }

  /** Lets time pass, and has everything done that falls due by then. */
  async pass(milliseconds: number): Promise<void> {
    this.client.advance(milliseconds);
    const {sandboxes} = this.client.engine;
    const sandbox = await sandboxes.get('default');
    await sandbox.partition.exclusive(() => sandboxes.clockwork.settle(sandbox));
    await this.client.settled();
  }

  /** Calls and notes what came of it. The client throws when the answer differs from the document. */
  async call(method: string, target: string, options: CallOptions = {}): Promise<Answer> {
    const answer = await this.client.call(method, target, options).catch((error: unknown) => {
      this.note(method, target, options, {status: 0, body: 'no answer that is as documented'});
      throw this.failure(error instanceof Error ? error.message : String(error));
    });
    await this.client.settled();
    this.note(method, target, options, {status: answer.status, body: answer.text});
    return answer;
  }

  /** Writes down a request with its answer. */
  note(method: string, target: string, {body}: CallOptions, answer: Pick<PlainResponse, 'status' | 'body'>): void {
    const request = `${method} ${target}${body === undefined ? '' : ` ${show(body)}`}`;
    this.lines.push({request, status: answer.status, text: String(answer.body ?? '')});
  }

  /** The request of a step. Words it brings are remembered; ids are those of whoever it may touch. */
  async fill({operation: id, path, query, body}: Step): Promise<Filled> {
    const operation = this.operation(id);
    const changes = await this.dump();
    this.known.add(changes);
    const free = operation.method === 'GET' ? changes : changes.filter(({entity}) => !isBystanders(this.world, entity));
    const filling = this.#fillingOf(operation, new Known(this.world).add(free));
    const at = (template: Template, place: string) => fill(template, filling, place);
    const target = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(at(path[name] ?? '', `{${name}}`)));
    const pairs = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encode(at(value as Template, `?${name}`))}`);
    const value = body === undefined ? undefined : at(body, '');
    const headers = this.headers(operation, 'subject');
    return {
      method: operation.method,
      target: pairs.length > 0 ? `${target}?${pairs.join('&')}` : target,
      options: {headers, ...(value !== undefined && bodyOf(operation, value, headers))},
    };
  }

  /** Calls an operation that must succeed. */
  async request(id: string, body?: object, path: Readonly<Record<string, string>> = {}, query = ''): Promise<void> {
    const operation = this.operation(id);
    const target = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
    const options = {headers: this.headers(operation, 'subject'), ...(body && {body})};
    const {status, text} = await this.call(operation.method, target + query, options);
    if (status >= 300) throw new Error(`${id} of an erasure answered ${status} ${text}`);
  }

  /** All ids there ever were, with those there are now. */
  async noted(): Promise<Known> {
    return this.known.add(await this.dump());
  }

  /** Has everything of the subject erased: what there was and what requests brought. */
  async erase(): Promise<void> {
    const changes = await this.dump();
    this.known.add(changes);
    const free = changes.filter(({entity}) => !isBystanders(this.world, entity));
    await this.world.erase(this, new Known(this.world).add(free));
    this.erasedUpTo = this.written.length;
    this.sentBefore = this.client.sent.length;
    // Whatever waited to leave does so now.
    await this.pass(aDay);
    await this.signIn();
  }

  /** The credentials that go with a call. */
  headers(operation: Operation, who: 'subject' | 'bystander'): Readonly<Record<string, string>> {
    return this.#headers(operation, who);
  }

  /** Everything stored. */
  async dump(): Promise<readonly Change[]> {
    return (await this.client.engine.sandbox('default')).partition.dump();
  }

  /** Something that must not be, and what led to it, for a person to read. */
  failure(what: string): Error {
    const lines = this.lines.map(({request, status, text}) => `${request}\n    ${status} ${text.slice(0, 300)}`);
    return new Error(`${what}\n\n${lines.join('\n')}`);
  }

  #fillingOf({id: operation}: Operation, free: Known): Filling {
    const word = (place: string) => {
      const made = `canary${this.written.length}x`;
      this.written.push({word: made, operation, place});
      return made;
    };
    return {
      word,
      id: (name, pick) => {
        if (name === 'unknown') return '00000000-0000-4000-8000-000000000000';
        const ids = free.named(name);
        return ids[pick % ids.length];
      },
    };
  }
}

function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** A body in the form that the operation takes. */
function bodyOf({body}: Operation, value: unknown, headers: Readonly<Record<string, string>>): CallOptions {
  if (body?.form === 'binary') {
    const type = body.types[0] ?? 'application/octet-stream';
    return {body: bytesOf(String(value)), headers: {...headers, 'content-type': type}};
  }
  if (body?.form !== 'form') return {body: JSON.stringify(value)};
  return {body: formOf(value), headers: {...headers, 'content-type': `multipart/form-data; boundary=${boundary}`}};
}

/** Always the same: `FormData` makes up another one each time. */
const boundary = 'between-the-parts';

/** A form with each member as a file, under a name that is a word to look for as well. */
function formOf(value: unknown): Uint8Array {
  const parts = Object.entries(isObject(value) ? value : {}).map(([name, content]) => {
    const file = /canary\d+x/.exec(String(content))?.[0] ?? 'file';
    const disposition = `Content-Disposition: form-data; name="${name}"; filename="${file}.png"`;
    return `--${boundary}\r\n${disposition}\r\n\r\n${String(content)}\r\n`;
  });
  return bytesOf(`${parts.join('')}--${boundary}--\r\n`);
}

/** One byte a letter: images are no UTF-8. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function show(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? String.fromCharCode(...body) : JSON.stringify(body);
}
