import {Exchange, problemFinding, type Vendor} from '../../engine/index.js';
import {resolve, type Finding, type Operation} from '../../openapi/index.js';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {settingsOf} from '../../traffic/settings.js';

/** A request as the document sees it. */
export interface JudgedRequest {
  /** `operationId`; absent when the request leads to no operation. */
  readonly operation?: string;
  /** Every way in which it differs from the document; none for a well-formed one. */
  readonly findings: readonly Finding[];
}

/** What of a vendor a request is held against. */
export type Requests = Pick<Vendor, 'document' | 'router' | 'validators' | 'parameters' | 'behaviours' | 'untypedBody'>;

const encoder = new TextEncoder();

/**
 * Holds a request against the vendor's document, as the stand-in itself would: route, parameters in the vendor's own
 * notation, body. A credential is not asked for. The vendor's switches are taken as they begin.
 */
export async function judgeRequest(vendor: Requests, {request}: RecordedExchange): Promise<JudgedRequest> {
  const {method, path, query, headers, body} = request;
  const exchange = new Exchange(
    {method, target: path, headers, body: body === undefined ? undefined : encoder.encode(body), origin: ''},
    query === '' ? path : `${path}?${query}`,
  );
  const lost = exchange.route(vendor.router);
  const operation = exchange.operation?.id;
  if (lost !== undefined) {
    const finding = problemFinding(lost, exchange.operation) ?? noRoute(request);
    return {...(operation !== undefined && {operation}), findings: [finding]};
  }
  const problem = await exchange.decode(vendor.parameters, vendor.untypedBody, settingsOf(vendor));
  const unread = problem && problemFinding(problem, exchange.operation);
  // A body that cannot be read says nothing of the parameters beside it: these are judged all the same.
  exchange.validate(vendor.validators);
  const findings = [
    ...(unread ? [unread] : []),
    ...exchange.findings.map((one) => placed(vendor, one, exchange.operation)),
  ];
  return {...(operation !== undefined && {operation}), findings};
}

function noRoute({method, path}: RecordedExchange['request']): Finding {
  const message = `The document has no ${method} ${path}.`;
  return {location: 'path', path: '', keyword: 'paths', params: {}, message, schemaPath: '#/paths'};
}

/** A vendor's own reader of a parameter does not know where the document has it. */
function placed({document}: Requests, finding: Finding, operation: Operation | undefined): Finding {
  const {location, path, keyword, schemaPath} = finding;
  if (/^#\/(paths|components)\//.test(schemaPath)) return finding;
  const parameter = operation?.parameters.find((one) => one.in === location && path === `/${one.name}`);
  if (parameter === undefined) return finding;
  return {...finding, schemaPath: `${resolve(document, parameter.schema).pointer}/${keyword}`};
}
