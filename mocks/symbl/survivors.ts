import type {Survivor} from '../../src/engine/index.js';
import type {SymblBehaviours} from './behaviours.js';
import type {Collections} from './handler.js';

/** Of a deleted conversation nothing stays. What the account has set up is not of any conversation. */
export const survives: readonly Survivor<Collections, SymblBehaviours>[] = [
  {collection: 'settings', pointers: ['/settings/**'], rule: 'SYMBL-80'},
];
