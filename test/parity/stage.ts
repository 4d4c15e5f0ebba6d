import type {Standin, StandinOptions} from '../../src/index.js';
import {bytesOf, textOf} from './bytes.js';
import type {Call, Connect, Connection, Outcome, Player, Situation, Step} from './face.js';
import {neutral} from './neutral.js';

/** When every transcript begins; the clock stands still until it is moved. */
const start = Date.parse('2026-01-05T09:00:00.000Z');

/** Makes a stand-in: Node's or the page's. */
export type Create = (options: StandinOptions) => Promise<Standin>;

/** A stand-in of a transcript's own, behind one face. */
export class Stage {
  private constructor(
    readonly standin: Standin,
    private readonly connection: Connection,
  ) {}

  /** The same seed, clock and settings everywhere; webhooks leave for nowhere, and are taken. */
  static async open(create: Create, connect: Connect, {vendor, scenario, behaviours = {}}: Situation): Promise<Stage> {
    const standin = await create({
      vendors: [vendor],
      randomSeed: 7,
      clock: () => start,
      behaviours,
      outgoing: {send: () => Promise.resolve({status: 200, body: ''})},
      ...(scenario && {scenario}),
    });
    return new Stage(standin, await connect(standin));
  }

  /** @returns what became of a call; undefined for anything else. */
  async carryOut(step: Step): Promise<Outcome | undefined> {
    if ('call' in step) return this.#call(step.call);
    if ('advance' in step) {
      // What is on its way out leaves at the time it was sent, however fast the face is.
      await this.standin.settled();
      await this.standin.clock.advance(step.advance);
      await this.standin.settled();
    }
    if ('fault' in step) await this.standin.faults.add(step.fault);
    return undefined;
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.standin.close();
  }

  async #call({vendor, method, target, headers, body}: Call): Promise<Outcome> {
    const base = this.connection.base(vendor);
    const init = {method, headers, ...(body !== undefined && {body: bytesOf(body)})};
    try {
      const answer = await this.connection.fetch(base + target, init);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return neutral({status: answer.status, headers: Object.fromEntries(answer.headers), body: textOf(bytes)}, base);
    } catch (error) {
      return {failed: error instanceof Error ? error.name : String(error)};
    }
  }
}

/** Plays transcripts in this process or this page. */
export function playerOf(create: Create, connect: Connect): Player {
  return {
    play: async (situation, steps) => {
      const stage = await Stage.open(create, connect, situation);
      try {
        const outcomes: Outcome[] = [];
        for (const step of steps) {
          const outcome = await stage.carryOut(step);
          if (outcome) outcomes.push(outcome);
        }
        return outcomes;
      } finally {
        await stage.close();
      }
    },
    close: () => Promise.resolve(),
  };
}
