import {createStandin} from '../../../src/index.js';
import type {Connect, Face, FaceName} from '../face.js';
import {playerOf} from '../stage.js';
import {chromium} from './chromium.js';
import {inExpress} from './express.js';
import {inProcess} from './in-process.js';
import {throughMsw} from './msw-node.js';
import {msw3} from './msw3.js';

export {overHttp as reference} from './http.js';

/** The faces that are held against HTTP, in the order of the table. */
export const faces: readonly Face[] = [
  here('express', inExpress),
  here('fetch', inProcess),
  here('msw2', throughMsw),
  msw3,
  chromium,
];

/** A face that is reached from this very process. */
function here(name: FaceName, connect: Connect): Face {
  return {
    name,
    isApart: false,
    missing: () => undefined,
    open: () => Promise.resolve(playerOf(createStandin, connect)),
  };
}
