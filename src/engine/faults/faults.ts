import {seedRandom} from '../random.js';
import type {Reply} from '../reply.js';
import type {Wire} from '../request.js';
import type {Vendor} from '../vendor.js';
import type {Fault, FaultSpec} from './fault.js';
import {readFaultHeader} from './header.js';
import {readFault, type Rule} from './rule.js';
import {Tally} from './tally.js';
import type {Say} from './words.js';

/** What happens to a call that a fault hits. */
export interface Injection {
  /** What the journal calls it: `429`, `timeout`. */
  readonly fault: string;
  /** Whether the vendor's work is done all the same. */
  readonly when: 'before' | 'after';
  /** What the caller is answered; absent where the vendor's own answer goes out, or nothing does. */
  readonly reply?: Reply;
  readonly wire?: Wire;
}

/** A call that may be hit. */
export interface Target {
  readonly vendor: Vendor;
  /** `operationId`; undefined when no operation matched. */
  readonly operation: string | undefined;
  readonly say: Say;
}

/** What the faults of a sandbox are made of. */
export interface FaultsOptions {
  readonly sandbox: string;
  readonly vendors: readonly Vendor[];
  readonly randomSeed: number;
}

/** Most faults of a sandbox. */
const maxFaults = 100;

/** Most headers `x-standin-fault` that are counted at a time: callers who make them up must not fill the memory. */
const maxHeaders = 1000;

interface Entry {
  readonly id: string;
  readonly rule: Rule;
  readonly tally: Tally;
}

/** The faults of one sandbox. They belong to it but not to its state: they are gone with a reset. */
export class Faults {
  readonly #options: FaultsOptions;
  readonly #byHeader = new Map<string, Entry>();
  #entries: readonly Entry[] = [];
  #count = 0;

  constructor(options: FaultsOptions) {
    this.#options = options;
  }

  /** Whether there are none. */
  get isIdle(): boolean {
    return this.#entries.length === 0;
  }

  /** Oldest first, which is the order in which they are asked. */
  list(): readonly Fault[] {
    return this.#entries.map(faultOf);
  }

  get(id: string): Fault | undefined {
    const entry = this.#entries.find((one) => one.id === id);
    return entry && faultOf(entry);
  }

  /**
   * Adds faults behind those there are: all of them, or none.
   * @throws RangeError with a sentence when one of them cannot be, or when there are too many.
   */
  add(specs: readonly FaultSpec[]): readonly Fault[] {
    return this.#put(this.#entries, specs);
  }

  /** Puts these in the place of those there are. @throws RangeError as {@link add} does; then nothing changes. */
  replace(specs: readonly FaultSpec[]): readonly Fault[] {
    return this.#put([], specs);
  }

  /** @returns whether there was such a one. */
  remove(id: string): boolean {
    const before = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    return this.#entries.length < before;
  }

  clear(): void {
    this.#entries = [];
  }

  /** Forgets everything and counts from the beginning again. */
  restart(): void {
    this.clear();
    this.#byHeader.clear();
    this.#count = 0;
  }

  /**
   * What happens to a call. The first fault that hits it wins; the others count that they saw it.
   * @param header the call's own `x-standin-fault`, which goes before the sandbox's faults.
   * @throws RangeError with a sentence when the header asks for what there is not.
   */
  hit(target: Target, header?: string): Injection | undefined {
    const own = header === undefined ? [] : [this.#entryOf(header, target)];
    let injection: Injection | undefined;
    for (const {rule, tally} of [...own, ...this.#entries]) {
      const reply = isFor(rule, target) && (rule.wording === undefined || target.say(rule.wording));
      if (!reply || !tally.aims() || injection) continue;
      tally.strike();
      const {fault, when} = rule.spec;
      injection = {
        fault,
        when,
        ...(reply !== true && {reply: {...reply, injected: fault}}),
        ...(rule.wire && {wire: rule.wire}),
      };
    }
    return injection;
  }

  #put(before: readonly Entry[], specs: readonly FaultSpec[]): readonly Fault[] {
    if (before.length + specs.length > maxFaults)
      throw new RangeError(`A sandbox has at most ${maxFaults} faults: remove some of them first.`);
    const rules = specs.map((spec) => readFault(spec, this.#options.vendors));
    const added = rules.map((rule) => this.#entry(rule, `fault-${(this.#count += 1)}`));
    this.#entries = [...before, ...added];
    return added.map(faultOf);
  }

  /** A header counts for each operation apart, so that a client which always sends it gets through with its retry. */
  #entryOf(header: string, {vendor, operation}: Target): Entry {
    const id = `${vendor.name} ${operation ?? ''} ${header}`;
    const known = this.#byHeader.get(id);
    if (known) return known;
    const spec = {...readFaultHeader(header), vendor: vendor.name, ...(operation !== undefined && {operation})};
    const entry = this.#entry(readFault(spec, this.#options.vendors), id);
    this.#byHeader.set(id, entry);
    if (this.#byHeader.size > maxHeaders) this.#byHeader.delete(this.#byHeader.keys().next().value as string);
    return entry;
  }

  /** Each fault draws numbers of its own, so that no other one changes which calls it hits. */
  #entry(rule: Rule, id: string): Entry {
    const {sandbox, randomSeed} = this.#options;
    return {id, rule, tally: new Tally(rule.spec, seedRandom(randomSeed, `${sandbox} faults ${id}`))};
  }
}

function isFor({spec}: Rule, {vendor, operation}: Target): boolean {
  if (spec.vendor !== undefined && spec.vendor !== vendor.name) return false;
  return spec.operation === undefined || spec.operation === operation;
}

function faultOf({id, rule: {spec}, tally: {hits, remaining}}: Entry): Fault {
  return {id, ...spec, hits, ...(remaining !== undefined && {remaining})};
}
