import type {Connect} from '../face.js';

/** `standin.fetch`: no port, no server. */
export const inProcess: Connect = (standin) =>
  Promise.resolve({
    base: (vendor) => standin.info.vendors[vendor]?.baseUrl ?? '',
    fetch: (url, init) => standin.fetch(url, init),
    close: () => Promise.resolve(),
  });
