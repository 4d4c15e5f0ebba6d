/** The same stand-in for a page: no part of Node, no server. What `standin` is where a bundler builds for browsers. */
import {page} from './platforms/page.js';
import {makeStandin, type Standin, type StandinOptions} from './stand-in.js';

export * from './api.js';

/**
 * Makes a stand-in that lives in this page.
 *
 * ```ts
 * await using standin = await createStandin({vendors: ['dixa']});
 * const {DIXA_API_KEY = ''} = standin.info.vendors.dixa?.env ?? {};
 * await standin.fetch('/dixa/v1/conversations/10749', {headers: {authorization: DIXA_API_KEY}});
 * ```
 *
 * @throws SeedError when the seed cannot be used; RangeError when a vendor, a behaviour or the scenario is not known.
 */
export function createStandin(options: StandinOptions = {}): Promise<Standin> {
  return makeStandin(page, options);
}
