import {utf8ToBytes} from '@noble/hashes/utils';
import {examplesOf, type Example, type Operation} from '../../openapi/index.js';
import {problemReply} from '../problem-reply.js';
import type {Reply} from '../reply.js';
import type {Vendor} from '../vendor.js';
import type {Say} from './words.js';

/** The answer that a caller prefers: a status, an example, or both. */
export interface Preferences {
  /** The status to answer, with an example of the document. */
  readonly code?: number;
  /** Which example; the first when absent. */
  readonly example?: string;
}

/** Most seconds that a caller can have an answer wait. */
const mostWait = 60;

/**
 * Reads a header `Prefer` (RFC 7240): an answer, and by how many seconds it is to come later. What it does not know it leaves aside, as RFC 7240 says; of two preferences of one name the
 * first counts.
 * @returns a sentence when `code` is no status or `example` no name, as Prism refuses them.
 */
export function readPrefer(text: string): {readonly preferences?: Preferences; readonly wait?: number} | string {
  const said = new Map<string, string>();
  for (const [preference] of text.matchAll(/(?:[^,"]|"[^"]*(?:"|$))+/g)) {
    // What stands behind a semicolon belongs to a preference of which we know none.
    const [own = ''] = /^(?:[^;"]|"[^"]*(?:"|$))*/.exec(preference) ?? [];
    const [name = '', ...value] = own.split('=');
    const key = name.trim().toLowerCase();
    if (!said.has(key)) said.set(key, unquoted(value.join('=').trim()));
  }
  const [wait, code, example] = ['wait', 'code', 'example'].map((name) => said.get(name));
  if (code !== undefined && !/^\d{3}$/.test(code))
    return 'Prefer cannot be read: write code with three digits, such as code=404.';
  if (example === '') return 'Prefer cannot be read: write example with a name, such as example=first.';
  const preferences = {...(code !== undefined && {code: Number(code)}), ...(example !== undefined && {example})};
  return {
    ...(wait !== undefined && /^\d{1,2}$/.test(wait) && Number(wait) <= mostWait && {wait: Number(wait)}),
    ...((code ?? example) !== undefined && {preferences}),
  };
}

/**
 * The answer that a caller prefers to the handler's, as Prism gives it: an example of the document, the vendor's own
 * words where it has none. A status or an example that is not declared is refused, and nothing changes.
 */
export async function preferredReply(
  {code, example}: Preferences,
  {operation, vendor, say}: {readonly operation: Operation; readonly vendor: Vendor; readonly say: Say},
): Promise<Reply> {
  const {id, responses} = operation;
  const status = code ?? usualStatus(operation);
  const declared = responses.get(status);
  if (declared === undefined)
    return problemReply(
      404,
      `The document of ${vendor.title} declares no ${status} for ${id}: prefer one of ${[...responses.keys()].join(', ')}.`,
    );
  const examples = examplesOf((await vendor.papers()).document, operation, status);
  const chosen = example === undefined ? examples[0] : examples.find(({name}) => name === example);
  if (example !== undefined && chosen === undefined) {
    const names = examples.map(({name}) => name).join(', ');
    const advice = names === '' ? 'there is none: leave "example" out' : `prefer one of ${names}`;
    return problemReply(404, `The document of ${vendor.title} has no such example of ${status} for ${id}: ${advice}.`);
  }
  const words = say({status, html: false});
  const applied = [
    ...(code === undefined ? [] : [`code=${code}`]),
    ...(chosen && example ? [`example=${example}`] : []),
  ];
  const headers = {...words?.headers, 'Preference-Applied': applied.join(', ')};
  const injected = String(status);
  if (chosen) return {status, ...contentOf(chosen), headers, injected};
  if (words) return {...words, headers, injected};
  if (declared.types.length === 0) return {status, headers, injected};
  return problemReply(
    404,
    `The document of ${vendor.title} has no example of ${status} for ${id}: prefer another code.`,
  );
}

/** An example that is no JSON is a file. */
function contentOf({type, value}: Example): Pick<Reply, 'body' | 'file'> {
  if (type.includes('json') || typeof value !== 'string') return {body: value};
  return {file: {bytes: utf8ToBytes(value), type: type === '*/*' ? 'text/plain' : type}};
}

/** The lowest status of success. */
function usualStatus({responses}: Operation): number {
  const statuses = [...responses.keys()];
  const good = statuses.filter((status) => status >= 200 && status < 300);
  return good.length > 0 ? Math.min(...good) : (statuses[0] as number);
}

function unquoted(text: string): string {
  return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}
