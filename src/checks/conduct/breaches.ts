import type {JournalEntry, Vendor} from '../../engine/index.js';

/** One way in which a client's request broke a vendor's contract. */
export interface Breach {
  /** The entry's id in the journal: `req-7`. */
  readonly entry: string;
  readonly kind: 'unknown-operation' | 'authentication' | 'request' | 'deprecated';
  readonly vendor: string;
  /** `operationId`; absent when no operation matched. */
  readonly operation?: string;
  /** A whole sentence: what is wrong, and what to send instead. It shows nothing personal. */
  readonly message: string;
}

/** The breaches of a journal's entries, in their order. Injected faults are no breaches, nor are webhooks and preflights. */
export function breachesOf(entries: readonly JournalEntry[], _vendors: readonly Vendor[]): readonly Breach[] {
  return entries.flatMap(({id, vendor, kind, operation}) =>
    kind === 'request' && operation === undefined
      ? [{entry: id, kind: 'unknown-operation' as const, vendor, message: 'The vendor has no such operation.'}]
      : [],
  );
}

/** A breach as a line of text. */
export function sentenceOf({entry, vendor, operation, message}: Breach): string {
  return `${entry} ${vendor}${operation === undefined ? '' : `.${operation}`}: ${message}`;
}
