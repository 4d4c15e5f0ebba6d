import {checkSeeds} from '../../src/engine/desks.js';
import type {Seeds, Vendor} from '../../src/engine/index.js';
import {impliedSeed, type RecordedCall} from '../../src/traffic/index.js';
import {VendorClient, type CallOptions} from './vendor-client.js';

/** When the clients of tests live. */
const start = Date.parse('2026-01-05T09:00:00.000Z');

/** Keeps what a client calls from now on, as a recording has it. Each call is a second after the one before. */
export function recordCalls(client: VendorClient): RecordedCall[] {
  const calls: RecordedCall[] = [];
  const call = client.call.bind(client);
  client.call = async (method: string, target: string, options: CallOptions = {}) => {
    const answer = await call(method, target, options);
    const {body, headers = {}, sandbox = 'default'} = options;
    const [path = '', query = ''] = target.split('?');
    const sent = body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)};
    calls.push({
      vendor: client.vendor.name,
      sandbox,
      at: start + calls.length * 1000,
      exchange: {
        request: {method, path, query, headers: lowered(headers), ...sent},
        response: {
          status: answer.status,
          headers: lowered(answer.headers),
          ...(answer.text !== '' && {body: answer.text}),
        },
      },
      origin: 'made',
      hasCredentials: true,
      pointerOf: (part) => `/log/entries/${calls.length}${part}`,
    });
    return answer;
  };
  return calls;
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/**
 * The seed that calls imply, judged as that of a user is.
 * @throws Error when something that was implied did not fit: what a stand-in answered always does.
 */
export async function seedOfCalls(calls: readonly RecordedCall[], vendor: Vendor): Promise<Seeds> {
  const {seeds, leftOut} = await impliedSeed({calls}, [vendor]);
  if (leftOut.length > 0) throw new Error(leftOut.join('\n'));
  return checkSeeds(seeds, new Map([[vendor.name, vendor]]));
}

/** What a GET answered, before and again. */
export interface AskedAgain {
  readonly target: string;
  readonly before: unknown;
  readonly again: unknown;
}

/**
 * Reads, has a second stand-in start with the seed that all calls imply, and reads there again.
 * @param calls what {@link recordCalls} keeps of the client.
 * @param targets of the GETs, such as `/v1/conversations/10749`; those that are refused are not asked again.
 */
export async function askAgain(
  client: VendorClient,
  {
    calls,
    targets,
    second,
  }: {
    readonly calls: readonly RecordedCall[];
    readonly targets: readonly string[];
    /** Makes a client of a stand-in that starts with the seed. */
    readonly second: (seeds: Seeds) => VendorClient | Promise<VendorClient>;
  },
): Promise<readonly AskedAgain[]> {
  const read: {target: string; before: unknown}[] = [];
  for (const target of targets) {
    const {status, body} = await client.call('GET', target);
    if (status === 200) read.push({target, before: body});
  }
  const other = await second(await seedOfCalls(calls, client.vendor));
  const asked: AskedAgain[] = [];
  for (const {target, before} of read) asked.push({target, before, again: (await other.call('GET', target)).body});
  return asked;
}
