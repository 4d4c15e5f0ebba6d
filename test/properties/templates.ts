import type {JsonValue} from '../../src/engine/index.js';

/**
 * A value in which ids and texts are still open. It is plain data: a sequence of requests can be printed, shrunk and
 * repeated, and says "the third conversation there is by then" instead of naming one.
 */
export type Template =
  | null
  | boolean
  | number
  | string
  | readonly Template[]
  | Placeholder
  | {readonly [member: string]: Template | undefined};

/** What is filled in when the request is made. */
export type Placeholder = IdPlace | TextPlace | EntriesPlace;

/** Something that a parameter or member of that name can be: mostly the id of something there is. */
export interface IdPlace {
  readonly $id: string;
  /** Which of those there are. */
  readonly pick: number;
  /** What it is when there is none. */
  readonly or: TextForm;
}

/** A text that occurs nowhere else, so that it can be looked for later. */
export interface TextPlace {
  readonly $text: TextForm;
}

/** An object whose names are open too. */
export interface EntriesPlace {
  readonly $entries: readonly (readonly [Template, Template])[];
}

export type TextForm = 'word' | 'sentence' | 'email' | 'uri' | 'base64' | 'png';

/** Where the open values come from. */
export interface Filling {
  /** @returns undefined where nothing of that name is known. */
  readonly id: (name: string, pick: number) => JsonValue | undefined;
  /** @param place where in the request the word goes: `/message/text`. */
  readonly word: (place: string) => string;
}

/** Bytes that begin as an image does: the one thing that uploads are judged by. */
const pngStart = '\x89PNG\r\n\x1a\n';

/** The value that a template stands for. */
export function fill(template: Template, filling: Filling, place = ''): JsonValue {
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template))
    return template.map((item, index) => fill(item as Template, filling, `${place}/${index}`));
  if ('$id' in template) {
    const {$id, pick, or} = template as IdPlace;
    return filling.id($id, pick) ?? textOf(or, filling.word(place));
  }
  if ('$text' in template) return textOf((template as TextPlace).$text, filling.word(place));
  return Object.fromEntries(
    entriesOf(template as EntriesPlace).map(([name, value]) => {
      const key = typeof name === 'string' ? name : String(fill(name, filling, `${place}/*`));
      return [key, fill(value, filling, `${place}/${key}`)];
    }),
  );
}

function entriesOf(template: EntriesPlace | Readonly<Record<string, Template | undefined>>) {
  if ('$entries' in template) return (template as EntriesPlace).$entries;
  return Object.entries(template).filter((entry): entry is [string, Template] => entry[1] !== undefined);
}

function textOf(form: TextForm, word: string): string {
  switch (form) {
    case 'sentence':
      return `Please call ${word} back. I will send you the contract tomorrow, is that right?`;
    case 'email':
      return `${word}@customer.example`;
    case 'uri':
      return `https://${word}.example/page`;
    case 'base64':
      return btoa(word);
    case 'png':
      return pngStart + word;
    case 'word':
      return word;
  }
}
