/** What a journal's token tells: `tok_5f3c9a0e2b7d4c11(aaaa@aaaaaaa.aaa)`. {@link Tokens} makes them. */
export interface Token {
  /** `tok_5f3c9a0e2b7d4c11`: the same for equal values, wherever they stand. */
  readonly name: string;
  /** The letters, digits and punctuation of the value, at most the first 80; absent of a credential and of bytes. */
  readonly shape?: string;
  /** How many characters the value has behind those that the shape shows. */
  readonly more: number;
  /** How many bytes it stands for, where nobody read them. */
  readonly bytes?: number;
}

const written = /^(tok_[0-9a-f]{16})(?:\(([^]*)\))?$/;

/** A token within a longer text, such as a path: its shape may hold slashes. */
export const tokenPattern = 'tok_[0-9a-f]{16}(?:\\([^]*?\\))?';

/** Reads a token; undefined of any other text. */
export function parseToken(text: string): Token | undefined {
  const [, name, inside] = written.exec(text) ?? [];
  if (name === undefined) return undefined;
  if (inside === undefined) return {name, more: 0};
  const bytes = /^(\d+) bytes$/.exec(inside)?.[1];
  if (bytes !== undefined) return {name, more: 0, bytes: Number(bytes)};
  const [, shape = inside, more = '0'] = /^([^]*)…\+(\d+)$/.exec(inside) ?? [];
  return {name, shape, more: Number(more)};
}

/**
 * Whether it is the token that the journal writes for all that came behind the values it keeps: as the last item of a list,
 * or as the name of a member. A text such as `[REDACTED]` has the same shape, so only a place where such a token can stand tells.
 */
export function isRestOfMany(last: unknown): boolean {
  return typeof last === 'string' && parseToken(last)?.shape?.startsWith('[') === true;
}
