import type {JsonValue, Operation, Vendor} from '../../src/engine/index.js';
import type {Change} from '../../src/state/index.js';
import type {VendorClient} from '../support/vendor-client.js';
import type {Id, Known} from './known.js';

/**
 * A vendor with two people in it: a data subject, whose data is erased, and a bystander. Words of the seed tell what must
 * become of them: `erased-…` goes, `kept-…` stays though it is the subject's, `noor-…` is the bystander's.
 */
export interface World {
  readonly vendor: Vendor;
  readonly behaviours: Readonly<Record<string, unknown>>;
  readonly seed: Readonly<Record<string, readonly Planted[]>>;
  /** Ids that only the bystander's entities have or name. */
  readonly bystander: readonly Id[];
  /** Collections in which nothing personal can stand, and why. */
  readonly impersonal: Readonly<Record<string, string>>;
  /** What parameters and members can be whose values are no free texts, or whose names do not tell in which collection to look. */
  readonly names: Readonly<Record<string, (known: Known) => readonly JsonValue[]>>;
  /** Gets the credentials that the world needs; called again when time has passed. */
  readonly signIn: (client: VendorClient) => Promise<HeadersOf>;
  /** Has all that is the subject's erased, the vendor's way, and waits until it is done. */
  readonly erase: (run: Eraser, known: Known) => Promise<void>;
  /** Words written into these places by requests survive an erasure. */
  readonly survivors: readonly Survivor[];
  /** Query parameters with which the bystander's data is read as it is stored. */
  readonly plainly?: Readonly<Record<string, string>>;
}

/** An entity as a seed has it. */
export interface Planted {
  readonly id: Id;
  readonly [member: string]: unknown;
}

/** What an erasure needs of a run. */
export interface Eraser {
  /** Calls an operation that must succeed. */
  request(operation: string, body?: object, path?: Readonly<Record<string, string>>, query?: string): Promise<void>;
  pass(milliseconds: number): Promise<void>;
  dump(): Promise<readonly Change[]>;
}

/** Headers that a request to an operation carries, on behalf of the subject or of the bystander. */
export type HeadersOf = (operation: Operation, who: 'subject' | 'bystander') => Readonly<Record<string, string>>;

/** A place in requests whose words stay, with the rule that says so. */
export interface Survivor {
  readonly operation: RegExp;
  /** Where in the request: `/message/text`, `?query`. */
  readonly place: RegExp;
  readonly why: string;
}
