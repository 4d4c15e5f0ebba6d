/** Whoever finds personal data in text: the stand-in and its peers, each as its own documentation uses it. */
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import type {Entity} from '../eval/redaction/labelled.js';
import type {EntityType} from '../src/redaction/index.js';

/** One of those compared. */
export interface Reader {
  readonly name: string;
  /** What a program imports. */
  readonly url: string;
  readonly read: (text: string) => readonly Entity[];
}

/** Resolves a module, or says how to get it. */
const resolve = createRequire(import.meta.url).resolve;

/** The stand-in as it was built, and the peers that are installed. */
export async function readers(): Promise<Reader[]> {
  const all = await Promise.all([standin(), peer('compromise', compromise), peer('redact-pii', redactPii)]);
  return all.filter((reader) => reader !== undefined);
}

async function standin(): Promise<Reader> {
  const {href} = new URL('../dist/redaction.js', import.meta.url);
  const {detect} = (await import(href)) as typeof import('../src/redaction/index.js');
  return {name: 'standin', url: href, read: (text) => detect(text)};
}

async function peer(name: string, make: () => Promise<Omit<Reader, 'name'>>): Promise<Reader | undefined> {
  try {
    return {name, ...(await make())};
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    console.log(`${name} is not installed and is left out: npm install --no-save ${name}`);
    return undefined;
  }
}

interface Found {
  readonly offset: {readonly start: number; readonly length: number};
}
type View = {json(options: object): readonly Found[]} & Readonly<Record<string, () => View>>;
type Compromise = (text: string) => View & {match(tags: string): View};

/** Its own selections, and its tags where it knows more than they tell. */
async function compromise(): Promise<Omit<Reader, 'name'>> {
  const url = pathToFileURL(resolve('compromise')).href;
  const {default: nlp} = (await import(url)) as {default: Compromise};
  const tags: readonly (readonly [EntityType, string])[] = [
    ['PERSON_NAME', '#Person+'],
    ['ORGANIZATION', '#Organization+'],
    ['LOCATION_CITY', '#City+'],
    ['LOCATION_COUNTRY', '#Country+'],
    ['LOCATION_STATE', '#Region+'],
    ['LOCATION_ADDRESS', '#Address+'],
    ['DATE', '#Date+'],
    ['TIME', '#Time+'],
    ['MONEY', '#Money+'],
    ['EMAIL_ADDRESS', '#Email'],
    ['PHONE_NUMBER', '#PhoneNumber+'],
    ['URL', '#Url'],
    ['USERNAME', '#AtMention'],
    ['ORIGIN', '#Demonym'],
  ];
  const read = (text: string) => {
    const document = nlp(text);
    return tags.flatMap(([type, tag]) =>
      document
        .match(tag)
        .json({offset: true})
        .map(({offset: {start, length}}) => ({start, end: start + length, type})),
    );
  };
  return {url, read};
}

/** Its markers, which are words without brackets, and the types they stand for. */
const markers: Readonly<Record<string, EntityType>> = {
  CREDIT_CARD_NUMBER: 'CREDIT_CARD',
  STREET_ADDRESS: 'LOCATION_ADDRESS',
  ZIPCODE: 'LOCATION_ZIP',
  PHONE_NUMBER: 'PHONE_NUMBER',
  IP_ADDRESS: 'IP_ADDRESS',
  US_SOCIAL_SECURITY_NUMBER: 'SSN',
  EMAIL_ADDRESS: 'EMAIL_ADDRESS',
  USERNAME: 'USERNAME',
  PASSWORD: 'PASSWORD',
  CREDENTIALS: 'PASSWORD',
  DIGITS: 'NUMERICAL_PII',
  URL: 'URL',
  PERSON_NAME: 'PERSON_NAME',
};
const marker = new RegExp(`(${Object.keys(markers).join('|')})`);

async function redactPii(): Promise<Omit<Reader, 'name'>> {
  // Its index also loads Google's client, which its redactor does not need.
  const url = pathToFileURL(resolve('redact-pii/lib/SyncCompositeRedactor.js')).href;
  const {SyncCompositeRedactor} = (await import(url)) as {
    SyncCompositeRedactor: new () => {redact(text: string): string};
  };
  const redactor = new SyncCompositeRedactor();
  return {url, read: (text) => hiddenIn(text, redactor.redact(text))};
}

/** What was hidden, told by what is left: the text between two markers is the text between two entities. */
function hiddenIn(text: string, redacted: string): Entity[] {
  const parts = redacted.split(marker);
  const entities: Entity[] = [];
  let end = (parts[0] ?? '').length;
  for (let index = 1; index < parts.length; index += 2) {
    const behind = parts[index + 1] ?? '';
    const start = end;
    const isLast = index + 2 >= parts.length;
    const next = isLast ? text.length - behind.length : text.indexOf(behind, start + 1);
    if (next < start) return entities;
    entities.push({start, end: next, type: markers[parts[index] ?? ''] ?? 'NUMERICAL_PII'});
    end = next + behind.length;
  }
  return entities;
}
