import {
  operationsOf,
  Router,
  type OpenApiDocument,
  type Operation,
  type ParameterDecoder,
  type Validators,
} from '../openapi/index.js';
import {nameCollections, type Collections, type Entity, type NamedCollections, type State} from '../state/index.js';
import type {Behaviours, BehaviourValue, BehaviourValues} from './behaviours.js';
import type {Meters} from './sandbox/meters.js';
import type {SeedSchema} from './sandbox/seed-schema.js';
import type {OutgoingRequest, OutgoingResult, Webhooks} from './outgoing.js';
import type {Person} from './person.js';
import type {Problem, ProblemContext} from './problem.js';
import type {AnySurvivor, Survivor} from './proof/survivors.js';
import type {RecordedAnswer} from './recorded-answer.js';
import type {Inputs, OperationTypes, Replies, Reply} from './reply.js';
import type {PlainRequest} from './request.js';
import type {Rule} from './rules.js';
import type {Scope} from './scope.js';
import type {ScenarioParts} from './scenarios.js';

/** Entities by collection: what a sandbox starts with. */
export type SeedData = Readonly<Record<string, readonly Entity[]>>;

/** An entity as a seed may say it: the members that the vendor fills in may be left out. */
export type Seeded<E, Filled extends keyof E> = Omit<E, Filled> & Partial<Pick<E, Filled>>;

/**
 * A vendor's way from request to handler, in that vendor's order.
 * `route`: which operation · `authenticate`: who calls · `authorize`: may they · `limit`: not too often · `decode`:
 * parameters and body can be read · `validate`: they are what the document says.
 */
export type Step = 'route' | 'authenticate' | 'authorize' | 'limit' | 'decode' | 'validate';

/** A request as its handler sees it. */
export interface Call<Op extends OperationTypes, C extends Collections, Caller, B extends Behaviours>
  extends Scope<C, B>, Inputs<Op> {
  readonly caller: Caller;
  /** As for authentication; for the operation that hands out credentials. */
  readonly auth: 'strict' | 'any';
  /** What stands before the vendor's own path in the caller's URLs: `/dixa`, `/s/blue/dixa`, or nothing. */
  readonly prefix: string;
  /** The base URL under which anyone reaches the vendor in this sandbox: scheme, authority and a prefix. */
  readonly baseUrl: string;
}

/** Carries out one operation. Typed from the document: an undeclared status or a wrong body does not compile. */
export type Handler<Op extends OperationTypes, C extends Collections, Caller, B extends Behaviours> = (
  call: Call<Op, C, Caller, B>,
) => Promise<Replies<Op>> | Replies<Op>;

/** Carries out what fell due. */
export type Transition<C extends Collections, B extends Behaviours> = (
  scope: Scope<C, B>,
  payload: Entity['id'],
) => Promise<void>;

/** What authentication can look at. */
export interface Credentials<C extends Collections> {
  readonly headers: Readonly<Record<string, string>>;
  readonly operation: Operation | undefined;
  /** As for handlers. */
  readonly sandbox: string;
  readonly state: State<C>;
  readonly now: number;
  /** `any`: every credential that is there is taken for the demo account's. */
  readonly auth: 'strict' | 'any';
}

/** What a limit can look at. */
export interface LimitedCall<Caller, B extends Behaviours> {
  readonly caller: Caller;
  readonly operation: Operation;
  readonly now: number;
  readonly behaviours: BehaviourValues<B>;
  /** The sandbox's counts. */
  readonly meters: Meters;
}

/** What a limit says: a refusal, or headers that go with whatever answer the call gets. */
export type LimitOutcome = {readonly refusal: Reply} | {readonly headers: Readonly<Record<string, string>>};

/** A call that an injected fault hits, as far as the vendor's words for it may depend on it. */
export interface FaultyCall<B extends Behaviours> extends Omit<ProblemContext, 'body'> {
  /** Asks for the HTML page of the gateway before the vendor in place of the vendor's own words. */
  readonly html: boolean;
  readonly behaviours: BehaviourValues<B>;
}

/** All that is written down of a vendor. A page answers with less, and loads it when somebody asks. */
export interface Papers {
  /** With its descriptions and examples. */
  readonly document: OpenApiDocument;
  readonly rules: readonly Rule[];
}

/** Credentials that a sandbox hands out, in the vendor's shape. */
export interface IssuedCredentials {
  /** The variables a client reads them from: `{DIXA_API_KEY: '…'}`. */
  readonly env: Readonly<Record<string, string>>;
  /** The entities that make them known. */
  readonly seed: SeedData;
}

/** Everything there is about a vendor. Its words and its behaviour are its own; how a request travels is the engine's. */
export interface VendorDefinition<
  Ops extends {[Id in keyof Ops]: OperationTypes},
  C extends Collections,
  Caller,
  B extends Behaviours,
