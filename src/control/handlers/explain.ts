import {explain as explained} from '../../engine/desks.js';
import type {Vendor} from '../../engine/index.js';
import type {Answers, Handler} from '../call.js';
import {problem} from '../problem.js';

export const explain: Handler<'explain'> = async ({engine, sandbox, params: {requestId}}) => {
  const kept = (await engine.sandbox(sandbox)).journal.find(requestId);
  if (kept === undefined) {
    return problem(
      404,
      `The journal has no entry ${JSON.stringify(requestId)}, or no more; GET /_standin/journal lists them.`,
    );
  }
  const vendor = engine.vendors.get(kept.entry.vendor) as Vendor;
  return {status: 200, body: (await explained(vendor, kept.entry, kept.trace)) as Answers<'explain'>};
};
