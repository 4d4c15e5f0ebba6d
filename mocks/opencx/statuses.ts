import type {BehaviourValues} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';

/** Status of a POST that did its work: 200 in the newest docs, 201 in those before (OPENCX-31). */
export function createdStatus({docs_generation}: BehaviourValues<OpencxBehaviours>): 200 | 201 {
  return docs_generation === 'G2' ? 201 : 200;
}
