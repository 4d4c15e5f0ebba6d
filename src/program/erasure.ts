import type {Answers, Ask} from '../control/index.js';
import type {Subject} from '../erasure/index.js';

/** A place where something of a person still stands. */
export type Remnant = ErasureProof['places'][number];

/** What is left of a person in a sandbox. */
export type ErasureProof = Answers<'proveErasure'>;

/**
 * Looks for a person in everything that a sandbox holds, in disguise as well.
 *
 * ```ts
 * const {erased, places, survivors} = await standin.erasure({names: ['Ada Example'], emails: ['ada@example.com']});
 * ```
 *
 * `erased` is true when nothing is left but what a rule about the vendor keeps on purpose (`survivors`) and what snapshots
 * keep. Whoever must have that gone as well asks that `survivors` is empty.
 *
 * @throws RangeError for somebody who cannot be looked for: nothing is known, or a text is too short.
 */
export type Erasure = (subject: Subject) => Promise<ErasureProof>;

/** Somebody invented who was planted: all that they are known by, and the ids of the entities by vendor and collection. */
export type PlantedCanary = Answers<'plantCanaries'>['canaries'][number];

/** What became of canaries. */
export type CanaryReport = Answers<'reportCanaries'>;

/** Invented people, planted to be looked for after a client's own erasure. */
export interface CanariesControl {
  /**
   * Plants people at vendors, each with all that a vendor can hold of a person.
   *
   * ```ts
   * const [canary] = await standin.canaries.plant({vendors: ['dixa']});
   * await eraseTheirData(canary.identifiers.email);
   * expect((await standin.canaries.report()).score).toBe(1);
   * ```
   *
   * @throws RangeError when there is no such vendor, and when there would be more than 100.
   */
  plant(planting?: {
    /** At all vendors when absent. */
    readonly vendors?: readonly string[];
    /** 1 to 20. @defaultValue 1 */
    readonly people?: number;
  }): Promise<readonly PlantedCanary[]>;
  /** What became of each place, and of the whole: `score` is 0 before any erasure, and 1 when nothing is left. */
  report(): Promise<CanaryReport>;
  /** Takes away what was planted, and forgets the canaries. */
  remove(): Promise<void>;
}

export function erasureControl(ask: Ask): Erasure {
  return (subject) => ask('proveErasure', {body: {subject}});
}

export function canariesControl(ask: Ask): CanariesControl {
  return {
    plant: async (planting = {}) => (await ask('plantCanaries', {body: planting})).canaries,
    report: () => ask('reportCanaries'),
    remove: async () => void (await ask('removeCanaries')),
  };
}
