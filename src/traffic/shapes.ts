/** Reading what may be anything: a file that somebody brings has the shape that its writer gave it. */
import {isObject} from '../openapi/index.js';

/** The value's members; none when it is no object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** The value's items; none when it is no array. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value, when it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A status of HTTP; undefined for anything else, such as the 0 of a call that nobody answered. */
export function statusOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599 ? value : undefined;
}

/** Headers by name, in lower case; several values of one name are joined. Those that HTTP/2 writes for itself are none. */
export function headersOf(pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const [given, value] of pairs) {
    const name = given.toLowerCase();
    if (name === '' || name.startsWith(':')) continue;
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** Names and values as they stand in an address, and in the body of a form. */
export function encoded(pairs: Iterable<readonly [string, string]>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of pairs) parameters.append(name, value);
  return parameters.toString();
}

const strict = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** The text behind base64; bytes that are no text are one letter each. */
export function textOfBase64(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  try {
    return strict.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
