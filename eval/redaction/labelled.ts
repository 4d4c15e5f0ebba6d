import {readFile} from 'node:fs/promises';
import type {EntityType} from '../../src/redaction/index.js';

/** A stretch of text: UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch that is personal data, and of which type. */
export interface Entity extends Stretch {
  readonly type: EntityType;
}

/** A message whose personal data somebody has marked by hand. */
export interface LabelledMessage {
  readonly id: string;
  /** Where such a message comes from: a support chat, a call transcript … */
  readonly group: string;
  /** Messages in a row with the same name are one conversation, and are read together. */
  readonly conversation?: string;
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Text where finding something is neither right nor wrong. */
  readonly ignore?: readonly Stretch[];
}

/** Reads a set: one JSON object a line. */
export async function readLabelled(file: string | URL): Promise<LabelledMessage[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as LabelledMessage);
}
