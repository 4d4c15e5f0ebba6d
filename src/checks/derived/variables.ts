import {securitySchemesOf, type OpenApiDocument} from '../../openapi/index.js';
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
  const schemes = securitySchemesOf(document).toReversed();
  return new Map(
    schemes.map(({name, header}) => {
      const written = String(outputs[name] ?? `$${name}`).replace(
        /\{?\$(inputs\.(\w+)|steps\.[^}]*)\}?/g,
        (_, __, input?: string) => `$${input ?? name}`,
      );
      return [header.toLowerCase(), written];
    }),
  );
}
