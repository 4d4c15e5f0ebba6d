import type {Connect} from '../face.js';

/** A server of the stand-in's own, and Node's `fetch`. */
export const overHttp: Connect = async (standin) => {
  const {url} = await standin.listen({port: 0});
  return {base: (vendor) => `${url}/${vendor}`, fetch, close: () => Promise.resolve()};
};
