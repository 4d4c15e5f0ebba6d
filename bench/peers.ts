/**
 * Measures the stand-in beside its peers, in one run, on the same call: requests per second, 99th percentile, time from
 * process start to the first right answer, and resident memory. Prints ratios; asserts nothing.
 */
import autocannon from 'autocannon';
import type {Info} from '../src/index.js';
import {contenders, type Contender, type Sample} from './contenders.js';
import {operations, type BenchedOperation} from './operations.js';
import {freePort, residentMemory, startServer} from './processes.js';

const rounds = Number(process.env.ROUNDS ?? 3);
const connections = 32;
/** Requests that nobody counts, before the measured ones. */
const warmUp = 2000;
/** How long requests are counted. */
const seconds = 4;

interface Measurement {
  readonly rate: number;
  readonly p99: number;
  readonly startTime: number;
  readonly memory: number;
}

/** Measures all of it. */
export async function comparePeers(): Promise<void> {
  for (const operation of operations) await compare(operation);
}

async function compare(operation: BenchedOperation): Promise<void> {
  const {sample, headers} = await prepare(operation);
  const results = new Map<string, Measurement[]>();
  // Round by round, so that a slow spell of the machine meets everybody.
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const measured = await measure(contender, operation, sample, headers);
      results.set(contender.name, [...(results.get(contender.name) ?? []), measured]);
    }
  }
  print(operation, results);
}

/** Asks the stand-in once for the bytes that the others repeat, and for credentials, which are the same in every run. */
async function prepare(operation: BenchedOperation): Promise<{sample: Sample; headers: Record<string, string>}> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [standin] = contenders as [Contender];
  const isUp = async () => (await fetch(`${url}/_standin/health`)).ok;
  const server = await startServer(standin.command(operation, port), {}, isUp);
  try {
    const headers = await credentialsOf(operation, url);
    const answer = await fetch(url + standin.prefix(operation) + operation.path, {method: operation.method, headers});
    if (answer.status !== operation.status)
      throw new Error(`${operation.name}: the stand-in answers ${answer.status}.`);
    return {sample: {type: answer.headers.get('content-type') ?? '', body: await answer.text()}, headers};
  } finally {
    await server.stop();
  }
}

async function credentialsOf(operation: BenchedOperation, url: string): Promise<Record<string, string>> {
  return operation.headers((await (await fetch(`${url}/_standin/info`)).json()) as Info, url);
}

async function measure(
  contender: Contender,
  operation: BenchedOperation,
  sample: Sample,
  prepared: Record<string, string>,
): Promise<Measurement> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const url = base + contender.prefix(operation) + operation.path;
  let headers = prepared;
  // The call itself counts as the first answer, not a health check; a stand-in that was just started has to give its own
  // credentials first, as it would to any client.
  const isUp = async () => {
    if (contender.name === 'standin') headers = await credentialsOf(operation, base);
    return (await fetch(url, {method: operation.method, headers})).status === operation.status;
  };
  const server = await startServer(
    contender.command(operation, port),
    contender.environment(operation, port, sample),
    isUp,
  );
  try {
    const load = {url, method: operation.method, headers, connections};
    await autocannon({...load, amount: warmUp});
    // Measured over a time, since a run of a given amount is only noticed to have ended at the next second.
    const {requests, latency, non2xx} = await autocannon({...load, duration: seconds});
    if (non2xx > 0) throw new Error(`${contender.name} refused ${non2xx} calls.`);
    const rate = requests.total / seconds;
    const rest = contender.amount - warmUp - requests.total;
    if (rest > 0) await autocannon({...load, amount: rest});
    return {rate, p99: latency.p99, startTime: server.startTime, memory: residentMemory(server.pid)};
  } finally {
    await server.stop();
  }
}

function print(operation: BenchedOperation, results: ReadonlyMap<string, readonly Measurement[]>): void {
  const rows = [...results].map(([name, list]) => ({
    name,
    rate: median(list.map(({rate}) => rate)),
    p99: median(list.map(({p99}) => p99)),
    startTime: median(list.map(({startTime}) => startTime)),
    memory: median(list.map(({memory}) => memory)),
  }));
  const own = rows[0];
  if (own === undefined) return;
  console.log(`\n${operation.name}: ${operation.method} ${operation.path}`);
  console.table(
    Object.fromEntries(
      rows.map(({name, rate, p99, startTime, memory}) => [
        name,
        {
          'requests/s': Math.round(rate),
          'standin is ×': Number((own.rate / rate).toFixed(2)),
          'p99 ms': p99,
          'first answer ms': Math.round(startTime),
          'standin takes ×': Number((own.startTime / startTime).toFixed(2)),
          'memory MB': Math.round(memory),
        },
      ]),
    ),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
