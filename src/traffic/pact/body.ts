import {formOf, isObject, mediaTypeOf} from '../../openapi/index.js';
import {textOf, textOfBase64} from '../shapes.js';

/** A body of a Pact as it would go over the wire. */
export interface PactBody {
  /** Absent when nothing is sent. */
  readonly body?: string;
  /** What the Pact says of its type, or what its value tells; absent when neither does. */
  readonly type?: string;
}

/**
 * The body of a message of versions 2 and 3, where it stands as it is. As Pact's own verifier has it: nothing and an empty text
 * send nothing, null is sent as JSON only where the header says so, and a text is JSON's own or JSON already.
 * @param header the message's `Content-Type`
 * @throws RangeError when it nests too deeply.
 */
export function plainBody(value: unknown, header: string | undefined): PactBody {
  if (value === undefined || value === '') return {};
  if (value === null) return isJson(header) ? {body: 'null'} : {};
  if (typeof value !== 'string') return {body: jsonOf(value), type: json};
  return {body: isJson(header) && !isJsonText(value) ? jsonOf(value) : value};
}

/**
 * The body of a message of version 4: `{content, contentType, encoded}`.
 * @throws RangeError when it nests too deeply.
 */
export function wrappedBody(value: unknown, header: string | undefined): PactBody {
  if (!isObject(value)) return {};
  const {content, encoded} = value;
  const said = textOf(value.contentType);
  const type = said === undefined ? {} : {type: said};
  if (content === undefined || content === '') return type;
  if (content === null) return isJson(header ?? said) ? {body: 'null', ...type} : type;
  // `encoded: "json"` says of a text that it is a value, and no text of JSON.
  if (typeof content !== 'string' || encoded === 'json') return {body: jsonOf(content), type: said ?? json};
  const isBase64 = encoded === true || textOf(encoded)?.toLowerCase() === 'base64';
  return {body: isBase64 ? textOfBase64(content) : content, ...type};
}

const json = 'application/json';

function isJson(header: string | undefined): boolean {
  const type = mediaTypeOf(header);
  return type !== undefined && formOf(type) === 'json';
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The value's JSON text; what nests so deeply that it cannot be written is a RangeError of JavaScript's own. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value);
}
