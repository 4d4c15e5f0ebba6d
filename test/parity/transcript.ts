import type {Client} from './client.js';
import type {FaceName, Situation} from './face.js';

/** What a transcript is about, in the order of the table. */
export const groups = [
  'operations',
  'refusals',
  'documented errors',
  'redaction',
  'transitions',
  'bodies and addresses',
  'scenarios',
  'faults',
  'the wire',
] as const;

/** One of {@link groups}. */
export type Group = (typeof groups)[number];

/** What the table counts: a transcript, or a check of what only a wire can do. */
export interface Entry {
  readonly group: Group;
  readonly name: string;
  /** The faces that it is for. */
  readonly faces: readonly FaceName[];
}

/** Calls that are made on every face, and whose answers must be the same. */
export interface Transcript extends Entry {
  readonly situation: Situation;
  run(client: Client): Promise<void>;
}
