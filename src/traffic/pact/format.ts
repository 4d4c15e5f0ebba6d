/**
 * The parts of a Pact file that are read or written here, in versions 2 to 4 of its specification.
 * @see https://github.com/pact-foundation/pact-specification
 */
import type {JsonValue} from '../../openapi/index.js';

/** A Pact of any version that can be read. Which one it is, its metadata tells; older tools spell that in three ways. */
export interface AnyPact {
  readonly consumer?: {readonly name?: string};
  readonly provider?: {readonly name?: string};
  readonly interactions?: readonly (InteractionV2 | InteractionV3 | InteractionV4)[];
  readonly metadata?: {
    readonly pactSpecification?: {readonly version?: string};
    readonly 'pact-specification'?: {readonly version?: string};
    readonly pactSpecificationVersion?: string;
  };
}

/** An interaction of version 2: one state, the query as a string, bodies as they are. */
export interface InteractionV2 {
  readonly description?: string;
  readonly providerState?: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: JsonValue;
  };
  readonly response: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: JsonValue;
  };
}

/** An interaction of version 3: several states, the query by name, bodies as they are. */
export interface InteractionV3 {
  readonly description?: string;
  readonly providerStates?: readonly ProviderState[];
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, readonly string[]>>;
    readonly headers?: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: JsonValue;
  };
  readonly response: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: JsonValue;
  };
}

/** An interaction of version 4. Only those of type `Synchronous/HTTP` have a request and a response. */
export interface InteractionV4 {
  readonly type: string;
  /** Unique in the file. */
  readonly description: string;
  /** Names the interaction for good, whatever its description becomes. */
  readonly key?: string;
  /** One that is pending never fails a verification. */
  readonly pending?: boolean;
  readonly providerStates?: readonly ProviderState[];
  readonly request?: RequestV4;
  readonly response?: ResponseV4;
  readonly comments?: {readonly text?: readonly string[]; readonly [name: string]: JsonValue | undefined};
}

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
export interface WrittenInteraction extends InteractionV4 {
  readonly type: 'Synchronous/HTTP';
  readonly key: string;
  readonly pending: false;
  readonly providerStates: readonly ProviderState[];
  readonly request: RequestV4;
  readonly response: ResponseV4;
  readonly comments: {
    readonly text: readonly string[];
    readonly references: {readonly standin: Readonly<Record<string, string>>};
  };
}
