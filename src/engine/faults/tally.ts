import {Random, type RandomState} from '../random.js';
import type {FaultSpec} from './fault.js';

/** Which of the calls that a fault is for it hits. */
export type Schedule = Pick<FaultSpec, 'times' | 'skip' | 'every' | 'probability'>;

/** Counts the calls that a fault is for, and says which of them it hits. */
export class Tally {
  readonly #schedule: Schedule;
  readonly #random: Random;
  #seen = 0;
  #hits = 0;

  constructor(schedule: Schedule, seed: RandomState) {
    this.#schedule = schedule;
    this.#random = new Random(seed);
  }

  /** How many calls were hit. */
  get hits(): number {
    return this.#hits;
  }

  /** How many calls will be hit yet; undefined when there is no end. */
  get remaining(): number | undefined {
    const {times} = this.#schedule;
    return times === undefined ? undefined : times - this.#hits;
  }

  /** Looks at the next call: whether it is one to hit. It counts as hit only once {@link strike} says so. */
  aims(): boolean {
    if (this.remaining === 0) return false;
    const {skip = 0, every = 1, probability = 1} = this.#schedule;
    this.#seen += 1;
    if (this.#seen <= skip || (this.#seen - skip) % every !== 0) return false;
    return this.#random.word() < probability * 2 ** 32;
  }

  strike(): void {
    this.#hits += 1;
  }
}
