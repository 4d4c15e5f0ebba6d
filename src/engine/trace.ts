import type {Change} from '../state/index.js';
import type {BehaviourValue} from './behaviours.js';
import type {Tokens} from './journal/tokens.js';
import type {DueRecord, Session} from './sandbox/sandbox.js';
import type {Step} from './vendor.js';

/** Ids that tell nothing of anybody: UUIDs, counted numbers, ids of sixteen digits. */
export const plainId = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,9}|\d{16})$/i;

/** An entity that a request touched. An id that may tell something, such as a credential or a file's name, is a token. */
export interface Touched {
  readonly vendor: string;
  readonly collection: string;
  readonly id: string;
}

/** How a request went: for whoever asks why it was answered so. */
export interface Trace {
  /** The step that answered; `handle` is the operation's own work. */
  readonly step: Step | 'handle';
  /** What was looked at, the first fifty. */
  readonly read: readonly Touched[];
  /** What was changed. A refusal changes nothing. */
  readonly written: readonly (Touched & {readonly change: 'saved' | 'removed'})[];
  /** What was put off: transitions of the vendor's, and webhooks (`deliver`). */
  readonly scheduled: readonly {readonly transition: string; readonly at: string}[];
  /** The vendor's behaviours as they were. */
  readonly behaviours: Readonly<Record<string, BehaviourValue>>;
}

/**
 * What a unit of work touched. Asked before it is committed.
 * @param changes what it wrote; nothing when it was refused.
 */
export function traceOf(
  {unit}: Session,
  {changes, tokens, ...rest}: {changes: readonly Change[]; tokens: Tokens} & Pick<Trace, 'step' | 'behaviours'>,
): Trace {
  const touched = (name: string, id: string): Touched => {
    const [vendor = '', collection = ''] = name.split('.', 2);
    return {vendor, collection, id: plainId.test(id) ? id : tokens.ofCredential(id)};
  };
  const read = new Map<string, Touched>();
  for (let position = 0; position < unit.reads.length; position += 2) {
    const [name = '', id = ''] = unit.reads.slice(position, position + 2);
    if (!name.startsWith('standin.')) read.set(`${name} ${id}`, touched(name, id));
  }
  const written = changes
    .filter(({collection}) => !collection.startsWith('standin.'))
    .map(({collection, id, entity}) => {
      const change: 'saved' | 'removed' = entity === undefined ? 'removed' : 'saved';
      return {...touched(collection, id), change};
    });
  const scheduled = changes
    .filter(({collection, entity}) => collection === 'standin.due' && entity !== undefined)
    .map(({entity}) => entity as DueRecord)
    .map(({transition, at}) => ({transition, at: new Date(at).toISOString()}));
  return {...rest, read: [...read.values()], written, scheduled};
}
