import {opencx} from '../../mocks/opencx/index.js';
import {symbl} from '../../mocks/symbl/index.js';
import {createStandin, type Standin} from '../../src/index.js';
import {isObject, signToken, type Operation, type Vendor} from '../../src/engine/index.js';
import type {RecordedExchange} from '../../src/traffic/index.js';
import {dixaWorld} from '../properties/dixa-world.js';
import {Known} from '../properties/known.js';
import {opencxWorld} from '../properties/opencx-world.js';
import {symblWorld} from '../properties/symbl-world.js';
import type {World} from '../properties/world.js';

/** The contact of the OpenCX world whose browser the widget's calls come from. */
const visitor = 'a0000000-0000-4000-8000-00000000000a';

/** Contacts that can be deleted: whoever deletes the visitor knows that the widget is signed out. */
const otherContacts = (known: Known) => known.of('contacts').filter((id) => id !== visitor);

/** The vendors' worlds: what there is when a run begins, and what parameters can be. */
export const worlds: readonly World[] = [
  {...dixaWorld, names: {...dixaWorld.names, uuid: (known) => known.of('agents')}},
  {...opencxWorld, names: {...opencxWorld.names, id: () => [17], contact_id: otherContacts}},
  // The values of a custom entity are words.
  {...symblWorld, names: {...symblWorld.names, value: () => []}},
];

const behaviours = Object.assign({}, ...worlds.map((world) => world.behaviours)) as Readonly<Record<string, string>>;

/** When every run begins. */
const start = Date.parse('2026-01-05T09:00:00.000Z');

/** A request as a client makes it. */
export interface Sent {
  /** The vendor's name. */
  readonly vendor: string;
  readonly method: string;
  /** The vendor's own path, with the query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** A request of an operation, with its path filled in. */
export interface Asked {
  /** Path parameters; the version of Dixa's paths is v1 unless given. */
  readonly path?: Readonly<Record<string, string | number>>;
  /** As it is written: `force=true`. */
  readonly query?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** On top of the credential. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** Parsed JSON; the text itself where it is none. */
  readonly body: unknown;
}

/** What was sent and answered, with the sandbox's time. */
export interface Noted {
  readonly vendor: string;
  readonly at: string;
  readonly exchange: RecordedExchange;
}

/**
 * A client of all three vendors, in one process with a stand-in whose clock stands still until it is moved. It has the
 * right credentials, and notes what it sends and gets as a browser or a proxy would.
 */
export class Client {
  readonly standin: Standin;
  readonly noted: Noted[] = [];
  /** Ids of entities that random calls are to leave alone, because somebody counts on what becomes of them. */
  readonly #reserved = new Set<string>();
  /** What there is, by world, until something changes. */
  readonly #known = new Map<World, Known>();
  #words = 0;
  #now = start;
  #symblToken = '';

  private constructor(standin: Standin) {
    this.standin = standin;
  }

  static async open(randomSeed = 1): Promise<Client> {
    const standin = await createStandin({
      randomSeed,
      clock: () => start,
      seed: Object.fromEntries(worlds.map(({vendor, seed}) => [vendor.name, seed])),
      behaviours: {...behaviours, 'opencx.contact_get': false},
      outgoing: {send: () => Promise.resolve({status: 200, body: ''})},
    });
    const client = new Client(standin);
    await client.signIn();
    return client;
  }

  /** Gets the token that Symbl's calls need, and uses it at once: from then on everybody knows that it was good. */
  async signIn(): Promise<void> {
    const [appId, appSecret] = [this.env('symbl', 'SYMBL_APP_ID'), this.env('symbl', 'SYMBL_APP_SECRET')];
    const answer = await this.ask('symbl', 'generateToken', {body: {type: 'application', appId, appSecret}});
    this.#symblToken = String((answer.body as {accessToken?: unknown}).accessToken);
    await this.ask('symbl', 'getSettings');
  }

  vendor(name: string): Vendor {
    const found = this.standin.vendors.find((vendor) => vendor.name === name);
    if (found === undefined) throw new Error(`There is no vendor ${name}.`);
    return found;
  }

  operation(vendor: string, id: string): Operation {
    const found = this.vendor(vendor).operationList.find((operation) => operation.id === id);
    if (found === undefined) throw new Error(`There is no operation ${id}.`);
    return found;
  }

  /** A value that the demo account's environment holds. */
  env(vendor: string, name: string): string {
    return this.standin.info.vendors[vendor]?.env[name] ?? '';
  }

