import {instantOf, type TimeSource} from '../time/index.js';
import {nextDue, readRecord, Session, type DueRecord, type Sandbox} from './sandbox.js';
import type {Vendor} from './vendor.js';

/**
 * Carries out everything that fell due, in order, each at its own instant and in a unit of work of its own.
 * Runs inside the sandbox's queue, before whoever looks next; so nothing needs to poll.
 */
export async function settle(
  sandbox: Sandbox,
  vendors: ReadonlyMap<string, Vendor>,
  time: TimeSource,
): Promise<readonly DueRecord[]> {
  const settled: DueRecord[] = [];
  const {clock} = await readRecord(sandbox.partition);
  const now = instantOf(clock, time);
  for (let record = await nextDue(sandbox.partition, now); record; record = await nextDue(sandbox.partition, now)) {
    await carryOut(record, {sandbox, vendors, time});
    settled.push(record);
  }
  return settled;
}

/** A transition that throws is taken off the list all the same: it must not fail every request from then on. */
async function carryOut(
  record: DueRecord,
  {sandbox, vendors, time}: {sandbox: Sandbox; vendors: ReadonlyMap<string, Vendor>; time: TimeSource},
): Promise<void> {
  const vendor = vendors.get(record.vendor);
  const transition = vendor?.transitions[record.transition];
  const session = await Session.begin(sandbox, time, record.at);
  session.settle(record);
  try {
    if (vendor && transition) await transition(session.scope(vendor), record.payload);
    await session.commit();
  } catch (error) {
    const clean = await Session.begin(sandbox, time, record.at);
    clean.settle(record);
    await clean.commit();
    throw error;
  }
}
