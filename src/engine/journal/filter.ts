import type {JournalEntry} from './entry.js';
import type {CompiledPattern, RequestPattern} from './pattern.js';

/** Which entries of a journal are asked for. Whatever is left out may be anything. */
export interface JournalFilter extends Pick<RequestPattern, 'vendor' | 'operation' | 'method' | 'path' | 'where'> {
  readonly status?: string | number;
  readonly kind?: JournalEntry['kind'];
  /** A header's name, or its name and value: `user-agent`, `content-type:application/json`. */
  readonly header?: string;
  /** Instants on the sandbox's clock, ISO 8601; both belong to what is asked for. */
  readonly since?: string;
  readonly until?: string;
  /** `true`: requests that no operation matched; `false`: all others. */
  readonly unmatched?: boolean;
  /** Entries that came after the one of this id. */
  readonly after?: string;
  /** The newest so many. */
  readonly limit?: number;
}

/** The part of a filter that is no pattern of a request. */
export type Window = (entry: JournalEntry) => boolean;

/**
 * Reads when, and of which kind, entries are asked for.
 * @throws RangeError when an instant is none.
 */
export function readWindow({kind, since, until, unmatched}: JournalFilter): Window {
  const from = instantOf('since', since) ?? -Infinity;
  const to = instantOf('until', until) ?? Infinity;
  return (entry) => {
    const at = Date.parse(entry.at);
    if (at < from || at > to) return false;
    if (kind !== undefined && entry.kind !== kind) return false;
    return unmatched === undefined || unmatched === isUnmatched(entry);
  };
}

/** Whether a client asked for something that the vendor has not. */
export function isUnmatched({kind, operation}: JournalEntry): boolean {
  return kind === 'request' && operation === undefined;
}

/** The headers that a filter asks for, as a pattern that was read has them. */
export function headersOf({header}: JournalFilter): CompiledPattern['headers'] {
  if (header === undefined) return {};
  const end = header.indexOf(':');
  return end < 0 ? {[header.trim()]: undefined} : {[header.slice(0, end).trim()]: header.slice(end + 1).trim()};
}

function instantOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (!Number.isNaN(instant)) return instant;
  throw new RangeError(`Give "${name}" an instant such as 2026-01-05T09:00:00Z.`);
}
