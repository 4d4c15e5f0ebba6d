import {isInjected} from '../engine/desks.js';
import type {JournalEntry, Operation, PlainResponse, Vendor} from '../engine/index.js';
import type {Standin} from '../index.js';
import {CredentialKeeper, type Issued} from './credentials.js';
import type {Grant} from './grants.js';
import type {Material} from './material.js';
import {injecting, obstacleTo} from './obstacles.js';
import type {RehearsedCall, Rehearsal} from './rehearsal.js';
import {jsonOf, requestAgain} from './request.js';
import {StandIns} from './stand-ins.js';

/** What a rehearsal is made with. */
export interface RehearsalOptions {
  /** One of its own, with the journal's vendors, scenario, behaviours and seed of ids. It is reset. */
  readonly standin: Standin;
  /** Sets the clock that the stand-in was made with, in milliseconds since 1970. */
  readonly setClock: (instant: number) => void;
  /** The same number gives the same values. */
  readonly randomSeed: number;
  /** How the vendors' credentials are come by. */
  readonly grants: readonly Grant[];
  /** Whether answers that were injected are injected again. They are left out otherwise. */
  readonly repeatsFaults: boolean;
}

const differs =
  'It is answered with another status here: what it is about came from elsewhere, such as a seed of your own, or from a ' +
  'call that is left out as well.';

/**
 * Makes a journal's calls again with invented values, one after the other, and tells what was said. Calls that do not come
 * out as they did are left out, and the others are made once more without them: what is told is one whole conversation.
 */
export async function rehearse(material: Material, options: RehearsalOptions): Promise<Rehearsal> {
  const stage = new Stage(material, options);
  const leftOut = new Map<string, string>();
  for (const entry of material.entries) {
    const why = obstacleTo(entry, stage.operationOf(entry), options);
    if (why !== undefined) leftOut.set(entry.id, why);
  }
  for (;;) {
    const entries = material.entries.filter(({id}) => !leftOut.has(id));
    const {calls, different} = await stage.play(entries);
    if (different.length === 0) {
      const inOrder = material.entries.filter(({id}) => leftOut.has(id));
      return {calls, leftOut: inOrder.map(({id, vendor}) => ({entry: id, vendor, why: leftOut.get(id) as string}))};
    }
    for (const id of different) leftOut.set(id, differs);
  }
}

/** A stand-in on which calls are made. */
class Stage {
  readonly #standin: Standin;
  readonly #setClock: (instant: number) => void;
  readonly #vendors: ReadonlyMap<string, Vendor>;
  readonly #standIns: StandIns;
  readonly #credentials: CredentialKeeper;

  constructor(material: Material, {standin, setClock, randomSeed, grants}: RehearsalOptions) {
    this.#standin = standin;
    this.#setClock = setClock;
    this.#vendors = new Map(standin.vendors.map((vendor) => [vendor.name, vendor]));
    const issued = issuedBy(standin);
    this.#standIns = new StandIns(movedToDefault(material, standin, issued), randomSeed, givenIn(material, standin));
    this.#credentials = new CredentialKeeper({grants, issued, standIns: this.#standIns});
  }

  operationOf({vendor, operation}: JournalEntry): Operation | undefined {
    return this.#vendors.get(vendor)?.operationList.find(({id}) => id === operation);
  }

  /** Makes the calls from the beginning. @returns them, and the ids of entries that were answered otherwise. */
  async play(entries: readonly JournalEntry[]): Promise<{calls: RehearsedCall[]; different: string[]}> {
    const [first] = entries;
    if (first) this.#setClock(Date.parse(first.at));
    await this.#standin.reset();
    // Those of the scenario as well: whatever they did is in the journal, and is done again call by call.
    await this.#standin.faults.clear();
    this.#standIns.restart();
    this.#credentials.restart();
    const calls: RehearsedCall[] = [];
    const different: string[] = [];
    for (const entry of entries) {
      const call = await this.#call(entry);
      if (call.exchange.response.status === entry.response.status) calls.push(call);
      else different.push(entry.id);
    }
    return {calls, different};
  }

  async #call(entry: JournalEntry): Promise<RehearsedCall> {
    const vendor = this.#vendors.get(entry.vendor) as Vendor;
    const operation = this.operationOf(entry) as Operation;
    const request = requestAgain(entry, vendor, operation, this.#standIns);
    const {method, path, query, body} = request;
    const headers = {...request.headers, ...this.#credentials.headersFor(entry, vendor, operation)};
    this.#setClock(Date.parse(entry.at));
    const answer = await this.#standin.handle({
      method,
      target: query === '' ? path : `${path}?${query}`,
      headers: {...headers, ...injecting(entry)},
      body: body === undefined ? undefined : new TextEncoder().encode(body),
      origin: vendor.origins[0] as string,
    });
    const response = responseOf(answer as PlainResponse);
    if (response.status === entry.response.status) {
      const answered = jsonOf(response.body);
      this.#standIns.learn(entry.response.body, answered);
      this.#credentials.granted(entry, answered);
    }
    return {
      entry: entry.id,
      vendor: vendor.name,
      operation: operation.id,
      at: entry.at,
      ...(isInjected(entry) && {fault: entry.fault as string}),
      exchange: {request: {method, path, query, headers, ...(body !== undefined && {body})}, response},
    };
  }
}

/** A file's bytes are characters of the same numbers, unless it is a text. */
function responseOf({status, headers: written, body}: PlainResponse): RehearsedCall['exchange']['response'] {
  const headers = Object.fromEntries(Object.entries(written).map(([name, value]) => [name.toLowerCase(), value]));
  if (body === undefined || body.length === 0) return {status, headers};
  const isText = /^(text\/|application\/([\w.-]+\+)?json)/i.test(headers['content-type'] ?? '');
  const text = typeof body === 'string' ? body : isText ? new TextDecoder().decode(body) : lettersOf(body);
  return {status, headers, body: text};
}

function lettersOf(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return letters;
}

/** The long numbers that answers gave, and those of the built-in seeds. */
function givenIn({entries}: Material, {vendors}: Standin): ReadonlySet<string> {
  const told = JSON.stringify([entries.map(({response}) => response.body), vendors.map(({seed}) => seed)]);
  return new Set(told.match(/(?<![\w.-])\d{6,}(?![\w.-])/g));
}

function issuedBy({info}: Pick<Standin, 'info'>): Issued {
  return Object.fromEntries(Object.entries(info.vendors).map(([name, vendor]) => [name, vendor?.env ?? {}]));
}

/** The calls are made in the default sandbox, so its credentials stand in for those that another one handed out. */
function movedToDefault({known, sandbox}: Material, standin: Standin, issued: Issued): Material['known'] {
  const own = issuedBy(standin.sandbox(sandbox));
  const pairs = Object.entries(own).flatMap(([vendor, env]) =>
    Object.entries(env).map(([name, value]) => [value, issued[vendor]?.[name] ?? value] as const),
  );
  return Object.fromEntries(
    Object.entries(known).map(([token, value]) => {
      const pair = pairs.find(([from]) => typeof value === 'string' && value.endsWith(from));
      return [token, pair ? String(value).slice(0, -pair[0].length) + pair[1] : value];
    }),
  );
}
