import {isInjected, parseToken} from '../../engine/desks.js';
import type {JournalEntry, Vendor} from '../../engine/index.js';
import {linksOf, valueAt, type Condition, type JsonValue, type Link, type Operation} from '../../openapi/index.js';
import type {Breach} from './breach.js';
import {Expressions, textsIn} from './expressions.js';
import {weakestMark} from './marks.js';
import {OpenEnds, type Place, type Spot} from './open-ends.js';

/** Somebody has to look, in one of several ways, whether something is so. */
interface LooseEnd {
  readonly entry: string;
  readonly operation: string;
  /** When it began: the count of the call. */
  readonly since: number;
  readonly links: readonly Link[];
  readonly places: Place<LooseEnd>[];
  /** What the call was about, as far as it tells; undefined where only its answer does. */
  readonly target: string | undefined;
}

/** What a call of an operation may close, all of it by the same parameters, and all when the answer is the same. */
interface Way {
  readonly names: readonly string[];
  readonly until: Condition | undefined;
  readonly open: OpenEnds<LooseEnd>;
}

/** What clients of one vendor, in one sandbox, have to look after, as the links of the document say. Kept is what is open. */
export class FollowUps {
  readonly #vendor: Vendor;
  readonly #isOrdered: boolean;
  readonly #expressions = new Expressions();
  readonly #open = new Set<LooseEnd>();
  /** By the operation that may close what is open, and by how it does: other calls cost nothing. */
  readonly #ways = new Map<string, Map<string, Way>>();
  /** What was begun for the same target, the oldest first. */
  readonly #targets = new Map<string, Set<LooseEnd>>();
  /** Where the calls have no order: every operation that answered. */
  readonly #called = new Set<string>();
  #count = 0;

  constructor(vendor: Vendor, {isOrdered}: {readonly isOrdered: boolean}) {
    this.#vendor = vendor;
    this.#isOrdered = isOrdered;
  }

  note(entry: JournalEntry, operation: Operation): void {
    const {status} = entry.response;
    if (isInjected(entry) || status < 200 || status >= 300) return;
    this.#count += 1;
    if (this.#isOrdered) this.#look(entry, operation);
    else this.#called.add(operation.id);
    this.#begin(entry, operation);
  }

  /** What nobody looked after. */
  end(): readonly Breach[] {
    return [...this.#open]
      .filter(({links}) => !links.some(({operationId}) => this.#called.has(operationId)))
      .map((end) => this.#breachOf(end));
  }

  #look(entry: JournalEntry, operation: Operation): void {
    for (const {names, until, open} of this.#ways.get(operation.id)?.values() ?? []) {
      const spot = open.spotOf(this.#expressions.parametersOf(entry, operation, names));
      if (spot === undefined) continue;
      if (isDone(until, entry)) for (const end of heldBy(spot, until, entry)) this.#finish(end);
      spot.vainAt = this.#count;
    }
  }

  #begin(entry: JournalEntry, operation: Operation): void {
    const valueOf = (expression: string) => this.#expressions.valueOf(expression, entry, operation);
    const links = linksOf(this.#vendor.document, operation, entry.response.status).filter(
      ({when, unless}) => isAccepted(when, entry) && !unless.some((one) => valueOf(one) !== undefined),
    );
    for (const kind of ['follow', 'confirm'] as const) {
      const own = links.filter((link) => link.kind === kind);
      if (own.length === 0) continue;
      const target = this.#targetOf(own, entry, operation);
      if (own.some(({until}) => isDoneAlready(until, entry))) {
        this.#finishBefore(target, this.#count);
        continue;
      }
      const end = {entry: entry.id, operation: operation.id, since: this.#count, links: own, places: [], target};
      this.#place(end, valueOf);
    }
  }

  #place(end: LooseEnd, valueOf: (expression: string) => JsonValue | undefined): void {
    this.#open.add(end);
    if (end.target !== undefined) this.#targets.set(end.target, (this.#targets.get(end.target) ?? new Set()).add(end));
    for (const {operationId, parameters, until} of end.links) {
      const held = until?.holds === undefined ? undefined : valueOf(until.holds);
      const expected = Object.values(parameters).map(valueOf);
      const {open} = this.#wayOf(operationId, Object.keys(parameters), until);
      end.places.push(open.add(end, {expected, held, since: end.since}));
    }
  }

  #wayOf(operationId: string, names: readonly string[], until: Condition | undefined): Way {
    const ways = this.#ways.get(operationId) ?? new Map<string, Way>();
    this.#ways.set(operationId, ways);
    const key = JSON.stringify([names, until]);
    const way = ways.get(key) ?? {names, until, open: new OpenEnds<LooseEnd>()};
    ways.set(key, way);
    return way;
  }

  /**
   * What a call is about: its path, and what its links take from the request. Where they take nothing from there, each call
   * begins something of its own.
   */
  #targetOf(links: readonly Link[], entry: JournalEntry, operation: Operation): string | undefined {
    const asked = links
      .flatMap(({parameters}) => Object.values(parameters))
      .filter((expression) => expression.startsWith('$request.'));
    if (asked.length === 0) return undefined;
    const values = [
      ...this.#expressions.pathOf(entry, operation),
      ...asked.map((expression) => this.#expressions.valueOf(expression, entry, operation)),
    ];
    return values.includes(undefined) ? undefined : JSON.stringify([operation.id, links[0]?.kind, values]);
  }

  #finish(end: LooseEnd): void {
    this.#finishBefore(end.target, end.since);
    this.#close(end);
  }

  /** What was asked for before, of the same target, is done as well: whoever tries again may never have got the first id. */
  #finishBefore(target: string | undefined, since: number): void {
    if (target === undefined) return;
    for (const earlier of this.#targets.get(target) ?? []) {
      if (earlier.since >= since) return;
      this.#close(earlier);
    }
  }

  #close(end: LooseEnd): void {
    if (!this.#open.delete(end)) return;
    for (const {leave} of end.places) leave();
    if (end.target === undefined) return;
    const same = this.#targets.get(end.target);
    same?.delete(end);
    if (same?.size === 0) this.#targets.delete(end.target);
  }

  #breachOf({entry, operation, links, places, since}: LooseEnd): Breach {
    const [first] = links as readonly [Link, ...Link[]];
    const wasEarly = places.some(({spot}) => spot.vainAt > since);
    const isErasure = first.kind === 'confirm';
    return {
      entry,
      kind: isErasure ? 'unconfirmed' : 'unfollowed',
      vendor: this.#vendor.name,
      operation,
      pointer: '/response',
      rules: first.rules,
      mark: weakestMark(this.#vendor, first.rules, 'assumed'),
      message: isErasure ? unconfirmed(wasEarly) : unfollowed(wasEarly),
      instead: this.#insteadOf(first),
    };
  }

  #insteadOf({operationId, until}: Link): string {
    const linked = this.#vendor.operationList.find(({id}) => id === operationId);
    const way = `Call ${linked?.method ?? ''} ${linked?.path ?? ''} (${operationId})`;
    if (until?.pointer !== undefined) {
      if (until.in === undefined) return `${way} until its answer has \`${until.pointer}\`.`;
      return `${way} until \`${until.pointer}\` of its answer is ${until.in.map(String).join(' or ')}.`;
    }
    return `${way} afterwards, and see that it is gone.`;
  }
}

