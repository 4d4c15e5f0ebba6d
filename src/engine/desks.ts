/**
 * The engine's desks: who answers what is asked of it beside vendors' requests. No part of `index.ts`, for a page that asks
 * for nothing else need not load them.
 */
import type {Engine} from './engine.js';
import {Questions} from './journal/questions.js';
import {Proofs} from './proof/proofs.js';
import {SnapshotAccess} from './sandbox/snapshot-access.js';
import {StateAccess} from './sandbox/state-access.js';

export {TooManyCanaries} from './canaries/planting.js';
export {explain} from './explain.js';
export {readTimes} from './journal/verify.js';
export {checkSeeds} from './sandbox/seed-check.js';
export {wholeSchema} from './sandbox/seed-schema.js';
export {StateChanged, UnknownPlace} from './sandbox/state-access.js';

/** Answers questions about what a sandbox's journal holds. */
export function questionsOf({keeper}: Pick<Engine, 'keeper'>): Questions {
  return new Questions(keeper);
}

/** Reads and changes what sandboxes hold. */
export function stateOf({sandboxes}: Pick<Engine, 'sandboxes'>): StateAccess {
  return new StateAccess(sandboxes);
}

/** Takes snapshots of sandboxes, and goes back to them. */
export function snapshotsOf({sandboxes}: Pick<Engine, 'sandboxes'>): SnapshotAccess {
  return new SnapshotAccess(sandboxes);
}

/** Proves of sandboxes that people are gone from them. */
export function proofsOf({sandboxes}: Pick<Engine, 'sandboxes'>): Proofs {
  return new Proofs(sandboxes);
}
