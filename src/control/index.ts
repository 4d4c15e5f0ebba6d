/**
 * The control plane: what tests and people say to a stand-in, under `/_standin`. Most of it is loaded with the first thing
 * that is said, since a page may say nothing.
 */
export {askerOf, Refused, type Ask} from './ask.js';
export type {Answers, Control, Info} from './call.js';
export {answerControl} from './on-demand.js';
export {problemResponse} from './response.js';
