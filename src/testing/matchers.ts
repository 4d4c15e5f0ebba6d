import {readTimes} from '../engine/desks.js';
import type {RequestPattern, Times} from '../engine/index.js';
import type {Subject} from '../erasure/index.js';
import type {ErasureProof, Remnant} from '../program/index.js';
import type {KnownNames, OperationName} from '../registry.js';
import {conformanceOf, vendorsOf, type Checked} from './conformance.js';
import {excerptOf} from './message.js';

/** How a call is expected to be. Whatever is left out may be anything; values are given in clear. */
export interface ReceivedCall extends Pick<RequestPattern, 'path' | 'status' | 'query' | 'headers' | 'body' | 'where'> {
  /** How often: exactly so many times, or `{atLeast: 1, atMost: 3}`. @defaultValue at least once */
  readonly times?: number | Times;
}

/** What test frameworks are told by a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What test frameworks tell a matcher. */
interface Matching {
  readonly isNot?: boolean;
}

/** How many places of a person a message lists. */
const mostPlaces = 10;

/**
 * Whether clients called an operation as expected. Of a call whose content was erased nobody can tell: such a one
 * neither passes for an expected call nor lets `.not` pass.
 */
async function toHaveReceived(
  this: Matching,
  received: unknown,
  operation: OperationName,
  expected: ReceivedCall = {},
): Promise<MatcherResult> {
  const sandbox = checked(received, 'toHaveReceived');
  if (typeof expected !== 'object' || expected === null)
    throw new RangeError('Say how the call is to be in an object: {times: 1, status: 202}.');
  const {times, ...call} = expected;
  const wanted = typeof times === 'number' ? {exactly: times} : (times ?? undefined);
  const request = {...call, ...namesIn(operation), ...(wanted && {times: wanted})};
  const {passed, message, counts} = await sandbox.verify({requests: [request]});
  const {matched = 0, erased = 0} = counts[0] ?? {};
  const {min, max} = readTimes(wanted);
  const isPossible = matched <= max && matched + erased >= min;
  const excerpt = excerptOf(await sandbox.journal.entries(), await vendorsOf(sandbox));
  checked(sandbox, 'toHaveReceived');
  const unknown = erased === 0 ? '' : `, and ${erased} of which nobody can tell, since what they said was erased`;
  const denial = `Expected otherwise of ${operation}: the calls that are as described are ${matched}${unknown}.`;
  return this.isNot === true
    ? {pass: isPossible, message: () => `${denial}\n${excerpt}`}
    : {pass: passed, message: () => `${message}\n${excerpt}`};
}

/** Whether nothing of a person is left but what a rule about the vendor keeps on purpose. */
async function toHaveErased(this: Matching, received: unknown, subject: Subject): Promise<MatcherResult> {
  const sandbox = checked(received, 'toHaveErased');
  const proof = await sandbox.erasure(subject);
  const excerpt = excerptOf(await sandbox.journal.entries(), await vendorsOf(sandbox));
  checked(sandbox, 'toHaveErased');
  return {pass: proof.erased, message: () => `${erasureText(proof)}\n${excerpt}`};
}

/** Whether clients kept the vendors' contracts: known operations, right credentials, requests as the documents have them. */
async function toConformToContract(this: Matching, received: unknown): Promise<MatcherResult> {
  const sandbox = checked(received, 'toConformToContract');
  const {passed, message} = await conformanceOf(sandbox);
  checked(sandbox, 'toConformToContract');
  return {pass: passed, message: () => message};
}

/** The matchers, as `expect.extend` of vitest and of jest takes them. */
export const matchers = {toHaveReceived, toHaveErased, toConformToContract};

/** What `expect(sandbox)` can say. */
export interface StandinMatchers {
  /**
   * Whether clients called an operation: `await expect(sandbox).toHaveReceived('dixa.patchEndusersUseridAnonymize', {times: 1})`.
   * @throws RangeError for what there is not.
   */
  toHaveReceived(operation: OperationName, call?: ReceivedCall): Promise<void>;
  /**
   * Whether nothing of a person is left but what a rule keeps on purpose: `await expect(sandbox).toHaveErased({emails: ['ada@example.org']})`.
   * Somebody who never was there is not there either: ask `.not` before.
   * @throws RangeError for somebody who cannot be looked for.
   */
  toHaveErased(subject: Subject): Promise<void>;
  /** Whether clients kept the vendors' contracts: `await expect(sandbox).toConformToContract()`. */
  toConformToContract(): Promise<void>;
}

function erasureText({erased, places, survivors, counted}: ErasureProof): string {
  if (erased) {
    const kept =
      counted.survivors === 0
        ? 'nothing is left of them'
        : `only what rules keep is left, in ${placesOf(counted.survivors)}`;
    return [`Expected the person to be there, but ${kept}:`, ...listed(survivors, counted.survivors)].join('\n');
  }
  return [
    `Expected the person to be erased, but they are found in ${placesOf(counted.places)}:`,
    ...listed(places, counted.places),
  ].join('\n');
}

const placesOf = (count: number) => (count === 1 ? '1 place' : `${count} places`);

function listed(places: readonly Remnant[], count: number): readonly string[] {
  const lines = places.slice(0, mostPlaces).map(placeText);
  return count > lines.length ? [...lines, `  and ${count - lines.length} more`] : lines;
}

function placeText({where, pointer, of, as, rule}: Remnant): string {
  const disguise = as.length === 0 ? '' : `, as ${as.join(' in ')}`;
  return `  ${where} ${pointer}: the subject's ${of}${disguise}${rule === undefined ? '' : ` (kept by ${rule})`}`;
}

/** Asked before and after the work: a matcher that nobody waits for would judge a new sandbox of the same name. */
function checked(received: unknown, matcher: string): Checked {
  const isOne = typeof received === 'object' && received !== null && 'verify' in received && 'erasure' in received;
  if (isOne && 'ended' in received && received.ended === true)
    throw new Error(`This sandbox has ended: await expect(…).${matcher} inside the test that it belongs to.`);
  if (isOne) return received as Checked;
  throw new TypeError(
    `Give expect(…).${matcher} a stand-in or one of its sandboxes: \`await expect(sandbox).${matcher}(…)\`.`,
  );
}

/** The type says that both are names there are; what callers without types name is judged by `verify`. */
function namesIn(name: OperationName): {vendor: KnownNames['vendor']; operation: KnownNames['operation']} {
  const dot = String(name).indexOf('.');
  if (dot < 1) throw new RangeError("Name an operation with its vendor: 'dixa.patchEndusersUseridAnonymize'.");
  return {vendor: name.slice(0, dot), operation: name.slice(dot + 1)} as ReturnType<typeof namesIn>;
}
