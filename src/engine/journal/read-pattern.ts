import {nearest} from '../nearest.js';
import type {Vendor} from '../vendor.js';
import {compileJsonPath} from './json-path.js';
import type {CompiledPattern, RequestPattern} from './pattern.js';

/**
 * Reads a pattern of a request.
 * @throws RangeError when it names what there is not, or cannot be read, with what to write instead.
 */
export async function readPattern(pattern: RequestPattern, vendors: readonly Vendor[]): Promise<CompiledPattern> {
  const {headers, where, status, ...rest} = pattern;
  checkNames(rest, vendors);
  checkPath(rest, vendors);
  return {
    ...rest,
    key: JSON.stringify(pattern),
    headers: headers ?? {},
    status: status === undefined ? undefined : readStatus(status),
    where: where === undefined ? undefined : await compileJsonPath(where),
  };
}

function checkNames({vendor, operation}: RequestPattern, vendors: readonly Vendor[]): void {
  const names = vendors.map(({name}) => name);
  if (vendor !== undefined && !names.includes(vendor))
    throw new RangeError(`There is no vendor ${JSON.stringify(vendor)}: use ${names.join(', ')}.`);
  if (operation === undefined) return;
  const asked = vendors.filter(({name}) => vendor === undefined || name === vendor);
  const operations = asked.flatMap(({operationList}) => operationList.map(({id}) => id));
  if (!operations.includes(operation)) {
    const place = vendor === undefined ? '' : ` of ${vendor}`;
    throw new RangeError(
      `There is no operation ${JSON.stringify(operation)}${place}; the nearest are ${nearest(operation, operations)}.`,
    );
  }
}

/** A path that can never be must not be looked for in vain. */
function checkPath({path}: RequestPattern, vendors: readonly Vendor[]): void {
  if (path === undefined) return;
  if (!path.startsWith('/'))
    throw new RangeError(
      'Write "path" as the vendor knows it, such as /v1/conversations/10749; a JSONPath goes into "where".',
    );
  if (path.includes('?')) throw new RangeError('Write "path" without its query, and the query into "query".');
  const prefix = vendors.find(({name}) => path.startsWith(`/${name}/`))?.name;
  if (prefix !== undefined)
    throw new RangeError(`Write "path" as the vendor knows it, without /${prefix} in front: the journal has it so.`);
}

function readStatus(status: number | string): CompiledPattern['status'] {
  const text = String(status).toLowerCase();
  if (/^[1-5]xx$/.test(text)) return {text, has: (one) => Math.floor(one / 100) === Number(text[0])};
  if (/^([1-5]\d\d|0)$/.test(text)) return {text, has: (one) => one === Number(text)};
  throw new RangeError(`${JSON.stringify(status)} is no status: write one such as 409, or a class such as 4xx.`);
}
