/** What a client sent, judged and told as a report. */
export {RequestBook, type BookOptions} from './request-book.js';
export {judgeTraffic, type JudgeOptions} from './judge-traffic.js';
export {StrictConduct} from './strict-conduct.js';
export {specPlacesIn} from './spec-places.js';
export {unknownWords, type BreachSelection} from './selection.js';
export type {Source, Traffic, WhereInTraffic} from './traffic.js';
