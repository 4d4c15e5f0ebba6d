import {LineCounter, parseDocument, type Node} from 'yaml';
import type {Place} from '../report.js';
import type {ArazzoDocument} from './arazzo.js';

/** One Arazzo file of a vendor. */
export interface Contract {
  /** Relative to the package: `contracts/dixa/anonymization.arazzo.yaml`. */
  readonly file: string;
  readonly document: ArazzoDocument;
  /** Where a step stands in the file. */
  readonly placeOf: (workflowId: string, stepId: string) => Place;
}

/**
 * Reads an Arazzo file.
 * @throws RangeError when it is no YAML.
 */
export function readContract(text: string, file: string): Contract {
  const lines = new LineCounter();
  const yaml = parseDocument(text, {lineCounter: lines});
  const [problem] = yaml.errors;
  if (problem) throw new RangeError(`${file} cannot be read: ${problem.message}`);
  const document = yaml.toJS() as ArazzoDocument;
  const placeOf = (workflowId: string, stepId: string): Place => {
    const workflow = document.workflows.findIndex((one) => one.workflowId === workflowId);
    const step = document.workflows[workflow]?.steps.findIndex((one) => one.stepId === stepId) ?? -1;
    const node = yaml.getIn(['workflows', workflow, 'steps', step], true) as Node | undefined;
    const {line, col} = lines.linePos(node?.range?.[0] ?? 0);
    return {file, line, column: col};
  };
  return {file, document, placeOf};
}
