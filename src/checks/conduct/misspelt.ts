import {foldedName, type JournalEntry} from '../../engine/index.js';
import {escapePointer, isObject, valueAt, type Finding} from '../../openapi/index.js';

/** What was sent under another spelling of its name. */
export interface Misspelt {
  /** As the caller spelt it. */
  readonly name: string;
  /** JSON pointer into the entry: `/request/body/session_id`. */
  readonly pointer: string;
}

/** The parameter of the query or the member of the body that was meant to be what a finding misses; undefined when none is like it. */
export function misspeltOf({location, path, params}: Finding, {request}: JournalEntry): Misspelt | undefined {
  const {missingProperty: missing} = params;
  if (typeof missing !== 'string' || (location !== 'query' && location !== 'body')) return undefined;
  const sent = location === 'query' ? request.query : valueAt(request.body, path);
  if (!isObject(sent)) return undefined;
  const name = Object.keys(sent).find((one) => one !== missing && foldedName(one) === foldedName(missing));
  if (name === undefined) return undefined;
  const place = location === 'query' ? '/request/query' : `/request/body${path}`;
  return {name, pointer: `${place}/${escapePointer(name)}`};
}
