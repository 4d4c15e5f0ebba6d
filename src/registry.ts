/** The vendors there are. A fourth one is three folders and one line here; no other file of `src/` imports `mocks/`. */
import {dixa} from '../mocks/dixa/index.js';

export const registry = [dixa] as const;
