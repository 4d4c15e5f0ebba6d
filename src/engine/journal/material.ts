import type {JsonValue} from '../../openapi/index.js';
import {defaultSandbox} from '../addressing.js';
import type {Vendor} from '../vendor.js';
import type {JournalEntry} from './entry.js';
import type {Journal} from './journal.js';
import type {Keeper} from './keeper.js';

/** What an export of a journal is made of. */
export interface JournalMaterial {
  /** With tokens in them, also where the journal is kept in clear. */
  readonly entries: readonly JournalEntry[];
  /** What tokens in the entries stand for, as far as it is nobody's: by the whole token. */
  readonly known: Readonly<Record<string, JsonValue>>;
}

/**
 * A journal's entries, with the meaning of those tokens that stand for nothing of anybody's: `true` and `false`, data of the
 * vendors' built-in seeds, words and examples of their documents, what the journal has in clear elsewhere, and credentials
 * that the sandbox handed out before anybody called.
 */
export async function materialOf(
  {tokens, vendors}: Pick<Keeper, 'tokens' | 'vendors'>,
  {journal, sandbox}: {readonly journal: Journal; readonly sandbox: string},
): Promise<JournalMaterial> {
  const papers = await Promise.all(vendors.map((vendor) => vendor.papers()));
  const entries = journal.records().map(({entry}) => entry);
  const wanted = new Set(JSON.stringify(entries).match(/tok_[0-9a-f]{16}/g));
  const known: Record<string, JsonValue> = {};
  const tell = (value: unknown): void => {
    const token = tokens.of(value);
    if (wanted.has(token.slice(0, tokenName))) known[token] = value as JsonValue;
  };
  for (const word of ['true', 'false']) tell(word);
  for (const {response} of entries) for (const value of plainIn(response.body)) tell(value);
  for (const [at, vendor] of vendors.entries()) {
    for (const value of valuesIn(vendor.seed)) tell(value);
    for (const value of samplesIn(papers[at]?.document)) tell(value);
    for (const credential of credentialsOf(vendor, sandbox)) tell(credential);
    for (const header of headersIn(vendor)) tell(header);
  }
  return {entries, known};
}

/** How long the name of a token is, before its shape. */
const tokenName = 'tok_0123456789abcdef'.length;

/** What the journal has in clear: ids that the stand-in gave, which a caller may send where none belongs. */
function* plainIn(value: unknown): Iterable<unknown> {
  for (const one of valuesIn(value)) {
    if ((typeof one === 'string' && !one.startsWith('tok_')) || typeof one === 'number') yield one;
  }
}

/** What a document lists or shows as an example; words also as a list of one, as a parameter that is JSON says it. */
function* samplesIn(document: unknown): Iterable<unknown> {
  for (const [name, value] of membersIn(document)) {
    if (!samples.has(name)) continue;
    for (const one of valuesIn(value)) {
      yield one;
      if (typeof one === 'string' && /^\w{1,80}$/.test(one)) yield JSON.stringify([one]);
    }
  }
}

const samples = new Set(['enum', 'const', 'default', 'example', 'examples', 'value']);

function* membersIn(value: unknown): Iterable<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, one] of Object.entries(value)) {
    yield [name, one];
    yield* membersIn(one);
  }
}

/** Everything in a value that a token may stand for: texts, numbers, and lists and objects as a whole. */
function* valuesIn(value: unknown): Iterable<unknown> {
  if (value === null || value === undefined || typeof value === 'boolean') return;
  yield value;
  if (typeof value === 'object') for (const one of Object.values(value)) yield* valuesIn(one);
}

/** As they stand in a body or a header, bare and behind their scheme. */
function credentialsOf(vendor: Vendor, sandbox: string): readonly string[] {
  const issued = [...new Set([defaultSandbox, sandbox])].flatMap((id) => Object.values(vendor.issue(id).env));
  return issued.flatMap((value) => [value, `Bearer ${value}`, `bearer ${value}`]);
}

/** The names of headers that carry credentials, as a request has them. */
function headersIn({document}: Vendor): readonly string[] {
  const schemes = Object.values(document.components?.securitySchemes ?? {});
  return schemes.flatMap((scheme) => {
    const {in: place, name} = scheme as {readonly in?: string; readonly name?: string};
    return place === 'header' && name !== undefined ? [name.toLowerCase()] : [];
  });
}
