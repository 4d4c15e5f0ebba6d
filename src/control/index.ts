/** The control plane: what tests and people say to a stand-in, under `/_standin`. */
export {askerOf, Refused, type Ask} from './ask.js';
export type {Answers, Control, Info} from './call.js';
export {answerControl, problemResponse} from './control.js';