function unfollowed(wasEarly: boolean): string {
  return wasEarly
    ? 'The call was accepted for later; somebody looked, but it was not done yet.'
    : 'The call was accepted for later, and nobody looked whether it was done.';
}

function unconfirmed(wasEarly: boolean): string {
  return wasEarly
    ? 'The call erased something; what was read afterwards does not hold it, so nobody saw whether it is gone.'
    : 'The call erased something, and nobody read afterwards whether it is gone.';
}

/** What was not recorded is taken to be as it should. */
function isAccepted(when: Condition | undefined, {response: {body}}: JournalEntry): boolean {
  if (when?.pointer === undefined || when.in === undefined) return true;
  const value = valueAt(body, when.pointer) as JsonValue | undefined;
  return value === undefined || when.in.includes(value);
}

/** Whether an accepting answer tells that it is done. That something is absent from it tells nothing: it is another answer. */
function isDoneAlready(until: Condition | undefined, entry: JournalEntry): boolean {
  return until?.pointer !== undefined && isStructured(entry.response.body) && isDone(until, entry);
}

/** Whether an answer is as it has to be, but for what it holds. What was not recorded is taken to be as it should. */
function isDone(until: Condition | undefined, {response: {status, body}}: JournalEntry): boolean {
  if (!isStructured(body)) return body === undefined ? !withoutBody.includes(status) : isHidden(body);
  if (until === undefined) return true;
  const isThere = (pointer: string) => (valueAt(body, pointer) ?? null) !== null;
  if (until.absent?.some(isThere) === true) return false;
  if (until.pointer === undefined) return true;
  if (until.in === undefined) return isThere(until.pointer);
  return until.in.includes(valueAt(body, until.pointer) as JsonValue);
}

/** Those that an answer is meant for, by what it holds. Whose text cannot be told is taken to be held. */
function heldBy({ends}: Spot<LooseEnd>, until: Condition | undefined, {response: {body}}: JournalEntry): LooseEnd[] {
  const texts = until?.holds !== undefined && isStructured(body) ? textsIn(body) : undefined;
  const found = texts === undefined ? [...ends.values()] : [undefined, ...texts].map((text) => ends.get(text));
  return found.flatMap((some) => [...(some ?? [])]);
}

/** Statuses of answers that have no body. */
const withoutBody: readonly number[] = [204, 205];

function isStructured(body: JsonValue | undefined): body is Exclude<JsonValue, string | number | boolean | null> {
  return typeof body === 'object' && body !== null;
}

/** Whether it is the token of an object or a list, which the journal hides where the document has no such answer. */
function isHidden(body: JsonValue): boolean {
  return typeof body === 'string' && /^[{[]/.test(parseToken(body)?.shape ?? '');
}
