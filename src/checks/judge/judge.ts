import {covers, mediaTypeOf, type Operation, type ResponseShape} from '../../openapi/index.js';
import type {Vendor} from '../../engine/index.js';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {judgeBody} from './body.js';
import {cut, type Discrepancy} from './discrepancy.js';
import {judgeHeaders} from './headers.js';

/** What of a vendor an answer is held against. */
export type Contract = Pick<Vendor, 'router' | 'document' | 'validators'>;

/**
 * Holds an answer against the vendor's document: its status, content type, headers and body.
 *
 * @returns every way in which it differs, none when it is right; none as well for a request that leads to no operation,
 *   since the document says nothing of it: `judgeRequest` tells that.
 */
export function judge(vendor: Contract, exchange: RecordedExchange): readonly Discrepancy[] {
  const {method, path} = exchange.request;
  const match = vendor.router.match(method, path);
  if (match.kind !== 'found') return [];
  const {operation} = match;
  const declared = operation.responses.get(exchange.response.status);
  if (declared === undefined) return [undeclared(operation, exchange.response.status)];
  return [
    ...judgeType(operation, declared, exchange),
    ...judgeHeaders(vendor.document, {operation, declared, headers: exchange.response.headers}),
    ...judgeBody(vendor, {operation, declared, exchange}),
  ];
}

function undeclared({id, pointer, responses, mark}: Operation, status: number): Discrepancy {
  return {
    check: 'status',
    pointer: '',
    expected: `one of ${[...responses.keys()].join(', ')}`,
    got: String(status),
    message: `The document declares no status ${status} for ${id}.`,
    schemaPath: `${pointer}/responses`,
    mark,
  };
}

/** A type must be told where there is a body, must be one of those declared, and its text must be UTF-8. */
function judgeType(
  {pointer}: Operation,
  {status, types, mark}: ResponseShape,
  {response}: RecordedExchange,
): readonly Discrepancy[] {
  const header = response.headers['content-type'];
  const type = mediaTypeOf(header);
  const at = `${pointer}/responses/${status}`;
  const differs = (expected: string, got: string, message: string, schemaPath: string): readonly Discrepancy[] => [
    {check: 'content-type', pointer: 'header: content-type', expected, got: cut(got), message, schemaPath, mark},
  ];
  if (!response.body) {
    // That a body is missing is told elsewhere.
    if (type === undefined || types.length > 0) return [];
    return differs('no content type', type, 'The answer has a content type and no body, nor is one declared.', at);
  }
  if (types.length === 0) return [];
  const expected = types.length === 1 ? (types[0] as string) : `one of ${types.join(', ')}`;
  if (type === undefined)
    return differs(expected, 'none', 'The answer does not tell its content type.', `${at}/content`);
  if (!covers(types, type))
    return differs(expected, type, `The content type ${cut(type)} is not declared.`, `${at}/content`);
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(header ?? '')?.[1];
  if (charset === undefined || !type.includes('json') || /^utf-?8$/i.test(charset)) return [];
  return differs(
    'charset utf-8',
    `charset ${charset}`,
    'JSON is UTF-8, and the answer tells another charset.',
    `${at}/content`,
  );
}
