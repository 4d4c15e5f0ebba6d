import type {Canary} from './canary.js';
import {Words} from './words.js';

/** Most canaries of a sandbox. */
export const mostCanaries = 100;

/** The canaries of one sandbox. They are told apart by what is known here, so a reset forgets them. */
export class Canaries {
  readonly words: Words;
  #planted: readonly Canary[] = [];
  #number = 0;

  constructor({sandbox, randomSeed}: {readonly sandbox: string; readonly randomSeed: number}) {
    this.words = new Words(randomSeed, `${sandbox} canaries`);
  }

  /** Those that were planted, oldest first. */
  get planted(): readonly Canary[] {
    return this.#planted;
  }

  /** A number that none of them has had; nor any other of the same state. @param next the state's own counter. */
  nextNumber(next: () => number): number {
    let number = next();
    while (number <= this.#number) number = next();
    return (this.#number = number);
  }

  add(canaries: readonly Canary[]): void {
    this.#planted = [...this.#planted, ...canaries];
  }

  /** Forgets them; their numbers are not given again. */
  clear(): void {
    this.#planted = [];
  }

  /** Forgets everything. */
  restart(): void {
    this.clear();
    this.#number = 0;
  }
}