> {
  /** Lower case, one word: the name of its three folders and of its path prefix. */
  readonly name: string;
  readonly title: string;
  /** What answering takes of it. */
  readonly document: OpenApiDocument;
  readonly validators: Validators;
  /** The vendor's real addresses. */
  readonly origins: readonly string[];
  /** `Content-Type` of its JSON answers. */
  readonly contentType: string;
  readonly steps: readonly Step[];
  /** How a body without a content type is taken. */
  readonly untypedBody: 'json' | 'refuse';
  readonly collections: C;
  readonly seed: SeedData;
  /** What may stand in a user's data; only whether entities have ids is asked where a vendor has none. */
  readonly seedSchema?: () => Promise<SeedSchema>;
  /** Collections that hold accounts and credentials: a user's seed that does not name them leaves them as they are. */
  readonly accounts: readonly (keyof C & string)[];
  /**
   * Made-up people as this vendor's entities, without what `prepare` completes, in collections that hold no accounts. The
   * same people give the same entities, whose ids all differ and are none of the vendor's own seed.
   */
  readonly populate?: (people: readonly Person[]) => SeedData;
  /**
   * The entities that recorded answers imply, in collections that hold no accounts: as each was when it was last answered, with
   * what an answer does not tell filled in. The same answers give the same entities.
   */
  readonly implied?: (answers: readonly RecordedAnswer[]) => Promise<SeedData>;
  /** Completes a seed entity with what the vendor itself computes, such as the spans of a redaction. */
  readonly prepare?: (collection: string, entity: Entity, behaviours: BehaviourValues<B>) => Entity | Promise<Entity>;
  readonly behaviours: B;
  /** Where values stay on purpose when a person is erased, by the rules that say so. */
  readonly survives?: readonly Survivor<C, B>[];
  /** What is known of it, and where from. Empty in a page: {@link papers} has them. */
  readonly rules: readonly Rule[];
  /** What only readers ask for; the same document and rules when absent. */
  readonly papers?: () => Promise<Papers>;
  /** What the scenarios are at this vendor. */
  readonly scenarios?: ScenarioParts<Scope<C, B>, keyof B & string>;
  /** Credentials of a sandbox; for `default` the demo credentials. A pure function of the sandbox's id. */
  readonly issue: (sandbox: string) => IssuedCredentials;
  /** A command line to paste: the vendor's telling call, with curl. */
  readonly sample: (baseUrl: string, env: Readonly<Record<string, string>>) => string;
  /** The sandbox that a request's credential was issued for, if it tells one. A pure function of the request. */
  readonly sandboxOf: (request: PlainRequest, path: string) => string | undefined;
  /** Whether the vendor has no such operation, as the behaviours stand: then its route is unknown. */
  readonly hides?: (operation: Operation, behaviours: BehaviourValues<B>) => boolean;
  readonly authenticate: (credentials: Credentials<C>) => Promise<{caller: Caller} | {refusal: Reply}>;
  /** Whether the caller may use the operation; a refusal if not. */
  readonly authorize?: (caller: Caller, operation: Operation) => Reply | undefined;
  /** Counts a call of a known caller, and refuses one too many. */
  readonly limit?: (call: LimitedCall<Caller, B>) => LimitOutcome | undefined;
  readonly refuse: (problem: Problem, context: ProblemContext) => Reply;
  /**
   * The vendor's words for a status that is injected; undefined where it has none. Whether it has any hangs on status,
   * operation and `html` alone.
   */
  readonly faults: (status: number, call: FaultyCall<B>) => Reply | undefined;
  /** Parameters, by name, that need a reader of their own. */
  readonly parameters?: Readonly<Record<string, ParameterDecoder>>;
  readonly operations: {readonly [Id in keyof Ops]: Handler<Ops[Id], C, Caller, B>};
  readonly transitions: Readonly<Record<string, Transition<C, B>>>;
  readonly webhooks?: Webhooks<C, B>;
}

