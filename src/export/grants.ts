import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readContract} from '../checks/contracts/contract.js';
import {contractsFolder} from '../checks/contracts/folder.js';
import {credentialsId} from '../checks/derived/credentials.js';
import {valueAt} from '../engine/index.js';

/** How a credential is come by: it is issued before anybody calls, or the answer of an operation has it. */
export interface Grant {
  readonly vendor: string;
  /** The name of its security scheme. */
  readonly scheme: string;
  /** What stands before it in its header: `Bearer `, or nothing. */
  readonly before: string;
  /** The variable that it is issued in: `DIXA_API_KEY`. */
  readonly variable?: string;
  /** The operation that answers it, and where in its answer it stands, as a JSON pointer. */
  readonly answer?: {readonly operation: string; readonly pointer: string};
}

/** `Bearer {$steps.token.outputs.accessToken}` */
const fromStep = /^(.*?)\{?\$steps\.([\w-]+)\.outputs\.([\w-]+)\}?$/;

/** `Bearer {$inputs.OPENCX_API_KEY}` */
const fromInput = /^(.*?)\{?\$inputs\.(\w+)\}?$/;

/**
 * How the vendors' credentials are come by, as `contracts/<vendor>/credentials.arazzo.yaml` tells.
 * @param root the folder of the package.
 */
export async function grantsOf(root: string, vendors: readonly string[]): Promise<readonly Grant[]> {
  const all = await Promise.all(vendors.map((vendor) => grantsAt(root, vendor)));
  return all.flat();
}

async function grantsAt(root: string, vendor: string): Promise<readonly Grant[]> {
  const file = join(contractsFolder(root, vendor), 'credentials.arazzo.yaml');
  const {workflows} = readContract(await readFile(file, 'utf8'), file).document;
  const {steps = [], outputs = {}} = workflows.find(({workflowId}) => workflowId === credentialsId) ?? {};
  return Object.entries(outputs).flatMap(([scheme, value]): Grant[] => {
    const [, plain = '', variable] = fromInput.exec(String(value)) ?? [];
    if (variable !== undefined) return [{vendor, scheme, before: plain, variable}];
    const [, before = '', stepId, name = ''] = fromStep.exec(String(value)) ?? [];
    const step = steps.find((one) => one.stepId === stepId);
    const pointer = /^\$response\.body#(\/.*)$/.exec(step?.outputs?.[name] ?? '')?.[1];
    const operation = step?.operationId;
    return operation === undefined || pointer === undefined
      ? []
      : [{vendor, scheme, before, answer: {operation, pointer}}];
  });
}

/** The value of the header that carries a credential which an answer has; undefined when it has none. */
export function headerGranted({answer, before}: Grant, body: unknown): string | undefined {
  const value = answer && valueAt(body, answer.pointer);
  return typeof value === 'string' ? before + value : undefined;
}
