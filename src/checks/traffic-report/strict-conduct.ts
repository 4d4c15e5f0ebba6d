import type {JournalEntry, ScenarioName, Vendor} from '../../engine/index.js';
import {judgementOf, type Judgement} from '../conduct/index.js';
import type {CheckReport} from '../report.js';
import {RequestBook} from './request-book.js';
import type {SpecPlaces} from './failures.js';
import type {WhereInTraffic} from './traffic.js';

/** How many requests are listed of a long run, once of those that broke something and once of the others. */
const mostListed = 1000;

/** What strict conduct is judged by. */
export interface StrictOptions {
  readonly vendors: readonly Vendor[];
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What was asked, as reports name it: a stand-in's address. */
  readonly name: () => string;
  /** The sandbox whose requests are named without it. @defaultValue `default` */
  readonly home?: string;
}

/**
 * Judges the requests of a running stand-in. Each is judged when it is written down, for the journal loses what it held with a
 * reset, with its sandbox and to later requests. What is kept does not grow with the length of a run beyond two thousand
 * requests and what the judgement itself remembers: of the others there is a number for each operation.
 */
export class StrictConduct {
  readonly #book: RequestBook;
  readonly #judgement: Judgement;
  /** Where each sandbox is: how often it began, and the number of its last request. */
  readonly #lives = new Map<string, {readonly life: number; readonly last: number}>();

  constructor(options: StrictOptions) {
    const {vendors, version, clock, name, home = 'default'} = options;
    this.#judgement = judgementOf(vendors);
    this.#book = new RequestBook({
      ...{vendors, version, clock, mark: 'assumed', most: mostListed, selection: {only: [], skip: []}},
      source: {
        get name() {
          return name();
        },
        whereIs: (id) => whereIs(id, home),
      },
    });
  }

  /** Judges a request. @param entry as it was written down. */
  judge(entry: JournalEntry, {sandbox, scenario}: {readonly sandbox: string; readonly scenario: ScenarioName}): void {
    // What a sandbox was before a reset, or one of the same name, has nothing to do with what it is now.
    const life = `${sandbox}/${this.#lifeOf(sandbox, entry.id)}`;
    const own = {...entry, id: `${life}/${entry.id}`};
    const call = {entry: own, sandbox: life, origin: 'made', hasCredentials: true, scenario} as const;
    this.#book.add(own, this.#judgement.judge(call));
  }

  /**
   * The report, once no more requests come.
   * @param specPlaces the lines of the vendors' documents, where they are at hand.
   */
  end(specPlaces: SpecPlaces = () => undefined): CheckReport {
    this.#book.addLate(this.#judgement.end());
    return this.#book.report([], specPlaces);
  }

  /** How often the sandbox began anew: then its requests are counted from one again. */
  #lifeOf(sandbox: string, id: string): number {
    const number = Number(id.slice('req-'.length));
    const {life, last} = this.#lives.get(sandbox) ?? {life: 1, last: 0};
    const now = {life: number > last ? life : life + 1, last: number};
    this.#lives.set(sandbox, now);
    return now.life;
  }
}

/**
 * The place is no address: by the time of the report nobody answers there any more.
 * @param id sandbox, life and entry: `default/1/req-7`.
 */
function whereIs(id: string, home: string): WhereInTraffic {
  const [sandbox = '', life = '1', entry = ''] = id.split('/');
  const named = sandbox === home ? entry : `${sandbox}/${entry}`;
  const isFirst = life === '1';
  const file = ['journal', sandbox, ...(isFirst ? [] : [`life-${life}`]), entry].join('/');
  return {
    name: isFirst ? named : `${named} of life ${life}`,
    placeOf: (pointer) => ({file, pointer}),
  };
}
