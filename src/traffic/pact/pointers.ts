import {isObject} from '../../openapi/index.js';
import {pointerTo, reachedIn, segmentsOf} from '../pointers.js';
import {membersOf} from '../shapes.js';

/**
 * Where the parts of an interaction stand in a Pact.
 * @param interaction as the file has it.
 * @param position in the file's list of interactions.
 * @param isWrapped bodies are as in version 4.
 * @returns the JSON pointer in the file of a part, which is a JSON pointer into a journal's entry.
 */
export function pointersOf(interaction: unknown, position: number, isWrapped: boolean): (part: string) => string {
  return (part) => {
    const [side = '', ...inside] = segmentsOf(part);
    const isMessage = side === 'request' || side === 'response';
    const place = isMessage ? [side, ...inMessage(membersOf(membersOf(interaction)[side]), inside, isWrapped)] : [];
    return pointerTo('interactions', position, ...reachedIn(interaction, place));
  };
}

function inMessage(
  message: Readonly<Record<string, unknown>>,
  inside: readonly string[],
  isWrapped: boolean,
): readonly string[] {
  const [member, name, ...below] = inside;
  if (name === undefined) return inside;
  if (member === 'body' && isWrapped) return ['body', 'content', name, ...below];
  if (member === 'query' && isObject(message.query))
    return ['query', name, ...(Array.isArray(message.query[name]) ? below : [])];
  if (member !== 'headers') return inside;
  const written = Object.keys(membersOf(message.headers)).find((one) => one.toLowerCase() === name);
  return written === undefined ? ['headers'] : ['headers', written];
}
