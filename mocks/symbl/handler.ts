import type {operations} from '../../specs/symbl/generated/index.js';
import type {BehaviourValues, Handler as EngineHandler, Scope as EngineScope} from '../../src/engine/index.js';
import type {SymblBehaviours} from './behaviours.js';
import type {collections} from './entities.js';

/** Who calls: the account that owns the application behind the token (SYMBL-13). */
export interface Caller {
  readonly accountId: string;
}

export type Operations = operations;
export type Collections = typeof collections;
export type Values = BehaviourValues<SymblBehaviours>;

/** State, clock, ids and behaviours of one sandbox. */
export type Scope = EngineScope<Collections, SymblBehaviours>;

/** A sandbox and who calls: what operations have in common that share a function. */
export type Call = Scope & {readonly caller: Caller};

/** Carries out one of Symbl's operations. */
export type Handler<Id extends keyof operations> = EngineHandler<operations[Id], Collections, Caller, SymblBehaviours>;
