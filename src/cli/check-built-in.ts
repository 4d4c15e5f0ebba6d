import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import express, {type RequestHandler} from 'express';
import {standinMiddleware} from '../faces/express.js';
import {createStandin, type Standin, type VendorName} from '../index.js';

/** A stand-in made for one check. */
export interface BuiltIn {
  /** What stands before the vendor's own path. */
  readonly base: string;
  /** The demo account's, by the names of their variables. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly vendor: Standin['vendors'][number];
  readonly close: () => Promise<void>;
}

/** When it is there: any instant will do, as long as two runs give the same bytes. */
const start = Date.UTC(2026, 0, 5, 9);

/** How far the clock goes on when somebody waits. */
const patience = 'PT10S';

/**
 * Starts a stand-in of one vendor on a port of its own, whose clock stands still but for those who wait: a GET that repeats
 * the one before it moves it on by ten seconds, so that waiting takes no time, and nothing is finished before somebody waits.
 *
 * @param lie stands before the stand-in and may answer in its place: for tests of what a check finds.
 */
export async function startBuiltIn(vendor: VendorName, lie?: RequestHandler): Promise<BuiltIn> {
  const standin = await createStandin({vendors: [vendor], clock: () => start, randomSeed: 1});
  await standin.clock.freeze();
  const app = express().disable('x-powered-by').use(patientClock(standin));
  if (lie) app.use(lie);
  const server = createServer(app.use(standinMiddleware(standin)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/${vendor}`,
    credentials: standin.info.vendors[vendor]?.env ?? {},
    vendor: standin.vendors[0] as BuiltIn['vendor'],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await standin.close();
    },
  };
}

function patientClock(standin: Standin): RequestHandler {
  let before = '';
  return (request, _, next) => {
    const call = `${request.method} ${request.url}`;
    const waits = request.method === 'GET' && call === before;
    before = call;
    if (!waits) return next();
    standin.clock.advance(patience).then(() => next(), next);
  };
}
