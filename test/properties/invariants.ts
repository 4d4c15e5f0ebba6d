import fc, {type Arbitrary} from 'fast-check';
import {checkSeeds, stateOf} from '../../src/engine/desks.js';
import type {SeedData, Vendor} from '../../src/engine/index.js';
import {holds, type Effort} from './check.js';
import {answerOf, breakable} from './failing.js';
import {sequencesOf, type Step} from './requests.js';
import {Run} from './run.js';
import {bystandersData, readAll, remnantsOf} from './sweep.js';
import type {World} from './world.js';

/** A property of a vendor: that it holds for random sequences, or which one breaks it. */
export type Invariant = (world: World, effort: Effort) => Promise<void>;

/** Whatever it is asked, and however it is set: a declared status with a body that fits, and never a fault. */
export const answersAsDocumented: Invariant = (world, effort) => {
  const settings = settingsOf(world.vendor);
  const property = fc.asyncProperty(settings, sequencesOf(world.vendor), async (behaviours, steps) => {
    const run = await Run.begin({...world, behaviours});
    await run.play(steps);
    // Whatever else the document does not know, a throwing handler included, the client itself refuses.
    if (run.lines.some(({status}) => status >= 500)) throw run.failure('A request was answered with a 5xx.');
  });
  return holds(property, effort);
};

/** What was erased can be read, found, fetched or received nowhere, whatever happens later. */
export const keepsNothingErased: Invariant = (world, effort) =>
  holds(
    fc.asyncProperty(
      sequencesOf(world.vendor),
      fc.boolean(),
      afterwards(world.vendor),
      async (before, isRead, after) => {
        const run = await Run.begin(world);
        await run.play(before);
        // What was read before the erasure is in the journal's answers too.
        if (isRead) {
          await readAll(run, {known: await run.noted(), who: 'subject'});
          run.note('GET', 'everything there is', {}, {status: 200, body: ''});
        }
        await run.erase();
        await run.play(after);
        const remnants = await remnantsOf(run);
        if (remnants.length > 0) throw run.failure(`Not everything is gone:\n${remnants.join('\n')}`);
      },
    ),
    effort,
  );

/** What is somebody else's reads the same to the byte, whatever is done to the data subject. */
export const leavesTheBystanderAlone: Invariant = (world, effort) =>
  holds(
    fc.asyncProperty(sequencesOf(world.vendor), afterwards(world.vendor), async (before, after) => {
      const run = await Run.begin(world);
      const then = await bystandersData(run);
      await run.play(before);
      await run.erase();
      await run.play(after);
      const now = await bystandersData(run);
      const changed = [...then.keys(), ...now.keys()].find((place) => now.get(place) !== then.get(place));
      if (changed === undefined) return;
      throw run.failure(`The bystander changed in ${changed}:\n${then.get(changed)}\n${now.get(changed)}`);
    }),
    effort,
  );

/** The same seed and the same sequence give the same bytes: answers, webhooks, state and journal. */
export const repeatsItself: Invariant = (world, effort) =>
  holds(
    fc.asyncProperty(sequencesOf(world.vendor), async (steps) => {
      const [one, other] = [await Run.begin(world), await Run.begin(world)];
      for (const run of [one, other]) {
        await run.play(steps);
        await run.erase();
      }
      const [first, second] = [await bytesOf(one), await bytesOf(other)];
      if (first !== second) throw other.failure(`Two runs differ: ${differenceOf(first, second)}`);
    }),
    effort,
  );

/** However it is used and set: what is stored may stand in a seed, so that a state can be read and brought back. */
export const staysASeed: Invariant = async (world, effort) => {
  const inUse = fc.asyncProperty(settingsOf(world.vendor), sequencesOf(world.vendor), async (behaviours, steps) => {
    const run = await Run.begin({...world, behaviours});
    await run.play(steps);
    await judgeState(run);
  });
  const erased = fc.asyncProperty(sequencesOf(world.vendor), async (steps) => {
    const run = await Run.begin(world);
    await run.play(steps);
    await run.erase();
    await judgeState(run);
  });
  await holds(inUse, effort);
  await holds(erased, effort);
};

/** Whatever somebody removed from the state: what is left is answered from as documented, and never with a fault. */
export const bearsGaps: Invariant = (world, effort) => {
  const picks = fc.array(fc.nat(), {minLength: 1, maxLength: 30});
  const property = fc.asyncProperty(sequencesOf(world.vendor), picks, async (steps, removed) => {
    const run = await Run.begin(world);
    const half = Math.floor(steps.length / 2);
    await run.play(steps.slice(0, half));
    await removeSome(run, removed);
    await run.play(steps.slice(half));
    await run.pass(86_400_000);
    if (run.lines.some(({status}) => status >= 500)) throw run.failure('A request was answered with a 5xx.');
  });
  return holds(property, effort);
};

