import {createHash} from 'node:crypto';
import type {Traffic} from '../checks/traffic-report/index.js';
import type {JournalEntry, ScenarioName, Standin} from '../index.js';
import {entriesOf, placesIn, type Recording} from '../traffic/index.js';
import {byReason} from './left-out.js';
import {recordingIn} from './recording.js';
import {say, type RemoteSettings} from './remote.js';

type Vendors = Standin['vendors'];

/**
 * The calls of a file.
 * @param file a HAR or a Pact; `-` for standard input.
 * @throws CommandError when it cannot be read, or is neither.
 */
export async function recordedTraffic(file: string, vendors: Vendors): Promise<Traffic> {
  const {name, text, recording} = await recordingIn(file, vendors);
  // The same file gives the same tokens, and so the same report; whoever has not the file gets no further from them.
  // A plain array: of a Buffer, which shares its bytes with whoever slices it, the hash wipes the key.
  const key = Uint8Array.from(createHash('sha256').update(text).digest());
  const entries = await entriesOf(recording, vendors, {key});
  const lines = placesIn(text);
  const placeOf = (pointer: string) => ({file: name, pointer, ...lines(pointer)});
  const numbers = new Map(entries.map(({id}, index) => [id, index]));
  const calls = entries.map((entry, index) => {
    const {sandbox, origin, hasCredentials} = callAt(recording, index);
    return {entry, sandbox, origin, hasCredentials};
  });
  const whereIs = (id: string) => {
    const {pointerOf} = callAt(recording, numbers.get(id) ?? -1);
    return {
      name: nameOf(recording, pointerOf('')),
      placeOf: (pointer: string) => placeOf(pointerOf(pointer)),
    };
  };
  const leftOut = byReason(recording.leftOut).map(({why, first, all}) => {
    return {why, count: all.length, first: placeOf(first.pointer)};
  });
  return {name, isOrdered: recording.isOrdered, calls, leftOut, whereIs};
}

function callAt({calls}: Recording, index: number): Recording['calls'][number] {
  const call = calls[index];
  if (call === undefined) throw new Error(`There is no call ${index} in the recording.`);
  return call;
}

/** As people count in the file: `entry 3`. */
function nameOf({format}: Recording, pointer: string): string {
  const position = /\/(\d+)(?=\/|$)/.exec(pointer)?.[1];
  return `${format === 'har' ? 'entry' : 'interaction'} ${Number(position ?? 0) + 1}`;
}

/**
 * The calls that a running stand-in still has in its journal.
 * @throws CommandError when nobody listens there, or with the sentence of its refusal.
 */
export async function journalTraffic(settings: RemoteSettings, vendors: Vendors): Promise<Traffic> {
  const {entries} = (await say(settings, 'GET', '/journal')) as {readonly entries: readonly JournalEntry[]};
  const {name: scenario} = (await say(settings, 'GET', '/scenario')) as {readonly name: ScenarioName};
  const {sandbox} = settings;
  const name = settings.url.replace(/\/+$/, '');
  const base = `${name}${sandbox === 'default' ? '' : `/s/${sandbox}`}/_standin/journal`;
  const isAsked = ({vendor}: JournalEntry) => vendors.some((one) => one.name === vendor);
  return {
    name,
    scenario,
    isOrdered: true,
    calls: entries.filter(isAsked).map((entry) => ({entry, sandbox, origin: 'made', hasCredentials: true})),
    leftOut: [...forgottenIn(entries), ...strangersIn(entries.filter((entry) => !isAsked(entry)))],
    whereIs: (id) => ({name: id, placeOf: (pointer) => ({file: `${base}/${id}`, pointer})}),
  };
}

/** A journal holds the newest; what is gone cannot be judged, and a look that came before may be among it. */
function forgottenIn([first]: readonly JournalEntry[]): Traffic['leftOut'] {
  const count = Number(first?.id.replace('req-', '') ?? 1) - 1;
  return count > 0 ? [{why: 'The journal no longer has it.', count}] : [];
}

function strangersIn(entries: readonly JournalEntry[]): Traffic['leftOut'] {
  const names = [...new Set(entries.map(({vendor}) => vendor))];
  return names.map((name) => ({
    why: `It is for ${name}, which is not among the vendors to judge.`,
    count: entries.filter(({vendor}) => vendor === name).length,
  }));
}
