/** The control plane: what tests and people say to a stand-in, under `/_standin`. */
export {answerControl, problemResponse} from './control.js';
export {clockChangeOf, type ClockChange, type Control, type Info} from './handlers.js';
