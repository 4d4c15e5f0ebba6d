import type {operations} from '../../specs/opencx/generated/index.js';
import type {Handler as EngineHandler, Scope as EngineScope} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import type {ApiKey, collections} from './entities.js';

/** Who calls: the key, and with it the organization (OPENCX-2); or a widget, with the contact who looks at it. */
export type Caller = ApiKey & {readonly contact_id?: string};

/** What a client can call. The document also names the webhooks, which only leave. */
export type Operations = Omit<operations, `${string}Event`>;
export type Collections = typeof collections;

/** State, clock, ids and behaviours of one sandbox. */
export type Scope = EngineScope<Collections, OpencxBehaviours>;

/** Carries out one of OpenCX's operations. */
export type Handler<Id extends keyof Operations> = EngineHandler<Operations[Id], Collections, Caller, OpencxBehaviours>;
