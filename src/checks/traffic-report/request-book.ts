import type {JournalEntry, Vendor} from '../../engine/index.js';
import type {Mark} from '../../openapi/index.js';
import {placeOfExpected, PlainWords, type Breach} from '../conduct/index.js';
import type {CheckReport, Counts, LeftOutReport, StepReport, VendorReport, WorkflowReport} from '../report.js';
import {failureOf, severityOf, type SpecPlaces} from './failures.js';
import {isBreachWanted, isRequestWanted, type BreachSelection} from './selection.js';
import {Touched} from './touched.js';
import type {Source} from './traffic.js';

/** What a book is kept by. */
export interface BookOptions {
  readonly vendors: readonly Vendor[];
  readonly source: Source;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** When the run began; now when absent. */
  readonly began?: number;
  readonly selection: BreachSelection;
  /** What is less sure than this is told as learned. */
  readonly mark: Mark;
  /**
   * How many requests are listed, once of those that broke something and once of the others: later ones are only counted.
   * @defaultValue all
   */
  readonly most?: number;
}

/** What is known of a request that is listed. */
interface Listed {
  readonly id: string;
  readonly operation: string | undefined;
  readonly request?: string;
  readonly status?: number;
  readonly breaches: Breach[];
  /** Pointers in the vendor's document of what the request differs from, by the pointer in the entry. */
  readonly said: ReadonlyMap<string, string>;
}

type Tally = Record<'passed' | 'broken' | 'learned', number>;

/** The requests of one operation. */
interface Chapter {
  readonly id: string;
  readonly summary: string;
  readonly listed: Listed[];
  readonly more: Tally;
}

/** What is known of one vendor's requests. */
interface Part {
  readonly vendor: Vendor;
  readonly words: PlainWords;
  readonly touched: Touched;
  readonly chapters: Map<string, Chapter>;
}

/** What requests for no operation are filed under. */
const unknown = 'unknown operations';

/** Keeps what is to be told of requests: of each that is listed, its outline and its breaches, and of the others their number. */
export class RequestBook {
  readonly #options: BookOptions;
  readonly #began: number;
  readonly #operations: ReadonlySet<string>;
  readonly #parts = new Map<string, Part>();
  readonly #byId = new Map<string, Listed>();
  /** How many are listed, with breaches and without. */
  readonly #room = {broken: 0, passed: 0};

  constructor(options: BookOptions) {
    this.#options = options;
    this.#began = options.began ?? options.clock();
    this.#operations = new Set(options.vendors.flatMap(({operationList}) => operationList.map(({id}) => id)));
  }

