import {detect, type DetectOptions} from '../../src/redaction/index.js';
import type {Entity, LabelledMessage} from './labelled.js';

/** What the detector finds in each message. */
export function predict(messages: readonly LabelledMessage[], options: DetectOptions = {}): (readonly Entity[])[] {
  return messages.map(({text}) => detect(text, options));
}
