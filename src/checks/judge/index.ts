/**
 * Holds recorded exchanges against a vendor's document and against what erasing promises. Everything is a pure function of
 * its arguments, so that it serves a contract run, a test's matcher and a page alike.
 */
export {judgeAcceptance} from './acceptance.js';
export {judgeRefusal} from './authentication.js';
export type {Discrepancy} from './discrepancy.js';
export {cameBack} from './erased.js';
export {judge} from './judge.js';
export {judgeRequest, type JudgedRequest} from './request.js';
export {differencesBetween} from './unchanged.js';
