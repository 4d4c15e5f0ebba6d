import {parseToken} from '../../engine/desks.js';
import type {JournalEntry, Vendor} from '../../engine/index.js';
import {escapePointer, resolve, type Operation} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {weakestMark} from './marks.js';

/** What a document says of a parameter's values that the vendor takes and passes over. */
interface IgnoredValues {
  /** A regular expression, for the value or for the shape of its token. */
  readonly pattern: string;
  readonly message: string;
  readonly instead: string;
  readonly rules: readonly string[];
}

/** The values of a request that the vendor takes without a word, and that change nothing. */
export function ignoredValuesIn(
  {request: {query}}: JournalEntry,
  {parameters}: Operation,
  vendor: Vendor,
): readonly Told[] {
  return parameters.flatMap(({in: place, name, pointer}) => {
    const raw = resolve(vendor.document, pointer).value as {readonly 'x-standin-ignored-values'?: IgnoredValues};
    const ignored = raw['x-standin-ignored-values'];
    if (ignored === undefined || place !== 'query') return [];
    const {rules, message, instead} = ignored;
    const pattern = new RegExp(ignored.pattern);
    return (query[name] ?? []).flatMap((value, at): readonly Told[] => {
      // Of a value that the journal hides, the shape has `a` and `A` for letters and `9` for digits.
      if (!pattern.test(parseToken(value)?.shape ?? value)) return [];
      const mark = weakestMark(vendor, rules, 'assumed');
      return [{kind: 'ignored', pointer: `/request/query/${escapePointer(name)}/${at}`, rules, mark, message, instead}];
    });
  });
}