  /** Notes a request with its breaches; what is none, such as a webhook, is passed over. */
  add(entry: JournalEntry, breaches: readonly Breach[]): void {
    const {vendors, selection} = this.#options;
    const vendor = vendors.find(({name}) => name === entry.vendor);
    if (vendor === undefined || entry.kind !== 'request') return;
    const part = this.#partOf(vendor);
    if (!isRequestWanted(entry.operation, selection, (word) => this.#operations.has(word))) return;
    part.touched.add(entry);
    const chapter = chapterOf(part, entry.operation);
    const wanted = breaches.filter((one) => isBreachWanted(one, selection));
    if (!this.#hasRoom(wanted)) {
      chapter.more[this.#outcomeOf(wanted)] += 1;
      return;
    }
    const listed: Listed = {
      id: entry.id,
      operation: entry.operation,
      request: part.words.request(entry),
      status: entry.response.status,
      breaches: [...wanted],
      said: wanted.length === 0 ? new Map() : saidIn(entry, part.words),
    };
    chapter.listed.push(listed);
    this.#byId.set(entry.id, listed);
  }

  /** Notes breaches that showed only later, with the requests that began them. */
  addLate(breaches: readonly Breach[]): void {
    const {vendors, selection} = this.#options;
    for (const breach of breaches) {
      const vendor = vendors.find(({name}) => name === breach.vendor);
      const isTold = isRequestWanted(breach.operation, selection, (word) => this.#operations.has(word));
      if (vendor === undefined || !isTold || !isBreachWanted(breach, selection)) continue;
      const listed = this.#byId.get(breach.entry) ?? this.#listAnew(vendor, breach);
      listed?.breaches.push(breach);
    }
  }

  /** Everything so far. @param specPlaces the lines of the vendors' documents. */
  report(leftOut: readonly LeftOutReport[], specPlaces: SpecPlaces): CheckReport {
    const {version, clock} = this.#options;
    const vendors = [...this.#parts.values()].flatMap((part) => this.#vendorReport(part, specPlaces) ?? []);
    return {
      subject: 'requests',
      version,
      startedAt: new Date(this.#began).toISOString(),
      milliseconds: clock() - this.#began,
      vendors,
      counts: sumOf(vendors.flatMap(({workflows}) => workflows.map(countsIn))),
      leftOut,
    };
  }

  #partOf(vendor: Vendor): Part {
    const known = this.#parts.get(vendor.name);
    if (known) return known;
    const part = {vendor, words: new PlainWords(vendor), touched: new Touched(vendor), chapters: new Map()};
    this.#parts.set(vendor.name, part);
    return part;
  }

  /** Of a request that was only counted, all that is known is what the breach says. */
  #listAnew(vendor: Vendor, {entry: id, operation}: Breach): Listed | undefined {
    const chapter = chapterOf(this.#partOf(vendor), operation);
    if (chapter.more.passed > 0) chapter.more.passed -= 1;
    if (this.#room.broken >= (this.#options.most ?? Infinity)) {
      chapter.more.broken += 1;
      return undefined;
    }
    this.#room.broken += 1;
    const listed: Listed = {id, operation, breaches: [], said: new Map()};
    chapter.listed.push(listed);
    this.#byId.set(id, listed);
    return listed;
  }

  #hasRoom(breaches: readonly Breach[]): boolean {
    const kind = breaches.length === 0 ? 'passed' : 'broken';
    if (this.#room[kind] >= (this.#options.most ?? Infinity)) return false;
    this.#room[kind] += 1;
    return true;
  }

  #outcomeOf(breaches: readonly Breach[]): keyof Tally {
    if (breaches.length === 0) return 'passed';
    return breaches.some((one) => severityOf(one, this.#options.mark) === 'broken') ? 'broken' : 'learned';
  }

  #vendorReport({vendor, chapters, touched}: Part, specPlaces: SpecPlaces): VendorReport | undefined {
    if (chapters.size === 0) return undefined;
    return {
      vendor: vendor.name,
      title: vendor.title,
      target: this.#options.source.name,
      workflows: inOrder(vendor, chapters).map(({id, summary, listed, more}): WorkflowReport => ({
        id,
        summary,
        steps: listed.map((one) => this.#stepReport(one, vendor, specPlaces)),
        ...(more.passed + more.broken + more.learned > 0 && {more: countsOf(more)}),
      })),
      coverage: touched.coverage,
    };
  }

  #stepReport(listed: Listed, vendor: Vendor, specPlaces: SpecPlaces): StepReport {
    const {id, operation, request, status, breaches, said} = listed;
    const {source, mark} = this.#options;
    const where = source.whereIs(id);
    const failures = breaches.map((breach) => failureOf(breach, {vendor, where, mark, said, specPlaces}));
    const rules = failures.flatMap((one) => one.rules);
    return {
      id: where.name,
      operation: operation ?? 'unknown operation',
      outcome: this.#outcomeOf(breaches),
      rules: rules.filter((rule, index) => rules.findIndex((one) => one.id === rule.id) === index),
      ...(request !== undefined && {request}),
      ...(status !== undefined && {status}),
      milliseconds: 0,
      failures,
    };
  }
}

function chapterOf({vendor, chapters}: Part, operation: string | undefined): Chapter {
  const id = operation ?? unknown;
  const known = chapters.get(id);
  if (known) return known;
  const summary = vendor.operationList.find((one) => one.id === operation)?.summary;
  const chapter: Chapter = {
    id,
    summary: summary ?? 'Requests that lead to no operation of the vendor.',
    listed: [],
    more: {passed: 0, broken: 0, learned: 0},
  };
  chapters.set(id, chapter);
  return chapter;
}

/** As the vendor's document has them, so that the order of calls does not matter; what leads nowhere comes last. */
function inOrder({operationList}: Vendor, chapters: ReadonlyMap<string, Chapter>): readonly Chapter[] {
  return [...operationList.map(({id}) => id), unknown].flatMap((id) => chapters.get(id) ?? []);
}

/** Where the document says what a part of a call differs from: of requests, and of answers as a client expects them. */
function saidIn({findings, violations}: JournalEntry, words: PlainWords): ReadonlyMap<string, string> {
  return new Map([
    ...findings.map(({location, path, schemaPath}) => [`/request/${location}${path}`, schemaPath] as const),
    ...violations.map((one) => [words.readable(placeOfExpected(one)), one.schemaPath] as const),
  ]);
}

function countsOf({passed, broken, learned}: Tally): Counts {
  return {total: passed + broken + learned, passed, broken, learned, error: 0, skipped: 0};
}

function countsIn({steps, more}: WorkflowReport): Counts {
  const count = (outcome: StepReport['outcome']) => steps.filter((step) => step.outcome === outcome).length;
  const listed = countsOf({passed: count('passed'), broken: count('broken'), learned: count('learned')});
  return more === undefined ? listed : sumOf([listed, more]);
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = (member: keyof Tally) => all.reduce((total, one) => total + one[member], 0);
  return countsOf({passed: sum('passed'), broken: sum('broken'), learned: sum('learned')});
}
