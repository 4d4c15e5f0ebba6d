import type {JournalEntry, ScenarioName} from '../../engine/index.js';
import type {Mark} from '../../openapi/index.js';

/** How a client can break a contract: all {@link BreachKind}s. */
export const breachKinds = [
  'unknown-operation',
  'authentication',
  'request',
  'ignored',
  'deprecated',
  'unfollowed',
  'unconfirmed',
  'expectation',
] as const;

/**
 * One way in which a client can break a contract. `unknown-operation`: the vendor has no such operation · `authentication`: the
 * credential is missing, or not the right one · `request`: it differs from the document · `ignored`: it says what the vendor does
 * not look at · `deprecated`: the document has another operation for it · `unfollowed`: it was accepted for later, and nobody
 * looked whether it was done · `unconfirmed`: something was erased, and nobody read whether it is gone · `expectation`: a client
 * expects an answer that the document does not allow.
 */
export type BreachKind = (typeof breachKinds)[number];

/** One way in which a client broke a vendor's contract. */
export interface Breach {
  /** The entry's id in the journal: `req-7`. */
  readonly entry: string;
  readonly kind: BreachKind;
  readonly vendor: string;
  /** `operationId`; absent when no operation matched. */
  readonly operation?: string;
  /** JSON pointer into the journal's entry: `/request/query/force/0`, `/request/body/sessionId`, `/request/path`. */
  readonly pointer: string;
  /** Ids of the rules that say so: `DIXA-8`; none where none is named. */
  readonly rules: readonly string[];
  /** The weakest mark of these rules; where none is named, how sure the vendor's document is of what was broken. */
  readonly mark: Mark;
  /** Whole sentences that say what is wrong. They show nothing personal. */
  readonly message: string;
  /** What to send or do instead, as a whole sentence. */
  readonly instead: string;
}

/** A call to be judged. */
export interface JudgedCall {
  readonly entry: JournalEntry;
  /** Calls to different sandboxes have nothing to do with each other. */
  readonly sandbox: string;
  /** `expected`: it is what a client expects of a vendor, such as an interaction of a Pact. */
  readonly origin: 'made' | 'expected';
  /** Whether credentials were recorded: a browser leaves them out of what it exports. */
  readonly hasCredentials: boolean;
  /** The sandbox's scenario when the call was made; that of the {@link Situation} unless told. */
  readonly scenario?: ScenarioName | undefined;
}

/** What has to be known beside the calls. */
export interface Situation {
  /** The sandbox's scenario: in some a good client is refused as well. */
  readonly scenario?: ScenarioName | undefined;
  /**
   * Whether the calls were made one after the other, as they come. Where they were not, such as the interactions of a Pact,
   * any call of the right operation counts as a later look.
   * @defaultValue true
   */
  readonly isOrdered?: boolean | undefined;
}

/** What is said of a call, before it is said of which. */
export type Told = Omit<Breach, 'entry' | 'vendor' | 'operation'>;
