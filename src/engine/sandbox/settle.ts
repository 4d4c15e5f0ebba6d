import {NotWritten} from '../../state/index.js';
import {instantOf, type TimeSource} from '../../time/index.js';
import {delivery, nextDue, readRecord, Session, type DueRecord, type Sandbox} from './sandbox.js';
import type {Vendor} from '../vendor.js';

/** A webhook that is to leave. What it says is asked of the vendor when its turn comes. */
export interface Departure {
  readonly vendor: Vendor;
  readonly delivery: DueRecord['payload'];
  /** Whom it goes to, if the vendor says: one after the other to each. */
  readonly to: string;
}

/** What was settled, in order. */
export interface SettledWork {
  readonly records: readonly DueRecord[];
  /** What is to be sent for it. */
  readonly departures: readonly Departure[];
  /** Whether any of it, or anything it scheduled, leaves the stand-in. */
  readonly leaves: boolean;
}

interface Place {
  readonly sandbox: Sandbox;
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly time: TimeSource;
}

/**
 * Carries out everything that fell due, in order, each at its own instant and in a unit of work of its own.
 * Runs inside the sandbox's queue, before whoever looks next; so nothing needs to poll.
 */
export async function settle(
  sandbox: Sandbox,
  vendors: ReadonlyMap<string, Vendor>,
  time: TimeSource,
): Promise<SettledWork> {
  const records: DueRecord[] = [];
  const departures: Departure[] = [];
  let leaves = false;
  const {clock} = await readRecord(sandbox.partition);
  const now = instantOf(clock, time);
  for (let record = await nextDue(sandbox.partition, now); record; record = await nextDue(sandbox.partition, now)) {
    const outcome = await carryOut(record, {sandbox, vendors, time});
    records.push(record);
    if (outcome.departure) departures.push(outcome.departure);
    leaves ||= record.leaves || outcome.leaves;
  }
  return {records, departures, leaves};
}

/**
 * A transition that throws is taken off the list all the same: it must not fail every request from then on. What a store
 * has no room for stays due.
 */
async function carryOut(
  record: DueRecord,
  {sandbox, vendors, time}: Place,
): Promise<{departure: Departure | undefined; leaves: boolean}> {
  const vendor = vendors.get(record.vendor);
  const session = await Session.begin(sandbox, time, record.at);
  session.settle(record);
  try {
    const isDeparture = record.transition === delivery;
    if (!isDeparture) await vendor?.transitions[record.transition]?.(session.scope(vendor), record.payload);
    await session.commit();
    const departure = isDeparture && vendor ? {vendor, delivery: record.payload, to: record.to ?? ''} : undefined;
    return {departure, leaves: session.leaves};
  } catch (error) {
    if (error instanceof NotWritten) throw error;
    const clean = await Session.begin(sandbox, time, record.at);
    clean.settle(record);
    await clean.commit();
    throw error;
  }
}
