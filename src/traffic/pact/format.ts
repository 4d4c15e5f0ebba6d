/**
 * A Pact file of version 4, as it is written here. What is read may be older, and lack any of it.
 * @see https://github.com/pact-foundation/pact-specification
 */
import type {JsonValue} from '../../openapi/index.js';

/** What must be the case at the provider before an interaction. */
export interface ProviderState {
  readonly name: string;
  readonly params?: Readonly<Record<string, JsonValue>>;
}

/** A request of version 4. */
export interface RequestV4 {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: BodyV4;
  readonly matchingRules?: MatchingRules;
}

/** A response of version 4. */
export interface ResponseV4 {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: BodyV4;
  readonly matchingRules?: MatchingRules;
}

/** A body of version 4. */
export interface BodyV4 {
  /** The value of a JSON body; the text of any other, or its bytes in the encoding that `encoded` names. */
  readonly content: JsonValue;
  readonly contentType?: string;
  /** `false`, or `base64`. */
  readonly encoded?: boolean | string;
}

/** In which ways an answer may differ from the one in the file, by part of the message. */
export interface MatchingRules {
  /** By path: `$.data.id`. The rule of a path holds below it too, unless there is one closer by. */
  readonly body?: Readonly<Record<string, MatchingRule>>;
}

/** What is compared, and how. */
export interface MatchingRule {
  readonly combine: 'AND';
  readonly matchers: readonly {readonly match: 'type' | 'equality'}[];
}

/** A Pact as it is written here. */
export interface PactV4 {
  readonly consumer: {readonly name: string};
  readonly provider: {readonly name: string};
  readonly interactions: readonly WrittenInteraction[];
  readonly metadata: {
    readonly pactSpecification: {readonly version: '4.0'};
    readonly standin: {readonly version: string};
  };
}

/** An interaction as it is written here: with all that version 4 has for it. */
export interface WrittenInteraction {
  readonly type: 'Synchronous/HTTP';
  /** Unique in the file. */
  readonly description: string;
  /** Names the interaction for good, whatever its description becomes. */
  readonly key: string;
  /** One that is pending never fails a verification. */
  readonly pending: false;
  readonly providerStates: readonly ProviderState[];
  readonly request: RequestV4;
  readonly response: ResponseV4;
  readonly comments: {
    readonly text: readonly string[];
    readonly references: {readonly standin: Readonly<Record<string, string>>};
  };
}
