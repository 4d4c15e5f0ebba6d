import {pointerTo, reachedIn, segmentsOf} from '../pointers.js';
import {itemsOf, membersOf} from '../shapes.js';
import {positionsOf} from './pairs.js';

/**
 * Where the parts of a call stand in a HAR. What the HAR has as one text, such as a body, is told as a whole.
 * @param entry as the file has it.
 * @param position in the file's list of entries.
 * @returns the JSON pointer in the file of a part, which is a JSON pointer into a journal's entry.
 */
export function pointersOf(entry: unknown, position: number): (part: string) => string {
  return (part) => {
    const {request, response} = membersOf(entry);
    const [side, ...inside] = segmentsOf(part);
    const place =
      side === 'request'
        ? ['request', ...inRequest(membersOf(request), inside)]
        : side === 'response'
          ? ['response', ...inResponse(membersOf(response), inside)]
          : [];
    return pointerTo('log', 'entries', position, ...reachedIn(entry, place));
  };
}

function inRequest(
  request: Readonly<Record<string, unknown>>,
  [member, name = '', index = '0']: readonly string[],
): readonly string[] {
  switch (member) {
    case 'method':
      return ['method'];
    case 'path':
      return ['url'];
    case 'query': {
      const positions = positionsOf(request.queryString, (one) => one === name || decoded(one) === name);
      const position = positions[Number(index)] ?? positions[0];
      return position === undefined ? ['url'] : ['queryString', String(position)];
    }
    case 'headers': {
      const [position] = positionsOf(request.headers, (one) => one.toLowerCase() === name);
      return position === undefined ? ['headers'] : ['headers', String(position)];
    }
    case 'body': {
      const {text, params} = membersOf(request.postData);
      if (text || itemsOf(params).length === 0) return ['postData', 'text'];
      const [position] = positionsOf(params, (one) => one === name);
      return position === undefined ? ['postData', 'params'] : ['postData', 'params', String(position)];
    }
    default:
      return [];
  }
}

function inResponse(
  {content}: Readonly<Record<string, unknown>>,
  [member, name = '']: readonly string[],
): readonly string[] {
  if (member === 'status') return ['status'];
  if (member === 'body') return membersOf(content).text === undefined ? ['content'] : ['content', 'text'];
  return member === 'headers' && name === '' ? ['headers'] : [];
}

/** Some recorders write names as they stand in the address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
