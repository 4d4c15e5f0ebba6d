import type {operations} from '../../specs/dixa/generated/index.js';
import type {Handler as EngineHandler, Scope as EngineScope} from '../../src/engine/index.js';
import type {DixaBehaviours} from './behaviours.js';
import type {Agent, collections} from './entities.js';

/** Who calls: the agent behind the token. */
export interface Caller {
  readonly user: Agent;
  /** The token, by which calls are counted (DIXA-16). */
  readonly token: string;
}

export type Operations = operations;
export type Collections = typeof collections;

/** State, clock, ids and behaviours of one sandbox. */
export type Scope = EngineScope<Collections, DixaBehaviours>;

/** Carries out one of Dixa's operations. */
export type Handler<Id extends keyof operations> = EngineHandler<operations[Id], Collections, Caller, DixaBehaviours>;
