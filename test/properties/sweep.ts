import type {Operation} from '../../src/engine/index.js';
import {isBystanders, Known} from './known.js';
import type {Run, Written} from './run.js';
import type {World} from './world.js';

/** Most combinations of ids that one operation is read with. */
const maxCombinations = 500;

/** Most words that are searched for. */
const maxSearched = 12;

/** A word that should be gone, and where it still is, in a sentence. */
type Remnant = string;

/** Who reads what. */
interface Reading {
  readonly known: Known;
  readonly who: 'subject' | 'bystander';
  /** Query parameters for the operations that have them. */
  readonly query?: Readonly<Record<string, string>>;
  /** Leaves out the operations that have none of them. */
  readonly isQueryNeeded?: boolean;
}

/** Everything that can be read with the ids known, by request. */
export async function readAll(run: Run, reading: Reading): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const operation of run.world.vendor.operationList) {
    if (operation.method !== 'GET') continue;
    for (const target of targetsOf(operation, reading)) {
      const answer = await run.client.call('GET', target, {headers: run.headers(operation, reading.who)});
      if (answer.status >= 500) throw new Error(`GET ${target} answered ${answer.status} ${answer.text}`);
      answers.set(`GET ${target}`, answer.status < 300 ? answer.text : '');
    }
  }
  await run.client.settled();
  return answers;
}

/** What is left anywhere of words that should be gone; a search for one of them finds no more than a search for nothing. */
export async function remnantsOf(run: Run): Promise<readonly Remnant[]> {
  const places = new Map<string, string>(await readAll(run, {known: run.known, who: 'subject'}));
  const query = Object.fromEntries(flagsOf(run).map((name) => [name, 'true']));
  const flagged = await readAll(run, {known: run.known, who: 'subject', query, isQueryNeeded: true});
  for (const [request, text] of flagged) places.set(request, text);
  const found = [...places].flatMap(([where, text]) => wordsIn(run, text, where));
  const searches = await searchForAll(run);
  const audit = JSON.stringify(await run.client.engine.sandboxes.audit('default'));
  const sent = JSON.stringify(run.client.sent.slice(run.sentBefore));
  return [
    ...found,
    ...searches,
    ...wordsIn(run, audit, 'the audit trail'),
    ...wordsIn(run, sent, 'webhooks'),
    ...wordsIn(run, await run.client.everything(), 'state or journal'),
  ];
}

/** What is stored of the bystander and can be read: answers about nobody else, and in others the items that are. */
export async function bystandersData(run: Run): Promise<ReadonlyMap<string, string>> {
  const {world} = run;
  const own = (await run.dump()).filter(({entity}) => isBystanders(world, entity));
  const data = new Map(own.map(({collection, id, entity}) => [`${collection} ${id}`, JSON.stringify(entity)]));
  const known = new Known(world).add(own);
  const answers = await readAll(run, {known, who: 'bystander', ...(world.plainly && {query: world.plainly})});
  for (const [request, text] of answers) {
    data.set(request, isBystanders(world, request) ? text : JSON.stringify(bystandersItems(world, parsed(text))));
  }
  return data;
}

/** The items about the bystander, of whatever list they are in. */
function bystandersItems(world: World, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.filter((item) => isBystanders(world, item));
  return Object.values(value).flatMap((member) => bystandersItems(world, member));
}

async function searchForAll(run: Run): Promise<Remnant[]> {
  const found: Remnant[] = [];
  for (const {word, origin} of goneWords(run).slice(-maxSearched)) {
    for (const operation of run.world.vendor.operationList) {
      for (const name of searchable(operation)) {
        const [real, none] = [await search(run, operation, name, word), await search(run, operation, name, 'nothing')];
        if (real !== none) found.push(remnant(word, origin, `a search of ${operation.id} by ${name}`));
      }
    }
  }
  return found;
}

async function search(run: Run, operation: Operation, name: string, word: string): Promise<string> {
  const headers = run.headers(operation, 'subject');
  const answers = [word, `${word}@customer.example`].map(async (value) => {
    const {status, text} = await run.client.call('GET', `${versioned(operation)}?${name}=${value}`, {headers});
    return `${status} ${text.replaceAll(word, '')}`;
  });
  return (await Promise.all(answers)).join('\n');
}

/** Query parameters that take any text, of operations that need no id. */
function searchable(operation: Operation): string[] {
  if (operation.method !== 'GET' || /\{(?!version)/.test(operation.path)) return [];
  return operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.type === 'string' && !parameter.enum)
    .map(({name}) => name);
}

function versioned({path, parameters}: Operation): string {
  const version = parameters.find(({name}) => name === 'version')?.enum?.[0];
  return path.replace('{version}', String(version));
}

/** Words that must be gone: those of the seed that say so, and those of requests that no rule keeps. */
export function goneWords(run: Run): {word: string; origin: Written | undefined}[] {
  const seed = JSON.stringify(run.world.seed);
  const seeded = [...new Set((seed + decodedIn(seed)).match(/erased-\w+/g))];
  const written = run.written.slice(0, run.erasedUpTo).filter((one) => !isKept(run, one));
  return [
    ...seeded.map((word) => ({word, origin: undefined})),
    ...written.map((one) => ({word: one.word, origin: one})),
  ];
}

function isKept({world}: Run, {operation, place}: Written): boolean {
  return world.survivors.some((one) => one.operation.test(operation) && one.place.test(place));
}

function wordsIn(run: Run, text: string, where: string): Remnant[] {
  const readable = `${text}\n${decodedIn(text)}`.toLowerCase();
  const words = new Set(readable.match(/erased-\w+|canary\d+x/g));
  if (words.size === 0) return [];
  return goneWords(run)
    .filter(({word}) => words.has(word))
    .map(({word, origin}) => remnant(word, origin, where));
}

function remnant(word: string, origin: Written | undefined, where: string): Remnant {
  return `${word}, ${origin ? `written by ${origin.operation} into ${origin.place},` : 'of the seed,'} is in ${where}`;
}

/** What is written there in base64. */
export function decodedIn(text: string): string {
  const found = text.match(/(?<=")[A-Za-z0-9+/]{8,}={0,2}(?=\\*")/g) ?? [];
  return found.map(decode).join('\n');
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function flagsOf({world}: Run): string[] {
  const names = world.vendor.operationList.flatMap(({parameters}) =>
    parameters.filter(({type, in: place}) => place === 'query' && type === 'boolean').map(({name}) => name),
  );
  return [...new Set(names)];
}

/** Addresses of an operation with every combination of ids that its parameters can be. */
function targetsOf({path, parameters}: Operation, {known, query, isQueryNeeded}: Reading): string[] {
  let targets = [path];
  for (const {name, in: place, enum: values} of parameters) {
    if (place !== 'path') continue;
    // Versions are spellings of one address; all else that is listed is read one by one.
    const ids = name === 'version' ? [values?.[0]] : (values ?? known.named(name));
    targets = targets.flatMap((target) => ids.map((id) => target.replace(`{${name}}`, encodeURIComponent(String(id)))));
  }
  const asked = Object.entries(query ?? {}).filter(([name]) => parameters.some((one) => one.name === name));
  if (isQueryNeeded && asked.length === 0) return [];
  const suffix = asked.map(([name, value]) => `${name}=${value}`).join('&');
  return targets.slice(0, maxCombinations).map((target) => (suffix === '' ? target : `${target}?${suffix}`));
}
