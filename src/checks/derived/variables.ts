import {resolve, type JsonObject, type OpenApiDocument} from '../../openapi/index.js';
import type {Contract} from '../contracts/contract.js';
import {credentialsId} from './credentials.js';

/**
 * What stands for the values of credential headers, by their names in lower case, so that a command line can be repeated
 * and shows no secret: `Bearer $DIXA_API_KEY`, or the name of the scheme where the value is come by with a call.
 */
export function credentialVariables(
  document: OpenApiDocument,
  contracts: readonly Contract[],
): ReadonlyMap<string, string> {
  const workflows = contracts.flatMap((one) => one.document.workflows);
  const outputs = workflows.find(({workflowId}) => workflowId === credentialsId)?.outputs ?? {};
  const {value} = resolve(document, '#/components/securitySchemes');
  const schemes = Object.entries(value as Readonly<Record<string, JsonObject>>).reverse();
  return new Map(
    schemes.map(([scheme, {type, name}]) => {
      const header = type === 'http' ? 'authorization' : String(name).toLowerCase();
      const written = String(outputs[scheme] ?? `$${scheme}`).replace(
        /\{?\$(inputs\.(\w+)|steps\.[^}]*)\}?/g,
        (_, __, input?: string) => `$${input ?? scheme}`,
      );
      return [header, written];
    }),
  );
}
