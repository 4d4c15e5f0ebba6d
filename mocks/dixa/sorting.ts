import {earliest, instantOf} from './dates.js';

/** A key that sorts by time, however it is spelled, and then by number. */
export function inOrder(time: string, number = 0): string {
  return `${keyOf(instantOf(time) ?? 0)} ${padded(number)}`;
}

/** A number that is not negative as a text that sorts like it. */
export function padded(number: number): string {
  return String(number).padStart(16, '0');
}

/** The first, or the last, key that a thing of an instant can have where things are sorted by time. */
export function edgeOf(instant: number, edge: 'first' | 'last'): string {
  return edge === 'first' ? keyOf(instant) : `${keyOf(instant)} ~`;
}

/** Counted from the earliest instant, since what lies before 1970 has a number that does not sort as a text. */
function keyOf(instant: number): string {
  return padded(instant - earliest);
}
