import type {Vendor} from '../../engine/index.js';
import type {Operation} from '../../openapi/index.js';
import {credentialHeaderNames} from '../derived/security.js';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {cut, type Discrepancy} from './discrepancy.js';
import {judge, type Contract} from './judge.js';
import {settingsOf} from '../../traffic/settings.js';

const refusals = [401, 403] as const;

/** A credential of fewer characters is found anywhere by chance. */
const leastCredential = 8;

/** What of a vendor a refusal is held against. */
type Refusing = Contract & Pick<Vendor, 'hides' | 'behaviours'>;

/**
 * Judges the answer to a call without a credential, or with a wrong one: a declared 401 or 403 with the body that the
 * document has for it, which does not repeat the credential. A route that the vendor does not have unless a switch is on
 * may be as unknown as any other, so there a declared 404 is right as well. It takes the place of {@link judge}: whatever else is wrong
 * with the refusal is told here too.
 *
 * @param credential how the call was made.
 * @returns nothing for operations that ask for no credential.
 */
export function judgeRefusal(
  vendor: Refusing,
  exchange: RecordedExchange,
  credential: 'missing' | 'wrong',
): readonly Discrepancy[] {
  const match = vendor.router.match(exchange.request.method, exchange.request.path);
  if (match.kind !== 'found' || !match.operation.secured) return [];
  const {operation} = match;
  const {status} = exchange.response;
  const allowed = vendor.hides(operation, settingsOf(vendor)) ? [...refusals, 404] : refusals;
  const declared = allowed.filter((one) => operation.responses.has(one));
  const isRefused = declared.some((one) => one === status);
  if (!isRefused) return [accepted(operation, {declared, status, credential})];
  const found = judge(vendor, exchange).map((one) => ({...one, check: 'authentication' as const}));
  return [...found, ...repeated(vendor, operation, exchange)];
}

function accepted(
  {id, pointer, responses, mark}: Operation,
  {declared, status, credential}: {declared: readonly number[]; status: number; credential: 'missing' | 'wrong'},
): Discrepancy {
  const first = declared[0];
  const call = credential === 'missing' ? 'without a credential' : 'with a wrong credential';
  return {
    check: 'authentication',
    pointer: '',
    expected: (declared.length > 0 ? declared : refusals).join(' or '),
    got: String(status),
    message: `A call of ${id} ${call} was answered with ${status}.`,
    schemaPath: first === undefined ? `${pointer}/responses` : `${pointer}/responses/${first}`,
    mark: (first === undefined ? undefined : responses.get(first)?.mark) ?? mark,
  };
}

/** What was sent as a credential must not come back: it ends in logs, and a nearly right one is a secret. */
function repeated(
  {document}: Contract,
  {pointer}: Operation,
  {request, response}: RecordedExchange,
): readonly Discrepancy[] {
  const credentials = [...credentialHeaderNames(document)].map((name) => request.headers[name] ?? '');
  const sent = credentials.flatMap((one) => one.split(/\s+/)).filter((part) => part.length >= leastCredential);
  const texts = {...response.headers, '': response.body ?? ''};
  return Object.entries(texts)
    .filter(([, text]) => sent.some((part) => text.includes(part)))
    .map(([name]) => ({
      check: 'authentication',
      pointer: name === '' ? '' : `header: ${cut(name)}`,
      expected: 'no credential',
      got: 'the credential of the request',
      message: 'The refusal repeats the credential that was sent.',
      schemaPath: `${pointer}/responses/${response.status}`,
      mark: 'documented',
    }));
}
