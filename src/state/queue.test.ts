import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createMemoryStore, type Change} from './index.js';
import {Queue} from './queue.js';

/** Lets other promises have their turn that many times. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

describe('the queue', () => {
  it('runs jobs one at a time in the order in which they came, however long each takes', async () => {
    const lengths = fc.array(fc.record({wait: fc.nat(8), work: fc.nat(8), fails: fc.boolean()}), {maxLength: 12});
    await fc.assert(
      fc.asyncProperty(lengths, async (jobs) => {
        const queue = new Queue();
        const arrived: number[] = [];
        const done: number[] = [];
        let running = 0;
        const runs = jobs.map(async ({wait, work, fails}, number) => {
          await turns(wait);
          arrived.push(number);
          await queue.run(async () => {
            running += 1;
            expect(running).toBe(1);
            await turns(work);
            running -= 1;
            done.push(number);
            if (fails) throw new Error(`job ${number}`);
          });
        });
        const outcomes = await Promise.allSettled(runs);

        expect(done).toEqual(arrived);
        expect(outcomes.map(({status}) => status === 'rejected')).toEqual(jobs.map(({fails}) => fails));
      }),
    );
  });

  it('hands an error to its own caller and goes on', async () => {
    const queue = new Queue();
    const failing = queue.run(() => Promise.reject(new Error('broken')));
    const following = queue.run(async () => 'fine');
    await expect(failing).rejects.toThrow('broken');
    expect(await following).toBe('fine');
  });

  it('goes on after a job that throws before it returns a promise', async () => {
    const queue = new Queue();
    const failing = queue.run(() => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    expect(await queue.run(async () => 'fine')).toBe('fine');
  });

  it('lets a job that was asked for by a running job wait for its turn', async () => {
    const queue = new Queue();
    const order: string[] = [];
    let inner: Promise<void> | undefined;
    const outer = queue.run(async () => {
      inner = queue.run(async () => void order.push('inner'));
      await turns(5);
      order.push('outer');
    });
    await outer;
    await inner;
    expect(order).toEqual(['outer', 'inner']);
  });

  it('starts a job at once when nothing waits', () => {
    let started = false;
    void new Queue().run(async () => void (started = true));
    expect(started).toBe(true);
  });
});

describe('a partition', () => {
  it('shows reads in between either all of a commit or nothing of it', async () => {
    const partition = await createMemoryStore().open('default');
    const pair = (value: number): Change[] =>
      ['left', 'right'].map((id) => ({collection: 'pairs', id, entity: {id, value} as {id: string}, entries: {}}));
    await partition.commit(pair(0));

    const seen: unknown[] = [];
    const look = async () => {
      const [left, right] = await Promise.all([partition.get('pairs', 'left'), partition.get('pairs', 'right')]);
      seen.push([left, right].map((one) => (one as unknown as {value: number}).value));
    };
    const writers = [1, 2, 3].map((value) =>
      partition.exclusive(async () => {
        await turns(3);
        await partition.commit(pair(value));
        await turns(3);
      }),
    );
    const readers = Array.from({length: 40}, async (_, number) => {
      await turns(number);
      await look();
    });
    await Promise.all([...writers, ...readers]);

    expect(seen).toContainEqual([0, 0]);
    expect(seen).toContainEqual([3, 3]);
    for (const [left, right] of seen as number[][]) expect(left).toBe(right);
  });
});
