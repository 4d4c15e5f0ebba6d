import type {Answer} from './face.js';

/**
 * Headers of the connection and of the page's browser, which no vendor's operation says anything about: each face may have
 * its own. All other headers are the vendor's and must be the same everywhere.
 */
const transport: ReadonlySet<string> = new Set([
  // When and over which connection Node sent it.
  'date',
  'connection',
  'keep-alive',
  // How long the body is and in how many pieces it came: the bodies themselves are compared, byte by byte.
  'transfer-encoding',
  'content-length',
  // What lets a page of another origin read an answer over HTTP; a service worker's answer needs no such leave.
  'vary',
  'access-control-allow-origin',
  // Express says so of itself before any middleware is asked.
  'x-powered-by',
]);

/** What stands in place of the address under which a face has the vendor. */
export const placeholder = '{base}';

/**
 * An answer without what differs because a face is what it is: transport headers, and the face's own address in the links
 * of bodies and headers. Links are whole (files of OpenCX and Dixa) or, in `meta.next` of Dixa, paths that begin with what
 * stands before the vendor's own path.
 */
export function neutral({status, headers, body}: Answer, base: string): Answer {
  const prefix = new URL(base).pathname.replace(/\/$/, '');
  const unplaced = (text: string) =>
    text.replaceAll(`${base}/`, `${placeholder}/`).replaceAll(`"next":"${prefix}/`, `"next":"${placeholder}/`);
  const kept = Object.entries(headers).filter(([name]) => !transport.has(name));
  return {
    status,
    headers: Object.fromEntries(kept.map(([name, value]): [string, string] => [name, unplaced(value)]).sort()),
    body: unplaced(body),
  };
}
