import type {JournalEntry, ScenarioName, Vendor} from '../../engine/index.js';
import type {Operation} from '../../openapi/index.js';
import type {Breach, JudgedCall, Situation, Told} from './breach.js';
import {CredentialCheck} from './credentials.js';
import {deprecatedIn} from './deprecated.js';
import {expectationsIn} from './expectations.js';
import {findingsIn} from './findings.js';
import {FollowUps} from './follow-ups.js';
import {ignoredValuesIn} from './ignored-values.js';
import {lostCall} from './lost.js';
import {PlainWords} from './plain-words.js';
import {undeclaredIn} from './undeclared.js';

/** What judges the calls of one or more clients, one after the other. */
export interface Judgement {
  /** The breaches of one call. */
  judge(call: JudgedCall): readonly Breach[];
  /** Those that show only once no more calls come: what nobody looked after. */
  end(): readonly Breach[];
}

/**
 * Judges calls in their order. Injected faults are no breach, nor are webhooks and preflights, nor refusals that the state is
 * the reason for, such as a 404 or a 409, nor a credential that was good before. What is expected to be refused is wrong on
 * purpose.
 * @param vendors those of the calls; a call of another vendor is passed over.
 */
export function judgementOf(vendors: readonly Vendor[], situation: Situation = {}): Judgement {
  const conducts = new Map(vendors.map((vendor) => [vendor.name, new Conduct(vendor, situation)]));
  return {
    judge: (call) => (call.entry.kind === 'request' ? conducts.get(call.entry.vendor)?.judge(call) : undefined) ?? [],
    end: () => [...conducts.values()].flatMap((conduct) => conduct.end()),
  };
}

/**
 * The breaches of one sandbox's entries, in their order, each by itself: whether something was followed up or confirmed is not
 * asked, since a journal may hold only a slice of a client's life, such as one test.
 * @param vendors those of the entries; an entry of another vendor is passed over.
 */
export function breachesOf(
  entries: readonly JournalEntry[],
  vendors: readonly Vendor[],
  situation: Situation = {},
): readonly Breach[] {
  const {judge} = judgementOf(vendors, situation);
  return entries.flatMap((entry) => judge({entry, sandbox: '', origin: 'made', hasCredentials: true}));
}

/** A breach as a line of text. */
export function sentenceOf({entry, vendor, operation, message, instead, rules}: Breach): string {
  const named = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
  return `${entry} ${vendor}${operation === undefined ? '' : `.${operation}`}: ${message} ${instead}${named}`;
}

/** What has to be remembered of a sandbox. */
interface Memory {
  readonly credentials: CredentialCheck;
  readonly followUps: FollowUps;
}

/** How clients behave towards one vendor. It is asked about calls in their order. */
class Conduct {
  readonly #vendor: Vendor;
  readonly #situation: Situation;
  readonly #words: PlainWords;
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #memories = new Map<string, Memory>();

  constructor(vendor: Vendor, situation: Situation) {
    this.#vendor = vendor;
    this.#situation = situation;
    this.#words = new PlainWords(vendor);
    this.#operations = new Map(vendor.operationList.map((operation) => [operation.id, operation]));
  }

  judge(call: JudgedCall): readonly Breach[] {
    const {entry} = call;
    const operation = entry.operation === undefined ? undefined : this.#operations.get(entry.operation);
    const isWrongOnPurpose = call.origin === 'expected' && entry.response.status >= 400;
    const told = [
      ...(isWrongOnPurpose ? [] : operation ? this.#madeOf(call, operation) : this.#lost(entry)),
      ...(call.origin === 'expected' && operation ? expectationsIn(entry, operation, this.#known) : []),
    ];
    if (operation) this.#memoryOf(call.sandbox).followUps.note(entry, operation);
    const whose = {entry: entry.id, vendor: this.#vendor.name, ...(operation && {operation: operation.id})};
    return told.map(({kind, ...rest}) => ({...whose, kind, ...rest}));
  }

  end(): readonly Breach[] {
    return [...this.#memories.values()].flatMap(({followUps}) => followUps.end());
  }

  get #known(): {readonly vendor: Vendor; readonly words: PlainWords} {
    return {vendor: this.#vendor, words: this.#words};
  }

  #madeOf(call: JudgedCall, operation: Operation): readonly Told[] {
    const {entry} = call;
    const scenario: ScenarioName | undefined = call.scenario ?? this.#situation.scenario;
    return [
      ...this.#memoryOf(call.sandbox).credentials.breachesOf({...call, scenario}, operation),
      ...findingsIn({...this.#known, entry, operation}),
      ...undeclaredIn(entry, operation, this.#known),
      ...ignoredValuesIn(entry, operation, this.#vendor),
      ...deprecatedIn(entry, operation, this.#vendor),
    ];
  }

  /** An address that does not decode leads nowhere, which says less than what is wrong with it. */
  #lost(entry: JournalEntry): readonly Told[] {
    if (entry.findings.length === 0) return [lostCall(entry, this.#known)];
    return findingsIn({...this.#known, entry, operation: undefined});
  }

  #memoryOf(sandbox: string): Memory {
    let memory = this.#memories.get(sandbox);
    if (memory === undefined) {
      const isOrdered = this.#situation.isOrdered ?? true;
      memory = {
        credentials: new CredentialCheck(this.#vendor),
        followUps: new FollowUps(this.#vendor, {isOrdered}),
      };
      this.#memories.set(sandbox, memory);
    }
    return memory;
  }
}