/** A refusal changes nothing that is stored. */
export const refusesWithoutATrace: Invariant = (world, effort) =>
  holds(
    fc.asyncProperty(sequencesOf(world.vendor), async (steps) => {
      const run = await Run.begin(world);
      for (const step of steps) {
        await run.pass(step.wait);
        const {method, target, options} = await run.fill(step);
        const before = JSON.stringify(await run.dump());
        const {status} = await run.call(method, target, options);
        if (status < 400) continue;
        const after = JSON.stringify(await run.dump());
        if (after !== before) throw run.failure(`A refusal changed the state: ${differenceOf(before, after)}`);
      }
    }),
    effort,
  );

/** When the store fails, the caller gets the vendor's 500, nothing has changed, and the same request works afterwards. */
export const survivesAFailingStore: Invariant = (world, effort) => {
  const sequences = sequencesOf(world.vendor, {maxLength: 15});
  const failures = fc.infiniteStream(fc.constantFrom(undefined, 0, 1));
  const property = fc.asyncProperty(sequences, failures, async (steps, commits) => {
    const run = await Run.begin(world);
    const store = await breakable(run);
    for (const step of steps) {
      await run.pass(step.wait);
      const request = await run.fill(step);
      const before = JSON.stringify(await run.dump());
      const commitsLeft = commits.next().value;
      store.commitsLeft = commitsLeft;
      const answer = await answerOf(run, request);
      store.commitsLeft = undefined;
      // What fails after the request's own commit is a webhook on its way: the request itself went well.
      if (!store.hasFailed() || (commitsLeft === 1 && answer.status < 300)) continue;
      const after = JSON.stringify(await run.dump());
      if (after !== before) throw run.failure(`Half of it was written: ${differenceOf(before, after)}`);
      if (answer.status !== 500) throw run.failure(`The store failed, and the answer was ${answer.status}.`);
      const again = await answerOf(run, request);
      if (again.status >= 400) throw run.failure(`Once the store worked, the answer was ${again.status}.`);
    }
  });
  return holds(property, effort);
};

/** What happens after an erasure: often nothing, since the question is then asked at once. */
function afterwards(vendor: Vendor): Arbitrary<readonly Step[]> {
  return fc.oneof(fc.constant([]), sequencesOf(vendor, {maxLength: 8}));
}

/** Any behaviours a vendor can be set to, as its switches describe their values; but not to answer 500 on purpose. */
function settingsOf({name: vendor, behaviours}: Vendor): Arbitrary<Record<string, unknown>> {
  const settings = Object.entries(behaviours).map(
    ([name, {values}]) => [`${vendor}.${name}`, valuesIn(values)] as const,
  );
  return fc.record(Object.fromEntries(settings), {requiredKeys: []});
}

function valuesIn(values: string): Arbitrary<unknown> {
  const [, min, max] = /^(\d+) to (\d+)$/.exec(values) ?? [];
  if (min !== undefined) return fc.integer({min: Number(min), max: Number(max)});
  if (values.includes(' | ')) return fc.constantFrom(...values.split(' | ').filter((value) => value !== '500'));
  return values.includes('duration') ? fc.constantFrom('PT0S', 'PT1S', 'PT1H') : fc.constant('');
}

async function judgeState(run: Run): Promise<void> {
  const {vendor} = run.world;
  const data: Record<string, SeedData[string]> = {};
  for (const {collection, entity} of await run.dump()) {
    const [owner, name = ''] = collection.split('.');
    if (owner === vendor.name && entity) data[name] = [...(data[name] ?? []), entity];
  }
  await checkSeeds({[vendor.name]: data}, new Map([[vendor.name, vendor]])).catch((error: unknown) => {
    throw run.failure(`What is stored could stand in no seed:\n${String(error)}`);
  });
}

/** Removes entities as a test may through the control plane; accounts stay, or nobody could call any more. */
async function removeSome(run: Run, picks: readonly number[]): Promise<void> {
  const {vendor} = run.world;
  const state = stateOf(run.client.engine);
  const sandbox = await run.client.engine.sandbox('default');
  for (const pick of picks) {
    const places = (await run.dump()).map(({collection, id}) => ({collection: collection.split('.'), id}));
    const own = places.filter(
      ({collection: [owner, name = '']}) => owner === vendor.name && !vendor.accounts.includes(name),
    );
    const {collection: [, name = ''] = [], id} = own[pick % own.length] ?? {};
    if (id === undefined) return;
    await state.removeEntity(sandbox, {vendor: vendor.name, collection: name, id}, {});
    run.note('DELETE', `/_standin/state/${vendor.name}/${name}/${id}`, {}, {status: 204, body: ''});
  }
}

async function bytesOf(run: Run): Promise<string> {
  return JSON.stringify([run.lines, run.client.sent, await run.client.everything()]);
}

/** Where two texts begin to differ. */
function differenceOf(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const from = Math.max(0, at < 0 ? one.length - 60 : at - 60);
  return `${JSON.stringify(one.slice(from, from + 160))} and ${JSON.stringify(other.slice(from, from + 160))}`;
}
