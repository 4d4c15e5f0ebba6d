import {escapePointer, resolve, type OpenApiDocument} from './document.js';
import type {JsonValue} from './json.js';
import type {Operation} from './operations.js';

/** When something is so: told from a JSON body. All that is named must hold. */
export interface Condition {
  /** JSON pointer of what must be there. */
  readonly pointer?: string;
  /** What it may be; anything but `null` when left out. */
  readonly in?: readonly JsonValue[];
  /** JSON pointers of what must not be there. */
  readonly absent?: readonly string[];
  /** A runtime expression for a value that must stand somewhere in the body. */
  readonly holds?: string;
}

/** A link of an answer: which call comes next, and when what was asked for is done. */
export interface Link {
  /** `follow`: there it is seen that what was accepted is done · `confirm`: there it is read that something is gone. */
  readonly kind: 'follow' | 'confirm';
  readonly operationId: string;
  /** Runtime expressions, such as `$response.body#/data/id`, by the parameter of the linked operation. */
  readonly parameters: Readonly<Record<string, string>>;
  /** How the linked answer has to be; it need only succeed when left out. */
  readonly until?: Condition;
  /** How the answer with the link has to be. */
  readonly when?: Condition;
  /** Runtime expressions: nobody has to look where one of them is there. */
  readonly unless: readonly string[];
  readonly rules: readonly string[];
}

/** The links of an operation's answer with that status that say what a client has to look after. */
export function linksOf(document: OpenApiDocument, {pointer}: Operation, status: number): readonly Link[] {
  const responses = (resolve(document, pointer).value as {readonly responses?: Readonly<Record<string, unknown>>})
    .responses;
  if (responses?.[String(status)] === undefined) return [];
  const answer = resolve(document, `${pointer}/responses/${status}`);
  const links = (answer.value as {readonly links?: Readonly<Record<string, unknown>>}).links ?? {};
  return Object.keys(links).flatMap((name) => {
    const link = resolve(document, `${answer.pointer}/links/${escapePointer(name)}`).value as Readonly<
      Record<string, unknown>
    >;
    const kind = link['x-standin-link'];
    if (kind !== 'follow' && kind !== 'confirm') return [];
    const [until, when] = [link['x-standin-until'], link['x-standin-when']] as (Condition | undefined)[];
    return [
      {
        kind,
        operationId: String(link.operationId),
        parameters: (link.parameters ?? {}) as Readonly<Record<string, string>>,
        ...(until && {until}),
        ...(when && {when}),
        unless: (link['x-standin-unless'] ?? []) as readonly string[],
        rules: (link['x-standin-rules'] ?? []) as readonly string[],
      },
    ];
  });
}