/** A vendor as the engine runs it: its definition with the document read and the types forgotten. */
export interface Vendor {
  readonly name: string;
  readonly title: string;
  readonly document: OpenApiDocument;
  readonly validators: Validators;
  readonly origins: readonly string[];
  /** The hosts of its origins. */
  readonly hosts: readonly string[];
  readonly contentType: string;
  readonly steps: readonly Step[];
  readonly untypedBody: 'json' | 'refuse';
  readonly collections: Collections;
  readonly named: NamedCollections;
  readonly seed: SeedData;
  readonly seedSchema: (() => Promise<SeedSchema>) | undefined;
  readonly accounts: readonly string[];
  readonly populate: (people: readonly Person[]) => SeedData;
  readonly implied: (answers: readonly RecordedAnswer[]) => Promise<SeedData>;
  readonly prepare: (
    collection: string,
    entity: Entity,
    behaviours: Readonly<Record<string, BehaviourValue>>,
  ) => Entity | Promise<Entity>;
  readonly behaviours: Behaviours;
  readonly survives: readonly AnySurvivor[];
  readonly rules: readonly Rule[];
  readonly papers: () => Promise<Papers>;
  readonly scenarios: ScenarioParts<AnyScope>;
  readonly issue: (sandbox: string) => IssuedCredentials;
  readonly sample: (baseUrl: string, env: Readonly<Record<string, string>>) => string;
  readonly sandboxOf: (request: PlainRequest, path: string) => string | undefined;
  readonly hides: (operation: Operation, behaviours: AnyScope['behaviours']) => boolean;
  readonly authenticate: (credentials: Credentials<Collections>) => Promise<{caller: unknown} | {refusal: Reply}>;
  readonly authorize: (caller: unknown, operation: Operation) => Reply | undefined;
  readonly limit: (call: LimitedCall<unknown, Behaviours>) => LimitOutcome | undefined;
  readonly refuse: (problem: Problem, context: ProblemContext) => Reply;
  readonly faults: (
    status: number,
    call: Omit<FaultyCall<Behaviours>, 'behaviours'> & Pick<AnyScope, 'behaviours'>,
  ) => Reply | undefined;
  readonly parameters: Readonly<Record<string, ParameterDecoder>>;
  readonly operations: Readonly<Record<string, AnyHandler>>;
  readonly transitions: Readonly<Record<string, AnyTransition>>;
  readonly webhooks: AnyWebhooks | undefined;
  readonly router: Router;
  readonly operationList: readonly Operation[];
}

/** A vendor whose name, operations and behaviours are known to the compiler, for callers who name them. */
export interface DefinedVendor<Name extends string, OperationId extends string, B extends Behaviours> extends Vendor {
  readonly name: Name;
  readonly behaviours: B;
  readonly operations: Readonly<Record<OperationId, AnyHandler>>;
}

/** A handler whose types were checked where it was defined. */
export type AnyHandler = (call: AnyCall) => Promise<Reply> | Reply;
export type AnyTransition = (scope: AnyScope, payload: Entity['id']) => Promise<void>;
export type AnyWebhooks = Pick<Webhooks<Collections, Behaviours>, 'signature'> & {
  readonly request: (scope: AnyScope, delivery: Entity['id']) => Promise<OutgoingRequest | undefined>;
  readonly report: (scope: AnyScope, delivery: Entity['id'], result: OutgoingResult) => Promise<void>;
};
export type AnyScope = Omit<Scope<Collections, Behaviours>, 'behaviours'> & {
  readonly behaviours: Readonly<Record<string, BehaviourValue>>;
};
export type AnyCall = AnyScope & {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: unknown;
  readonly auth: 'strict' | 'any';
  readonly prefix: string;
  readonly baseUrl: string;
};

/**
 * Makes a vendor of its definition.
 * @throws Error when an operation of the document has no handler.
 */
export function defineVendor<
  const Name extends string,
  Ops extends {[Id in keyof Ops]: OperationTypes},
  C extends Collections,
  Caller,
  B extends Behaviours,
>(definition: VendorDefinition<Ops, C, Caller, B> & {readonly name: Name}): DefinedVendor<Name, keyof Ops & string, B> {
  const operationList = operationsOf(definition.document);
  const missing = operationList.filter(({id}) => !(id in definition.operations)).map(({id}) => id);
  if (missing.length > 0) throw new Error(`${definition.name} has no handler for ${missing.join(', ')}.`);
  // The one place where a vendor's types are forgotten: the engine treats all vendors alike.
  const erased = definition as unknown as Omit<
    DefinedVendor<Name, keyof Ops & string, B>,
    'hosts' | 'named' | 'router' | 'operationList'
  >;
  return {
    ...erased,
    hosts: erased.origins.map((origin) => new URL(origin).host),
    papers: erased.papers ?? (() => Promise.resolve(definition)),
    populate: erased.populate ?? (() => ({})),
    implied: erased.implied ?? (() => Promise.resolve({})),
    prepare: erased.prepare ?? ((_, entity) => entity),
    survives: erased.survives ?? [],
    scenarios: erased.scenarios ?? {},
    hides: erased.hides ?? (() => false),
    authorize: erased.authorize ?? (() => undefined),
    limit: erased.limit ?? (() => undefined),
    parameters: erased.parameters ?? {},
    named: nameCollections(definition.name, definition.collections),
    router: new Router(operationList),
    operationList,
  };
}
