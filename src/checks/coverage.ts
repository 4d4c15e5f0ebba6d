import type {Vendor} from '../engine/index.js';
import {covers, mediaTypeOf, parseQuery, type Operation, type Parameter} from '../openapi/index.js';
import type {RecordedExchange} from '../traffic/exchange.js';

/** How much of one kind of thing a run touched. */
export interface Covered {
  readonly covered: number;
  readonly total: number;
  /**
   * What was not touched, in the document's order: `getTags`, `getTags 404`, `getTags 200 application/json`,
   * `createTag request application/json`, `getTags query limit`.
   */
  readonly missing: readonly string[];
}

/** What of a vendor's document a run touched. */
export interface Coverage {
  /** Answered with success at least once. */
  readonly operations: Covered;
  /** Declared statuses that were answered, by operation. */
  readonly statuses: Covered;
  /** Media types of requests and of answers. */
  readonly mediaTypes: Covered;
  /** Parameters that were sent, by operation. */
  readonly parameters: Covered;
  /** Declared statuses from 400 on that were answered, by operation. */
  readonly refusals: Covered;
  /** All of these together, as a share from 0 to 1. */
  readonly share: number;
}

type Kind = Exclude<keyof Coverage, 'share'>;

/**
 * What of a vendor's document some exchanges touched. Everything that is declared counts, also what is hard to bring about,
 * such as a fault of the server. What a call sends counts only where somebody looked at it: not when its credential was
 * refused.
 */
export function coverageOf(
  vendor: Pick<Vendor, 'router' | 'operationList'>,
  exchanges: Iterable<RecordedExchange>,
): Coverage {
  const touched = touchedBy(vendor, exchanges);
  const count = (kind: Kind): Covered => {
    const declared = vendor.operationList.flatMap((operation) => declaredBy(operation)[kind]);
    const missing = declared.filter((name) => !touched[kind].has(name));
    return {covered: declared.length - missing.length, total: declared.length, missing};
  };
  const kinds = {
    operations: count('operations'),
    statuses: count('statuses'),
    mediaTypes: count('mediaTypes'),
    parameters: count('parameters'),
    refusals: count('refusals'),
  };
  const sum = (member: 'covered' | 'total') => Object.values(kinds).reduce((all, one) => all + one[member], 0);
  const total = sum('total');
  return {...kinds, share: total === 0 ? 0 : sum('covered') / total};
}

/** The names of everything that an operation declares, in the document's order. */
function declaredBy({id, parameters, body, responses}: Operation): Record<Kind, readonly string[]> {
  const statuses = [...responses.keys()];
  const answers = [...responses.values()].flatMap(({status, types}) => types.map((type) => `${id} ${status} ${type}`));
  return {
    operations: [id],
    statuses: statuses.map((status) => `${id} ${status}`),
    mediaTypes: [...(body?.types ?? []).map((type) => `${id} request ${type}`), ...answers],
    parameters: parameters.map((parameter) => nameOf(id, parameter)),
    refusals: statuses.filter((status) => status >= 400).map((status) => `${id} ${status}`),
  };
}

function touchedBy(
  {router}: Pick<Vendor, 'router'>,
  exchanges: Iterable<RecordedExchange>,
): Record<Kind, ReadonlySet<string>> {
  const touched = {
    operations: new Set<string>(),
    statuses: new Set<string>(),
    mediaTypes: new Set<string>(),
    parameters: new Set<string>(),
    refusals: new Set<string>(),
  };
  for (const exchange of exchanges) {
    const {request, response} = exchange;
    const match = router.match(request.method, request.path);
    if (match.kind !== 'found') continue;
    const {operation} = match;
    const {id} = operation;
    const {status} = response;
    touched.statuses.add(`${id} ${status}`);
    if (status >= 400) touched.refusals.add(`${id} ${status}`);
    if (status >= 200 && status < 400) touched.operations.add(id);
    for (const type of answeredTypes(operation, exchange)) touched.mediaTypes.add(`${id} ${status} ${type}`);
    if (status === 401 || status === 403) continue;
    for (const type of sentTypes(operation, exchange)) touched.mediaTypes.add(`${id} request ${type}`);
    for (const parameter of sentParameters(operation, exchange)) touched.parameters.add(nameOf(id, parameter));
  }
  return touched;
}

function answeredTypes({responses}: Operation, {response}: RecordedExchange): readonly string[] {
  return response.body ? declaredTypes(responses.get(response.status)?.types, response.headers) : [];
}

function sentTypes({body}: Operation, {request}: RecordedExchange): readonly string[] {
  return request.body ? declaredTypes(body?.types, request.headers) : [];
}

function declaredTypes(types: readonly string[] = [], headers: Readonly<Record<string, string>>): readonly string[] {
  const type = mediaTypeOf(headers['content-type']);
  return type === undefined ? [] : types.filter((one) => covers([one], type));
}

function sentParameters({parameters}: Operation, {request}: RecordedExchange): readonly Parameter[] {
  const query = parseQuery(request.query);
  return parameters.filter(({in: place, name}) => {
    if (place === 'path') return true;
    return place === 'query' ? query?.has(name) : Object.hasOwn(request.headers, name.toLowerCase());
  });
}

function nameOf(id: string, parameter: Parameter): string {
  return `${id} ${parameter.in} ${parameter.name}`;
}
