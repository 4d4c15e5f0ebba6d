import type {RecordedExchange} from '../../traffic/exchange.js';
import {shown, type Discrepancy} from './discrepancy.js';
import {judgeRequest, type Requests} from './request.js';

/**
 * Judges whether a request was rightly accepted: one that the document does not allow must be refused. Parameters are read
 * as the vendor writes them, such as JSON in a query (`exclude=["…"]`).
 *
 * @returns one for each way in which an accepted request differs from the document.
 */
export async function judgeAcceptance(vendor: Requests, exchange: RecordedExchange): Promise<readonly Discrepancy[]> {
  const {status} = exchange.response;
  const match = vendor.router.match(exchange.request.method, exchange.request.path);
  if (status < 200 || status >= 300 || match.kind !== 'found') return [];
  const {id, body, mark} = match.operation;
  // Forms and files are not recorded as they were sent.
  if (body !== undefined && body.form !== 'json') return [];
  const {findings} = await judgeRequest(vendor, exchange);
  return findings.map(({location, path, message, schemaPath}) => ({
    check: 'status',
    pointer: '',
    expected: 'a refusal',
    got: shown(status),
    message: `${id} accepted a request whose ${location}${path} ${message}.`,
    schemaPath,
    mark,
  }));
}
