import type {Outgoing} from '../engine/index.js';
import {wakeLater, type Platform} from './platform.js';

/** A process of Node: it listens, and webhooks leave over HTTP. */
export const node: Platform = {
  outgoing: overHttp,
  timer: wakeLater,
  store: async (persistence) => {
    throw new RangeError(`Only a page can keep its state in ${persistence}; in Node give a store.`);
  },
  listen: async (dispatcher, options) => (await import('../faces/http.js')).listen(dispatcher, options),
};

/** Most stand-ins send nothing, so what it takes is loaded when the first webhook leaves. */
function overHttp(allowHosts: readonly string[]): Outgoing {
  let outgoing: Promise<Outgoing> | undefined;
  return {
    send: async (request, signal) => {
      outgoing ??= import('../faces/outgoing.js').then(({createOutgoing}) => createOutgoing({allowHosts}));
      return (await outgoing).send(request, signal);
    },
  };
}
