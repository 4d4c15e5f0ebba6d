import {noWayOut} from '../engine/index.js';
import {wakeLater, type Platform} from './platform.js';

/** A page in a browser: nothing listens and nothing leaves; what would have left is recorded as not sent. */
export const page: Platform = {
  outgoing: () => noWayOut,
  timer: wakeLater,
  store: () => {
    throw new RangeError('Not here yet.');
  },
  listen: () => Promise.reject(new Error('A page cannot listen: use the handlers of standin/msw, or standin.fetch.')),
};
