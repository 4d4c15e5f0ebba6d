/**
 * `node --import standin/register app.js`: what the program asks of the vendors' own addresses is answered by a stand-in.
 * With `STANDIN_URL` by the one that listens there, otherwise by one of this process (or worker thread) that is made when
 * the first request leaves it, by the same variables as `standin start`: `STANDIN_VENDOR`, `STANDIN_SCENARIO`,
 * `STANDIN_AUTH` …  `STANDIN_SANDBOX` names the sandbox; `STANDIN_UNHANDLED=error` refuses all other hosts;
 * those of vendors that are not stood in for are refused in any case. `STANDIN_PROXY` is set by `standin run`: its proxy is
 * told of every host that was refused.
 */
import {forwardTo, tellRefused} from './faces/forward.js';
import {intercept} from './faces/intercept.js';
import {placesOf, type Answerer, type Place} from './faces/places.js';
import type {Standin} from './stand-in.js';

const {STANDIN_URL: url, STANDIN_SANDBOX: sandbox, STANDIN_PROXY: proxy = ''} = process.env;
// A variable without a text counts as none.
const unhandled = process.env.STANDIN_UNHANDLED || 'bypass';
if (unhandled !== 'bypass' && unhandled !== 'error')
  throw new RangeError(`STANDIN_UNHANDLED must be bypass or error, not ${JSON.stringify(unhandled)}.`);

const {answerer, places} = url === undefined || url === '' ? inThisProcess() : elsewhere(url);
intercept(answerer, {
  places,
  unhandled,
  ...(sandbox !== undefined && sandbox !== '' && {sandbox}),
  ...(proxy !== '' && {onRefused: (host: string) => tellRefused(proxy, host)}),
});

/** Who answers, and under which addresses it is asked: told late, so that programs that ask nobody start as fast as ever. */
interface Answering {
  readonly answerer: Answerer;
  readonly places: () => Promise<readonly Place[]>;
}

function inThisProcess(): Answering {
  let made: Promise<Standin> | undefined;
  const standin = () =>
    (made ??= import('./cli/from-environment.js').then(({standinOfEnvironment}) => standinOfEnvironment()));
  return {
    answerer: {handle: async (request, options) => (await standin()).handle(request, options)},
    places: async () => placesOf((await standin()).vendors),
  };
}

function elsewhere(at: string): Answering {
  return {
    answerer: forwardTo(at),
    places: async () => {
      const {vendorsNamed} = await import('./registry.js');
      const names = process.env.STANDIN_VENDOR?.split(',').map((name) => name.trim());
      return placesOf(await vendorsNamed(names));
    },
  };
}
