/**
 * The engine's desks: who answers what is asked of it beside vendors' requests. No part of `index.ts`, for a page that asks
 * for nothing else need not load them.
 */
import type {Engine} from './engine.js';
import {materialOf, type JournalMaterial} from './journal/material.js';
import {Questions} from './journal/questions.js';
import {Proofs} from './proof/proofs.js';
import type {Sandbox} from './sandbox/sandbox.js';
import {SnapshotAccess} from './sandbox/snapshot-access.js';
import {StateAccess} from './sandbox/state-access.js';

export {TooManyCanaries} from './canaries/planting.js';
export {check} from './check.js';
export {explain} from './explain.js';
export {isInjected} from './faults/injected.js';
export {NearMisses} from './journal/near-misses.js';
export {Recorder} from './journal/recorder.js';
export {RequestMask} from './journal/request-mask.js';
export {isRestOfMany, parseToken, tokenPattern, type Token} from './journal/token.js';
export {Tokens} from './journal/tokens.js';
export {readTimes} from './journal/verify.js';
export {checkSeeds} from './sandbox/seed-check.js';
export {wholeSchema} from './sandbox/seed-schema.js';
export {StateChanged, UnknownPlace} from './sandbox/state-access.js';

/** Answers questions about what a sandbox's journal holds. */
export function questionsOf({keeper}: Pick<Engine, 'keeper'>): Questions {
  return new Questions(keeper);
}

/** Tells what an export of a sandbox's journal is made of. */
export function journalMaterial(
  {keeper}: Pick<Engine, 'keeper'>,
  {journal, id: sandbox}: Sandbox,
): Promise<JournalMaterial> {
  return materialOf(keeper, {journal, sandbox});
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
