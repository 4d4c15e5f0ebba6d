/** What we read of Arazzo 1.0.1 documents. The rest is carried along as it is. */
export interface ArazzoDocument {
  readonly arazzo: string;
  readonly info: {readonly title: string; readonly version: string};
  readonly sourceDescriptions: readonly {readonly name: string; readonly type: string; readonly url: string}[];
  readonly workflows: readonly ArazzoWorkflow[];
  readonly components?: {
    readonly inputs?: Readonly<Record<string, InputSchema>>;
    readonly parameters?: Readonly<Record<string, unknown>>;
  };
}

export interface ArazzoWorkflow {
  readonly workflowId: string;
  readonly summary?: string;
  readonly inputs?: InputSchema | {readonly $ref: string};
  readonly steps: readonly ArazzoStep[];
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** The inputs of a workflow: an object schema, of which only the defaults matter to us. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<
    Record<string, {readonly type: string; readonly default?: string; readonly format?: string}>
  >;
}

export interface ArazzoStep {
  readonly stepId: string;
  /** A step has either this or a workflow of the same document. */
  readonly operationId?: string;
  readonly workflowId?: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: {readonly contentType: string; readonly payload: unknown};
  readonly successCriteria?: readonly Criterion[];
  readonly onFailure?: readonly FailureAction[];
  readonly outputs?: Readonly<Record<string, string>>;
  /** Ids of the rules that the step proves. */
  readonly 'x-rules'?: readonly string[];
  /** Inputs whose values no answer may hold any more, from this step's answer on. */
  readonly 'x-standin-erased'?: readonly string[];
  /** An earlier step whose answer this step's must equal. */
  readonly 'x-standin-same-as'?: string;
}

export interface Criterion {
  readonly condition: string;
  readonly context?: string;
  readonly type?: 'simple' | 'regex' | 'jsonpath' | {readonly type: string; readonly version: string};
}

export interface FailureAction {
  readonly name: string;
  readonly type: 'end' | 'retry' | 'goto';
  readonly stepId?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly retryLimit?: number;
}

/** The inputs that a workflow declares, where `$ref` names those of the document. */
export function inputsOf(document: ArazzoDocument, {inputs}: ArazzoWorkflow): InputSchema | undefined {
  if (inputs === undefined || !('$ref' in inputs)) return inputs;
  const name = inputs.$ref.replace('#/components/inputs/', '');
  return document.components?.inputs?.[name];
}
