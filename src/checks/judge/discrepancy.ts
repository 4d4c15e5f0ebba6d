import type {Mark} from '../../openapi/index.js';
import type {CheckName} from '../report.js';

/** One way in which an exchange differs from what it is held against. */
export interface Discrepancy {
  readonly check: Exclude<CheckName, 'criterion' | 'run'>;
  /** JSON pointer into the answer's body, or `header: <name>`; empty for the answer as a whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly got: string;
  /** One whole sentence. */
  readonly message: string;
  /** Pointer of the keyword in the vendor's document, from `#`; absent where no document says it, but a step does. */
  readonly schemaPath?: string;
  /** How sure the document is of the answer. `documented` where a step says it: its rules know better. */
  readonly mark: Mark;
}

/** So many characters of a value are shown, so that a line stays a line. */
const longest = 80;

/** A value as compact JSON, cut at 80 characters; `nothing` where there is none. */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : cut(JSON.stringify(value));
}

/** A text cut at 80 characters. */
export function cut(text: string): string {
  const characters = [...text.slice(0, 2 * longest)];
  return text.length <= longest || characters.length <= longest
    ? text
    : `${characters.slice(0, longest - 1).join('')}…`;
}
