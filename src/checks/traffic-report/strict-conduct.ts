import type {JournalEntry, ScenarioName, Vendor} from '../../engine/index.js';
import {judgementOf, type Judgement} from '../conduct/index.js';
import type {CheckReport} from '../report.js';
import {RequestBook} from './request-book.js';
import {specPlacesIn} from './spec-places.js';
import type {WhereInTraffic} from './traffic.js';

/** How many requests are listed of a long run, once of those that broke something and once of the others. */
const mostListed = 1000;

/** What strict conduct is judged by. */
export interface StrictOptions {
  readonly vendors: readonly Vendor[];
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Where the stand-in listens. */
  readonly url: () => string;
}

/**
 * Judges the requests of a running stand-in. Each is judged when it is written down, for the journal loses what it held with a
 * reset, with its sandbox and to later requests. What is kept does not grow with the length of a run beyond two thousand
 * requests and what the judgement itself remembers: of the others there is a number for each operation.
 */
export class StrictConduct {
  readonly #options: StrictOptions;
  readonly #book: RequestBook;
  readonly #judgement: Judgement;
  /** Where each sandbox is: how often it began, and the number of its last request. */
  readonly #lives = new Map<string, {readonly life: number; readonly last: number}>();

  constructor(options: StrictOptions) {
    const {vendors, version, clock, url} = options;
    this.#options = options;
    this.#judgement = judgementOf(vendors);
    this.#book = new RequestBook({
      ...{vendors, version, clock, mark: 'assumed', most: mostListed, selection: {only: [], skip: []}},
      source: {
        get name() {
          return url();
        },
        whereIs: (id) => whereIs(id, url()),
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
   * @param root the folder that has `specs/`.
   */
  async end(root: string): Promise<CheckReport> {
    this.#book.addLate(this.#judgement.end());
    return this.#book.report([], await specPlacesIn(root, this.#options.vendors));
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

/** @param id sandbox, life and entry: `default/1/req-7`. */
function whereIs(id: string, url: string): WhereInTraffic {
  const [sandbox = '', life = '1', entry = ''] = id.split('/');
  const named = sandbox === 'default' ? entry : `${sandbox}/${entry}`;
  const file = `${url}${sandbox === 'default' ? '' : `/s/${sandbox}`}/_standin/journal/${entry}`;
  return {
    name: life === '1' ? named : `${named} of life ${life}`,
    placeOf: (pointer) => ({file, pointer}),
  };
}