  /** The credential that goes with an operation, as headers. */
  credentials(vendor: string, {secured, path}: Pick<Operation, 'secured' | 'path'>): Readonly<Record<string, string>> {
    if (!secured) return {};
    if (vendor === 'dixa') return {authorization: this.env('dixa', 'DIXA_API_KEY')};
    if (vendor === symbl.name) return {authorization: `Bearer ${this.#symblToken}`};
    if (!path.startsWith('/backend/widget/')) return {authorization: `Bearer ${this.env('opencx', 'OPENCX_API_KEY')}`};
    const organization_id = String(opencxWorld.seed.contacts?.[0]?.organization_id);
    return {
      'x-bot-token': this.env(opencx.name, 'OPENCX_WIDGET_TOKEN'),
      authorization: `Bearer ${signToken({sub: visitor, organization_id, iat: 1})}`,
    };
  }

  /** A right request of an operation. */
  requestOf(vendor: string, id: string, {path = {}, query, body, headers}: Asked = {}): Sent {
    const operation = this.operation(vendor, id);
    const values: Readonly<Record<string, string | number>> = {version: 'v1', ...path};
    const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(values[name] ?? '')),
    );
    return {
      vendor,
      method: operation.method,
      target: query === undefined || query === '' ? address : `${address}?${query}`,
      headers: {
        ...this.credentials(vendor, operation),
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    };
  }

  /** Calls an operation with right credentials. */
  ask(vendor: string, id: string, asked: Asked = {}): Promise<Answer> {
    return this.sendRight(this.requestOf(vendor, id, asked));
  }

  /** Makes a right call; once Symbl's token has lapsed, with another one. */
  async sendRight(sent: Sent): Promise<Answer> {
    const answer = await this.send(sent);
    if (answer.status !== 401 || sent.vendor !== 'symbl' || sent.headers.authorization === undefined) return answer;
    await this.signIn();
    return this.send({...sent, headers: {...sent.headers, authorization: `Bearer ${this.#symblToken}`}});
  }

  /** Makes a call as it is, and notes it. */
  async send({vendor, method, target, headers, body}: Sent): Promise<Answer> {
    const init = {method, headers, ...(body !== undefined && {body})};
    const answer = await this.standin.fetch(`/${vendor}${target}`, init);
    const text = await answer.text();
    // Whoever asks for a job moves it on.
    if (method !== 'GET' || target.startsWith('/v1/job/')) this.#known.clear();
    const [path = '', query = ''] = target.split('?', 2);
    this.noted.push({
      vendor,
      at: new Date(this.#now).toISOString(),
      exchange: {
        request: {method, path, query, headers, ...(body !== undefined && {body: textOf(body)})},
        response: {status: answer.status, headers: Object.fromEntries(answer.headers), body: text},
      },
    });
    return {status: answer.status, body: parsed(text)};
  }

  /** Lets time pass. */
  async pass(milliseconds: number): Promise<void> {
    if (milliseconds === 0) return;
    this.#now += milliseconds;
    this.#known.clear();
    await this.standin.clock.advance(`PT${milliseconds / 1000}S`);
  }

  /** A word that was nowhere before. */
  word(): string {
    this.#words += 1;
    return `word${this.#words}x`;
  }

  /** What there is at a vendor, but for what is reserved. */
  async known(world: World): Promise<Known> {
    const known = this.#known.get(world) ?? (await this.#read(world));
    this.#known.set(world, known);
    return known;
  }

  /** Keeps random calls away from entities of that id. */
  reserve(id: string | number): void {
    this.#reserved.add(String(id));
    this.#known.clear();
  }

  async #read({vendor, names}: World): Promise<Known> {
    const collections = (await this.standin.state.read())[vendor.name] ?? {};
    const known = new Known({names});
    for (const [collection, entities] of Object.entries(collections)) {
      const free = entities.filter((entity) => !this.#isReserved(entity));
      known.add(free.map((entity) => ({collection, id: String(entity.id), entity, entries: {}})));
    }
    return known;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.standin.close();
  }

  #isReserved(value: unknown): boolean {
    if (Array.isArray(value) || isObject(value)) return Object.values(value).some((one) => this.#isReserved(one));
    return this.#reserved.has(String(value));
  }
}

/** One byte a letter, where it is no text. */
function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : String.fromCharCode(...body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
