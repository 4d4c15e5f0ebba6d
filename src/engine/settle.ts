import {instantOf, type TimeSource} from '../time/index.js';
import {nextDue, readRecord, Session, type Sandbox} from './sandbox.js';
import type {Vendor} from './vendor.js';

/** A transition that was carried out. */
export interface Settled {
  readonly vendor: string;
  readonly transition: string;
  /** When it fell due, ISO 8601. */
  readonly at: string;
}

/**
 * Carries out everything that fell due, in order, each at its own instant and in a unit of work of its own.
 * Runs inside the sandbox's queue, before whoever looks next; so nothing needs to poll.
 */
export async function settle(
  sandbox: Sandbox,
  vendors: ReadonlyMap<string, Vendor>,
  time: TimeSource,
): Promise<Settled[]> {
  const settled: Settled[] = [];
  const {clock} = await readRecord(sandbox.partition);
  const now = instantOf(clock, time);
  // Reading the record again for each one matters: a transition may use ids and schedule others.
  for (let record = await nextDue(sandbox.partition, now); record; record = await nextDue(sandbox.partition, now)) {
    const session = await Session.begin(sandbox, time, record.at);
    session.settle(record);
    const vendor = vendors.get(record.vendor);
    const transition = vendor?.transitions[record.transition];
    if (vendor && transition) await transition(session.scope(vendor), record.payload);
    await session.commit();
    settled.push({vendor: record.vendor, transition: record.transition, at: new Date(record.at).toISOString()});
  }
  return settled;
}
