import {conductOf, sentenceOf} from '../checks/conduct/index.js';
import type {StandinOptions} from '../index.js';

type OnRequest = NonNullable<StandinOptions['onRequest']>;
type Entry = Parameters<OnRequest>[0];

/**
 * Tells where a command broke a contract. Each request is judged when it is written down, for the journal loses what it held
 * with a reset, with its sandbox and to later requests; kept are the sentences alone, which show nothing personal.
 */
export class Conduct {
  readonly #vendors: Parameters<typeof conductOf>[0];
  /** By sandbox and scenario. */
  readonly #judges = new Map<string, (entry: Entry) => readonly string[]>();
  /** What was broken, in the order in which it was. */
  readonly sentences: string[] = [];

  constructor(vendors: Parameters<typeof conductOf>[0]) {
    this.#vendors = vendors;
  }

  judge(...[entry, {sandbox, scenario}]: Parameters<OnRequest>): void {
    const key = `${sandbox} ${scenario}`;
    const judge = this.#judges.get(key) ?? this.#judgeOf(scenario);
    this.#judges.set(key, judge);
    this.sentences.push(...judge(entry));
  }

  #judgeOf(scenario: Parameters<OnRequest>[1]['scenario']): (entry: Entry) => readonly string[] {
    const breachesIn = conductOf(this.#vendors, {scenario});
    return (entry) => breachesIn(entry).map(sentenceOf);
  }
}
