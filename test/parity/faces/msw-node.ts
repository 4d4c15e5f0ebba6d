import {setupServer} from 'msw/node';
import {handlers} from '../../../src/faces/msw.js';
import type {Connect} from '../face.js';
import {originOf} from './origin.js';

/** MSW in a process of Node, whichever major of it is installed: Node's `fetch` to the vendors' real addresses. */
export const throughMsw: Connect = (standin) => {
  const server = setupServer(...handlers(standin));
  server.listen({onUnhandledRequest: 'error'});
  return Promise.resolve({
    base: (vendor) => originOf(standin, vendor),
    // Looked up at each call: MSW has put its own in the place of Node's.
    fetch: (url, init) => fetch(url, init),
    close: () => Promise.resolve(server.close()),
  });
};
