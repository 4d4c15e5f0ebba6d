import type {JsonValue} from './json.js';

/** A file as a request carries it: a whole binary body, or one part of a form. */
export interface BinaryPart {
  readonly bytes: Uint8Array;
  /** Its media type as the caller says; undefined when the caller does not say. */
  readonly type?: string;
  /** Its file name as the caller says. */
  readonly name?: string;
}

/** A form's fields by name. Of several fields of one name the first counts. */
export type FormFields = Readonly<Record<string, string | BinaryPart>>;

/** What a request's body was read as. */
export type BodyValue = JsonValue | BinaryPart | FormFields;

/** How a body is read. */
export type BodyForm = 'json' | 'form' | 'binary';

/** How a body of that media type is read. */
export function formOf(mediaType: string): BodyForm {
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return 'json';
  return mediaType === 'multipart/form-data' ? 'form' : 'binary';
}

/** Whether one of the declared media types, such as `audio/*`, covers a type. */
export function covers(declared: readonly string[], type: string): boolean {
  return declared.some(
    (one) => one === type || one === '*/*' || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))),
  );
}

/**
 * Reads a form from bytes.
 * @param contentType the header as it was sent, with its boundary.
 * @returns undefined when the bytes are no such form.
 */
export async function parseForm(bytes: Uint8Array, contentType: string): Promise<FormFields | undefined> {
  const response = new Response(bytes as Uint8Array<ArrayBuffer>, {headers: {'content-type': contentType}});
  let form: FormData;
  try {
    form = await response.formData();
  } catch {
    return undefined;
  }
  const fields: Record<string, string | BinaryPart> = Object.create(null) as Record<string, string | BinaryPart>;
  for (const [name, value] of form) {
    if (name in fields) continue;
    fields[name] = typeof value === 'string' ? value : await partOf(value);
  }
  return fields;
}

async function partOf(file: File): Promise<BinaryPart> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {bytes, ...(file.type !== '' && {type: file.type}), ...(file.name !== '' && {name: file.name})};
}
