import {createSearch, type Subject, type Trace} from '../../erasure/index.js';
import type {JsonValue} from '../../openapi/index.js';
import type {RecordedExchange} from '../../traffic/exchange.js';
import type {Discrepancy} from './discrepancy.js';

/**
 * Looks in an answer for what was erased, as it stands or disguised: other letter case, spacing, phone formats, base64,
 * percent-encoding and what else the erasure knows. It counts that an answer repeats what the request said, too: an echo
 * keeps the value in logs and caches. What only the request says does not count.
 *
 * @param values the erased values by name, as the inputs of a workflow are called: `{canaryEmail: 'ada@example.org'}`.
 *   Those that look like an address or a number are looked for in the ways these are written.
 * @returns one for each value in each place; it names the value and its disguise and never says it.
 * @throws RangeError when a value is too short to be told from chance.
 */
export function cameBack(
  values: Readonly<Record<string, string>>,
  {response}: RecordedExchange,
): readonly Discrepancy[] {
  const names = Object.keys(values);
  if (names.length === 0) return [];
  const {subject, nameOf} = subjectOf(values);
  const search = createSearch(subject);
  const traces = [...search.in(bodyOf(response.body))];
  // Of members of one name a parser keeps the last; what the others say came back all the same.
  const unread = [...search.in(response.body ?? null)].filter(({of}) => !traces.some((trace) => trace.of === of));
  const inBody = [
    ...traces.map((trace) => toDiscrepancy(trace, trace.pointer, nameOf)),
    ...unread.map((trace) => toDiscrepancy(trace, '', nameOf)),
  ];
  const inHeaders = Object.entries(response.headers).flatMap(([name, text]) =>
    [...search.in({[name]: text})].map((trace) => toDiscrepancy(trace, `header: ${name}`, nameOf)),
  );
  return [...inBody, ...inHeaders];
}

/** JSON as what it says, anything else as the text it is. */
function bodyOf(body: string | undefined): JsonValue {
  if (body === undefined) return null;
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    return body;
  }
}

function subjectOf(values: Readonly<Record<string, string>>): {subject: Subject; nameOf: (of: string) => string} {
  const lists: Record<'names' | 'emails' | 'phones' | 'texts', string[]> = {
    names: [],
    emails: [],
    phones: [],
    texts: [],
  };
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    const kind = kindOf(name, value);
    names.set(`/${kind}/${lists[kind].push(value) - 1}`, name);
  }
  return {subject: lists, nameOf: (of) => names.get(of) ?? of};
}

/** By its form; a name looks like any text, so there the input's own name decides. */
function kindOf(name: string, value: string): 'names' | 'emails' | 'phones' | 'texts' {
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return 'emails';
  if (/^\+?[\d\s()./-]{7,24}$/.test(value) && (value.match(/\d/g)?.length ?? 0) >= 7) return 'phones';
  return /name$/i.test(name) ? 'names' : 'texts';
}

function toDiscrepancy({as, of, inName}: Trace, pointer: string, nameOf: (of: string) => string): Discrepancy {
  const name = nameOf(of);
  const disguise = as.length > 0 ? ` disguised by ${as.join(', ')}` : '';
  const place = pointer === '' ? 'the body' : pointer;
  return {
    check: 'erased',
    pointer,
    expected: `nothing of ${name}`,
    got: `${name}${disguise}`,
    message: `The erased ${name} came back in ${inName ? `a name of a member at ${place}` : place}${disguise}.`,
    mark: 'documented',
  };
}
