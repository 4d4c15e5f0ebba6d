/** Workflows that are made from a vendor's document: each operation with its examples, without a credential, and with a wrong one. */
import type {Vendor} from '../../engine/index.js';
import type {Operation} from '../../openapi/index.js';
import type {ArazzoDocument, ArazzoStep, ArazzoWorkflow} from '../contracts/arazzo.js';
import {effectOf, type Effect} from '../effects.js';
import {credentialsId, credentialsOf} from './credentials.js';
import {sampleOf} from './examples.js';
import {credentialHeadersOf} from './security.js';

/** Ids of the derived workflows; no contract may have one of them. */
export {credentialsId} from './credentials.js';
export {credentialHeaderNames} from './security.js';

export const derivedIds = {
  examples: 'every-operation-with-its-examples',
  missing: 'every-operation-without-a-credential',
  wrong: 'every-operation-with-a-wrong-credential',
} as const;

export interface DerivedOptions {
  readonly vendor: Vendor;
  /** The contract that tells how credentials are come by. */
  readonly credentials: ArazzoDocument;
  /** What calls with a right credential, and with none, may do to the target. */
  readonly mayDo: (effect: Effect) => boolean;
  /** Whether a workflow is to have the call of an operation. */
  readonly wants: (workflowId: string, operationId: string) => boolean;
}

/** An Arazzo document of these workflows. What only reads comes first, what erases last. */
export function derivedWorkflows({vendor, credentials, mayDo, wants}: DerivedOptions): ArazzoDocument {
  const order: readonly Effect[] = ['reads', 'writes', 'erases'];
  const operations = order
    .filter(mayDo)
    .flatMap((effect) => vendor.operationList.filter((one) => effectOf(one) === effect));
  const secured = operations.filter((one) => credentialHeadersOf(vendor.document, one).length > 0);
  const own = credentialsOf(credentials, vendor, mayDo);
  const callable = operations.filter((one) =>
    credentialHeadersOf(vendor.document, one).every(({scheme}) => own?.outputs?.[scheme] !== undefined),
  );
  const {examples, missing, wrong} = derivedIds;
  const wanted = (id: string, all: readonly Operation[]) => all.filter((operation) => wants(id, operation.id));
  const called = wanted(examples, callable).map((one) => exampleStep(vendor, one));
  const withoutAny = wanted(missing, secured).map((one) => refusedStep(vendor, one, 'missing'));
  const withWrong = wanted(wrong, secured).map((one) => refusedStep(vendor, one, 'wrong'));
  return {
    ...credentials,
    workflows: [
      ...(own && called.length > 0 ? [own] : []),
      {
        workflowId: examples,
        summary: "Every operation answers its document's example as the document says",
        steps: called.length > 0 ? [...credentialsStep(own), ...chained(called)] : [],
      },
      {
        workflowId: missing,
        summary: 'No operation that asks for a credential does without',
        steps: chained(withoutAny),
      },
      {
        workflowId: wrong,
        summary: 'No operation takes a credential that nobody issued',
        steps: chained(withWrong),
      },
    ].filter(({steps}) => steps.length > 0),
  };
}

function credentialsStep(workflow: ArazzoWorkflow | undefined): readonly ArazzoStep[] {
  if (workflow === undefined) return [];
  const outputs = Object.fromEntries(Object.keys(workflow.outputs ?? {}).map((name) => [name, `$outputs.${name}`]));
  return [{stepId: credentialsId, workflowId: credentialsId, outputs}];
}

function exampleStep(vendor: Vendor, operation: Operation): ArazzoStep {
  const headers = credentialHeadersOf(vendor.document, operation).map(({scheme, header}) => ({
    name: header,
    in: 'header',
    value: `$steps.${credentialsId}.outputs.${scheme}`,
  }));
  return callOf(vendor, operation, headers, '$statusCode < 500');
}

function refusedStep(vendor: Vendor, operation: Operation, credential: 'missing' | 'wrong'): ArazzoStep {
  const headers = credentialHeadersOf(vendor.document, operation).map(({header, wrong}) => ({
    name: header,
    in: 'header',
    value: wrong,
  }));
  // Which refusal is right, the judge of credentials tells; here it is only sure that it must be one.
  return callOf(vendor, operation, credential === 'missing' ? [] : headers, '$statusCode >= 400');
}

function callOf(vendor: Vendor, operation: Operation, headers: readonly unknown[], condition: string): ArazzoStep {
  const {parameters, body} = sampleOf(vendor.document, operation);
  return {
    stepId: operation.id,
    operationId: operation.id,
    parameters: [...parameters, ...headers],
    ...(body && {requestBody: body}),
    successCriteria: [{condition}],
  };
}

/** Each step leads to the next even when it fails. */
function chained(steps: readonly ArazzoStep[]): readonly ArazzoStep[] {
  return steps.map((step, position) => {
    const next = steps[position + 1];
    return next === undefined ? step : {...step, onFailure: [{name: 'next', type: 'goto', stepId: next.stepId}]};
  });
}
