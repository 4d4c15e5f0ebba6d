import {isInjected} from '../../engine/desks.js';
import type {JournalEntry, Vendor} from '../../engine/index.js';
import {
  isObject,
  linksOf,
  valueAt,
  type Condition,
  type JsonValue,
  type Link,
  type Operation,
} from '../../openapi/index.js';
import type {Breach} from './breach.js';
import {expressed, holdsValue, maybeSame, parameterOf} from './expressions.js';
import {weakestMark} from './marks.js';

/** Somebody has to look, in one of several ways, whether something is so. */
interface LooseEnd {
  readonly entry: string;
  readonly operation: string;
  readonly links: readonly OpenLink[];
  /** Whether somebody looked when it was not so yet. */
  wasEarly: boolean;
}

/** A link with the values of the call that it comes from; an undefined one was not recorded. */
interface OpenLink extends Link {
  readonly expected: readonly (readonly [name: string, value: JsonValue | undefined])[];
  readonly held: JsonValue | undefined;
}

/** What clients of one vendor, in one sandbox, have to look after, as the links of the document say. Kept is what is open. */
export class FollowUps {
  readonly #vendor: Vendor;
  readonly #isOrdered: boolean;
  readonly #open = new Set<LooseEnd>();
  /** Those that a call of an operation may close, so that other calls cost nothing. */
  readonly #closable = new Map<string, Set<LooseEnd>>();
  /** Where the calls have no order: every operation that answered. */
  readonly #called = new Set<string>();

  constructor(vendor: Vendor, {isOrdered}: {readonly isOrdered: boolean}) {
    this.#vendor = vendor;
    this.#isOrdered = isOrdered;
  }

  note(entry: JournalEntry, operation: Operation): void {
    const {status} = entry.response;
    if (isInjected(entry) || status < 200 || status >= 300) return;
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
    for (const end of this.#closable.get(operation.id) ?? []) {
      const ways = end.links.filter(({operationId}) => operationId === operation.id);
      const found = ways.filter(({expected}) =>
        expected.every(([name, value]) => maybeSame(value, parameterOf(entry, operation, name))),
      );
      if (found.some((link) => isDone(link, entry))) this.#close(end);
      else if (found.length > 0) end.wasEarly = true;
    }
  }

  #begin(entry: JournalEntry, operation: Operation): void {
    const valueOf = (expression: string) => expressed(expression, entry, operation);
    const links = linksOf(this.#vendor.document, operation, entry.response.status).filter(
      ({when, unless}) => isAccepted(when, entry) && !unless.some((one) => valueOf(one) !== undefined),
    );
    for (const kind of ['follow', 'confirm'] as const) {
      const own = links.filter((link) => link.kind === kind);
      if (own.length === 0) continue;
      const open = own.map((link) => ({
        ...link,
        expected: Object.entries(link.parameters).map(([name, one]) => [name, valueOf(one)] as const),
        held: link.until?.holds === undefined ? undefined : valueOf(link.until.holds),
      }));
      const end = {entry: entry.id, operation: operation.id, links: open, wasEarly: false};
      this.#open.add(end);
      for (const {operationId} of open) this.#closableBy(operationId).add(end);
    }
  }

  #close(end: LooseEnd): void {
    this.#open.delete(end);
    for (const {operationId} of end.links) this.#closableBy(operationId).delete(end);
  }

  #closableBy(operationId: string): Set<LooseEnd> {
    const ends = this.#closable.get(operationId) ?? new Set();
    this.#closable.set(operationId, ends);
    return ends;
  }

  #breachOf({entry, operation, links, wasEarly}: LooseEnd): Breach {
    const [first] = links as [OpenLink];
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

  #insteadOf({operationId, until}: OpenLink): string {
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

/** What was not recorded, or not as JSON, is taken to be as it should. */
function isDone({until, held}: OpenLink, {response: {body}}: JournalEntry): boolean {
  if (until === undefined || !isObject(body)) return true;
  const isThere = (pointer: string) => (valueAt(body, pointer) ?? null) !== null;
  if (until.absent?.some(isThere) === true) return false;
  if (until.holds !== undefined && !holdsValue(body, held)) return false;
  if (until.pointer === undefined) return true;
  if (until.in === undefined) return isThere(until.pointer);
  return until.in.includes(valueAt(body, until.pointer) as JsonValue);
}
