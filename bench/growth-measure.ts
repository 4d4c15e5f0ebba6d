/** One process of the growth benchmark: builds a stand-in with so many conversations and prints the medians as JSON. */
import {createStandin, type Standin} from '../src/index.js';
import {medianOf} from './growth.js';
import {firstNumber, growthCalls, growthSeed, headersOf, type GrowthCall} from './growth-calls.js';

/** Calls of each kind, each on a conversation of its own. */
const samples = 100;
/** How often the calls are made before any is measured, so that their code is compiled. */
const warmUps = 20;
const few = 100;

const size = Number(process.argv[2]);
const medians: Record<string, number> = {};
for (const vendor of ['dixa', 'opencx', 'symbl'] as const) {
  const calls = growthCalls.filter((one) => one.vendor === vendor);
  const small = await standinOf(vendor, few);
  for (let turn = 0; turn < warmUps; turn += 1) {
    await small.reset();
    await small.clock.freeze();
    await timesOfAll(small, calls, few);
  }
  const standin = await standinOf(vendor, size);
  Object.assign(medians, await timesOfAll(standin, calls, size));
}
process.stdout.write(JSON.stringify(medians));

async function standinOf(vendor: GrowthCall['vendor'], count: number): Promise<Standin> {
  const standin = await createStandin({vendors: [vendor], seed: growthSeed(vendor, count), randomSeed: 1});
  await standin.clock.freeze();
  return standin;
}

async function timesOfAll(
  standin: Standin,
  calls: readonly GrowthCall[],
  count: number,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const call of calls) found[call.name] = medianOf(await timesOf(standin, call, count));
  return found;
}

async function timesOf(standin: Standin, call: GrowthCall, count: number): Promise<number[]> {
  const headers = await headersOf(standin, call.vendor);
  const times: number[] = [];
  for (let turn = 0; turn < samples; turn += 1) {
    const number = firstNumber + Math.floor((turn * count) / samples);
    const began = process.hrtime.bigint();
    const status = await make(standin, call, headers, number);
    if (call.advance !== undefined) await standin.clock.advance(call.advance);
    times.push(Number(process.hrtime.bigint() - began) / 1000);
    if (status !== call.status) throw new Error(`${call.name} answers ${status}.`);
  }
  return times;
}

async function make(
  standin: Standin,
  {vendor, method, path, body}: GrowthCall,
  headers: Record<string, string>,
  number: number,
): Promise<number | undefined> {
  const payload = body && new TextEncoder().encode(JSON.stringify(body(number)));
  const answer = await standin.handle({
    method,
    target: `/${vendor}${path(number)}`,
    headers: {...headers, ...(payload && {'content-type': 'application/json'})},
    body: payload,
    origin: 'http://127.0.0.1:4020',
  });
  return answer?.status;
}
