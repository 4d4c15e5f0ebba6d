import {judgementOf} from '../conduct/index.js';
import type {CheckReport} from '../report.js';
import {RequestBook, type BookOptions} from './request-book.js';
import {unknownWords} from './selection.js';
import {specPlacesIn} from './spec-places.js';
import type {Traffic} from './traffic.js';

/** How traffic is judged. */
export interface JudgeOptions extends Omit<BookOptions, 'source' | 'most'> {
  /** The folder that has `specs/`. */
  readonly root: string;
}

/**
 * Judges all calls of some traffic, each in the light of those before it.
 * @throws RangeError when the selection names what there is not.
 */
export async function judgeTraffic(traffic: Traffic, {root, ...options}: JudgeOptions): Promise<CheckReport> {
  const {vendors, selection} = options;
  const unknown = unknownWords(selection, vendors);
  if (unknown.length > 0) {
    const words = unknown.map((word) => JSON.stringify(word)).join(', ');
    throw new RangeError(`No operation, kind of breach or rule is called ${words}.`);
  }
  const book = new RequestBook({...options, source: traffic});
  const {scenario, isOrdered, leftOut} = traffic;
  const judgement = judgementOf(vendors, {scenario, isOrdered});
  for (const call of traffic.calls) book.add(call.entry, judgement.judge(call));
  book.addLate(judgement.end());
  return book.report(leftOut, await specPlacesIn(root, vendors));
}
