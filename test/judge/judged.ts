import {judgementOf, sentenceOf, type Breach, type JudgedCall} from '../../src/checks/conduct/index.js';
import type {Vendor} from '../../src/engine/index.js';
import {entriesOf, readRecording} from '../../src/traffic/index.js';
import type {Noted} from './client.js';
import {harTextOf} from './har.js';
import type {Told} from './mistakes/index.js';
import {pactTextOf, type Expected} from './pact.js';
import type {Run} from './run.js';

/** What a client is to be blamed for, with the ids of all its calls in their order. */
export interface Judged {
  readonly breaches: readonly Breach[];
  readonly ids: readonly string[];
}

/** Judges a run by the stand-in's journal. */
export async function judgedFromJournal(run: Run): Promise<Judged> {
  const entries = await run.entries();
  const calls = entries.map((entry) => ({
    ...{entry, sandbox: 'default', origin: 'made' as const, hasCredentials: true},
  }));
  return judged(calls, run.client.standin.vendors);
}

/** Judges a run by a HAR file of it. */
export async function judgedFromHar(run: Run): Promise<Judged> {
  const {vendors} = run.client.standin;
  const recording = readRecording(harTextOf(run.client.noted, vendors), {vendors});
  const entries = await entriesOf(recording, vendors);
  if (recording.leftOut.length > 0) throw new Error(`Calls are left out: ${JSON.stringify(recording.leftOut)}`);
  const calls = entries.map((entry, index) => {
    const {sandbox = 'default', origin = 'made', hasCredentials = false} = recording.calls[index] ?? {};
    return {entry, sandbox, origin, hasCredentials};
  });
  return judged(calls, vendors);
}

/** Judges a run by Pacts of it, one with each vendor. Ids are the vendor's name and the call's place in the run. */
export async function judgedFromPact(run: Run, expectedOf: (noted: Noted) => Expected): Promise<Judged> {
  const {client} = run;
  const {vendors} = client.standin;
  const judged: Judged[] = [];
  for (const vendor of vendors) {
    const recording = readRecording(pactTextOf(client.noted, vendor, expectedOf), {vendors});
    if (recording.leftOut.length > 0) throw new Error(`Calls are left out: ${JSON.stringify(recording.leftOut)}`);
    const places = [...client.noted.keys()].filter((index) => client.noted[index]?.vendor === vendor.name);
    const entries = await entriesOf(recording, vendors);
    const judgement = judgementOf(vendors, {isOrdered: recording.isOrdered});
    const breaches = entries.flatMap((entry, index) => {
      const {sandbox = '', origin = 'made', hasCredentials = false} = recording.calls[index] ?? {};
      const id = `${vendor.name} ${places[index]}`;
      return judgement.judge({entry: {...entry, id}, sandbox, origin, hasCredentials});
    });
    judged.push({
      breaches: [...breaches, ...judgement.end()],
      ids: places.map((place) => `${vendor.name} ${place}`),
    });
  }
  return {breaches: judged.flatMap((one) => one.breaches), ids: judged.flatMap((one) => one.ids)};
}

/** What differs between what is reported and what must be, for a person to read; undefined when nothing does. */
export function differenceOf(
  {breaches, ids}: Judged,
  told: readonly Told[],
  wrongCalls: readonly number[],
): string | undefined {
  const wrong = wrongCalls.map((index) => ids[index]);
  const isOne = (breach: Breach, one: Told) =>
    wrong.includes(breach.entry) &&
    breach.kind === one.kind &&
    breach.operation === one.operation &&
    one.pointer.test(breach.pointer) &&
    [...breach.rules].sort().join() === [...one.rules].sort().join() &&
    (one.message?.test(breach.message) ?? true) &&
    one.instead.test(breach.instead);
  const missing = told.filter((one) => !breaches.some((breach) => isOne(breach, one)));
  const surplus = breaches.filter((breach) => !told.some((one) => isOne(breach, one)));
  if (missing.length === 0 && breaches.length === told.length && surplus.length === 0) return undefined;
  const lines = [
    ...missing.map((one) => `Not reported: ${Object.values(one).map(String).join(' · ')}`),
    ...breaches.map((breach) => `Reported${surplus.includes(breach) ? ' wrongly' : ''}: ${tellingOf(breach)}`),
  ];
  return `The wrong call is ${wrong.join(' and ')}.\n${lines.join('\n')}`;
}

/** Each record has a key of its own. */
const tokens = /tok_[0-9a-f]{16}/g;

/** The breaches as they are by whatever record, for comparison: a call is told by its place. */
export function sameness({breaches, ids}: Judged): readonly object[] {
  return breaches.map((breach) => ({
    ...breach,
    entry: ids.indexOf(breach.entry),
    message: breach.message.replace(tokens, 'tok'),
    instead: breach.instead.replace(tokens, 'tok'),
  }));
}

/** A breach with all its parts. */
export function tellingOf(breach: Breach): string {
  return `[${breach.kind} · ${breach.pointer} · ${breach.rules.join(', ')} · ${breach.instead}] ${sentenceOf(breach)}`;
}

function judged(calls: readonly JudgedCall[], vendors: readonly Vendor[]): Judged {
  const judgement = judgementOf(vendors, {});
  const breaches = calls.flatMap((call) => judgement.judge(call));
  return {breaches: [...breaches, ...judgement.end()], ids: calls.map(({entry}) => entry.id)};
}
