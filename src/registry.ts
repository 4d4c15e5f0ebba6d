/** The vendors there are. A fourth one is three folders and one line here; no other file of `src/` imports `mocks/`. */
import {dixa} from '../mocks/dixa/index.js';
import {opencx} from '../mocks/opencx/index.js';
import {symbl} from '../mocks/symbl/index.js';

export const registry = [opencx, dixa, symbl] as const;
