import type {JournalEntry, NearMiss, ScenarioName, Vendor} from '../../engine/index.js';
import type {Operation} from '../../openapi/index.js';
import type {Breach, JudgedCall, Situation} from './breach.js';
import {CredentialCheck} from './credentials.js';
import {PlainWords} from './plain-words.js';
import {undeclaredIn} from './undeclared.js';

/** Most findings that one breach tells. */
const mostTold = 3;

/**
 * The breaches of a journal's entries, in their order. Injected faults are none, nor are webhooks and preflights, nor
 * refusals that the state is the reason for, such as a 404 or a 409, nor a credential that was good before.
 * @param vendors those of the entries; an entry of another vendor is passed over.
 */
export function breachesOf(
  entries: readonly JournalEntry[],
  vendors: readonly Vendor[],
  {scenario}: Situation = {},
): readonly Breach[] {
  return entries.flatMap(conductOf(vendors, {scenario}));
}

/** What judges the calls of one or more clients, one after the other. */
export interface Judgement {
  /** The breaches of one call. */
  judge(call: JudgedCall): readonly Breach[];
  /** Those that show only once no more calls come: what nobody looked after. */
  end(): readonly Breach[];
}

/** Judges calls in their order. @param vendors those of the calls; a call of another vendor is passed over. */
export function judgementOf(vendors: readonly Vendor[], situation: Situation = {}): Judgement {
  const breachesIn = conductOf(vendors, situation);
  return {judge: ({entry}) => breachesIn(entry), end: () => []};
}

/** Tells the breaches of entries, one entry after the other, as {@link breachesOf} does of many. */
export function conductOf(
  vendors: readonly Vendor[],
  {scenario}: Situation,
): (entry: JournalEntry) => readonly Breach[] {
  const conducts = new Map(vendors.map((vendor) => [vendor.name, new Conduct(vendor, scenario)]));
  return (entry) => (entry.kind === 'request' ? conducts.get(entry.vendor)?.breachesOf(entry) : undefined) ?? [];
}

/** A breach as a line of text. */
export function sentenceOf({entry, vendor, operation, message, rules}: Breach): string {
  const named = rules.length === 0 ? '' : ` (${rules.join(', ')})`;
  return `${entry} ${vendor}${operation === undefined ? '' : `.${operation}`}: ${message}${named}`;
}

/** How a client behaves towards one vendor. It is asked about entries in their order. */
class Conduct {
  readonly #vendor: Vendor;
  readonly #credentials: CredentialCheck;
  readonly #words: PlainWords;

  constructor(vendor: Vendor, scenario: ScenarioName | undefined) {
    this.#vendor = vendor;
    this.#credentials = new CredentialCheck(vendor, scenario);
    this.#words = new PlainWords(vendor);
  }

  breachesOf(entry: JournalEntry): readonly Breach[] {
    const vendor = this.#vendor.name;
    const operation = this.#vendor.operationList.find(({id}) => id === entry.operation);
    const findings = this.#findingsOf(entry);
    if (operation === undefined) {
      // An address that does not decode leads nowhere, which says less than what is wrong with it.
      const kind = findings === undefined ? 'unknown-operation' : 'request';
      return [
        {
          entry: entry.id,
          kind,
          vendor,
          pointer: '/request',
          rules: [],
          mark: 'documented',
          message: findings ?? this.#lost(entry),
          instead: '',
        },
      ];
    }
    const refusal = operation.responses.get(entry.response.status);
    const ruled = entry.response.status >= 400 ? (refusal?.rules ?? []) : [];
    const undeclared = undeclaredIn(entry, operation, this.#vendor).join(' ') || undefined;
    const {rules, mark} = operation;
    const found = [
      {
        kind: 'authentication',
        message: this.#credentials.problemOf(entry, operation),
        rules: ruled,
        mark: refusal?.mark ?? mark,
      },
      {kind: 'request', message: findings, rules: ruled, mark},
      {kind: 'ignored', message: undeclared, rules: [], mark},
      {kind: 'deprecated', message: this.#deprecation(operation), rules, mark},
    ] as const;
    return found.flatMap(({message, ...breach}) =>
      message === undefined
        ? []
        : [{entry: entry.id, vendor, operation: operation.id, pointer: '/request', instead: '', ...breach, message}],
    );
  }

  #findingsOf({findings}: JournalEntry): string | undefined {
    if (findings.length === 0) return undefined;
    const told = findings.slice(0, mostTold).map((finding) => this.#words.finding(finding));
    const more = findings.length - told.length;
    return [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
  }

  #lost(entry: JournalEntry): string {
    const [closest, ...others] = entry.nearest ?? [];
    const lost = `The vendor has no operation ${this.#words.request(entry)}`;
    if (closest === undefined) return `${lost}, nor one like it.`;
    const also = others.length === 0 ? '' : ` Also near: ${others.map(nameOf).join(', ')}.`;
    const mend = closest.differences.map(differenceOf).join('; ');
    return `${lost}. The closest is ${nameOf(closest)}, ${closest.method} ${closest.path} (${mend}).${also}`;
  }

  #deprecation({deprecated, summary}: Operation): string | undefined {
    if (!deprecated) return undefined;
    const where = `specs/${this.#vendor.name}/openapi.yaml`;
    return `The document calls this operation deprecated (${summary}): its description in ${where} leads to what is called in its place.`;
  }
}

function nameOf({vendor, operation}: NearMiss): string {
  return `${vendor}.${operation}`;
}

/** What was sent is left out, since it may be anything. */
function differenceOf({member, expected, note}: NearMiss['differences'][number]): string {
  const wanted = expected === undefined ? 'not expected' : `expected ${String(expected)}`;
  return note === undefined ? `${member}: ${wanted}` : `${member}: ${note}`;
}
