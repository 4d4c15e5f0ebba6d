import {instantKey} from './entities.js';

/** The date filters that lists take (OPENCX-62). */
export interface DateBounds {
  readonly created_after?: string;
  readonly created_before?: string;
  readonly updated_after?: string;
  readonly updated_before?: string;
}

/** What has a time of creation and one of its last change. */
export interface Dated {
  readonly created_at: string;
  readonly updated_at: string;
}

const names = ['created_after', 'created_before', 'updated_after', 'updated_before'] as const;

/** The first bound that names no day there is, which a schema cannot tell; undefined when all do. */
export function impossibleDate(bounds: DateBounds): keyof DateBounds | undefined {
  return names.find((name) => bounds[name] !== undefined && Number.isNaN(instantOf(bounds[name])));
}

/** Whether both times lie between the bounds, which are exclusive (OPENCX-62). */
export function isWithin({created_at, updated_at}: Dated, bounds: DateBounds): boolean {
  return (
    isBetween(created_at, bounds.created_after, bounds.created_before) &&
    isBetween(updated_at, bounds.updated_after, bounds.updated_before)
  );
}

/** How far an index by last change must be read. On the bounds themselves {@link isWithin} decides. */
export function updatedRange({updated_after, updated_before}: DateBounds): {from?: string; to?: string} {
  return {
    ...(updated_after !== undefined && {from: instantKey(instantOf(updated_after))}),
    ...(updated_before !== undefined && {to: instantKey(instantOf(updated_before))}),
  };
}

function isBetween(time: string, after: string | undefined, before: string | undefined): boolean {
  const instant = Date.parse(time);
  return (after === undefined || instant > instantOf(after)) && (before === undefined || instant < instantOf(before));
}

/** The instant of a date in a query, which the document allows with a leap second. */
function instantOf(date: string): number {
  return Date.parse(date.replace(/:60(?=[.Zz+-]|$)/, ':59'));
}
