import {
  covers,
  findingsOf,
  formOf,
  mediaTypeOf,
  parseJson,
  type Finding,
  type Operation,
  type ResponseShape,
} from '../../openapi/index.js';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {withoutOtherForms} from './alternatives.js';
import {cut, type Discrepancy} from './discrepancy.js';
import {expectationOf} from './expectation.js';
import type {Contract} from './judge.js';

/** An answer, and what its operation declares for that status. */
interface Judged {
  readonly operation: Operation;
  readonly declared: ResponseShape;
  readonly exchange: RecordedExchange;
}

const encoder = new TextEncoder();

/** Holds an answer's body against the document: whether there is one, whether it is JSON, and what its schema says. */
export function judgeBody(
  {document, validators}: Contract,
  {operation, declared, exchange}: Judged,
): readonly Discrepancy[] {
  const {response} = exchange;
  const {status, types, schema, mark} = declared;
  const at = `${operation.pointer}/responses/${status}`;
  const whole = (expected: string, got: string, message: string, schemaPath: string): readonly Discrepancy[] => [
    {check: 'body', pointer: '', expected, got, message, schemaPath, mark},
  ];
  if (!response.body) {
    if (types.length === 0) return [];
    const expected = `a body of ${types.join(' or ')}`;
    return whole(expected, 'no body', 'A body is declared and there is none.', `${at}/content`);
  }
  if (types.length === 0) return whole('no body', cut(response.body), 'There is a body and none is declared.', at);
  if (schema === undefined) return [];
  const type = mediaTypeOf(response.headers['content-type']);
  const isRight = type === undefined || covers(types, type);
  // A wrong type must not hide what else is wrong; a body that is right for its type is not asked to be JSON.
  if (isRight && type !== undefined && formOf(type) !== 'json') return [];
  const read = parseJson(encoder.encode(response.body), true);
  if (read === undefined) return isRight ? whole('JSON', cut(response.body), 'The body is no JSON.', schema) : [];
  const found = findingsOf(validators[operation.id]?.responses[status], read.value, 'response');
  return withoutTwice(withoutOtherForms(found, {document, value: read.value})).map((finding) => ({
    check: 'body',
    ...expectationOf(finding, {document, value: read.value}),
    schemaPath: finding.schemaPath,
    mark,
  }));
}

/** A value of another type is none of those listed either; the list says more. */
function withoutTwice(findings: readonly Finding[]): readonly Finding[] {
  const listed = new Set(findings.filter(({keyword}) => keyword === 'enum' || keyword === 'const').map(schemaOf));
  return findings.filter((finding) => finding.keyword !== 'type' || !listed.has(schemaOf(finding)));
}

/** A value and the schema that it was held against. */
function schemaOf({path, schemaPath}: Finding): string {
  return `${path} ${schemaPath.slice(0, schemaPath.lastIndexOf('/'))}`;
}
