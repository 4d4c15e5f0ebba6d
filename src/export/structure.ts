import type {JsonValue} from '../engine/index.js';

/** A text or something bare in the shape of JSON; braces, brackets, colons and commas stand between them. */
const part = /"((?:[^"\\]|\\.)*)"|([aA9.+-]+)/g;

/** How the parts of a structure are made up. */
interface Making {
  readonly text: (shape: string) => string;
  /** The name of a member; its shape stands for it where nothing better is known. */
  readonly name: (shape: string) => string;
}

/**
 * A value in the structure that the shape of its JSON text shows: `{"aaa":"Aaaa","aa":[99]}`. Of a shape that was cut off
 * what is complete.
 * @returns undefined when the shape is none of an object or an array.
 */
export function structureOf(shape: string, {text, name}: Making): JsonValue | undefined {
  if (!/^[{[]/.test(shape)) return undefined;
  for (let end = shape.length; end > 0; end = shape.lastIndexOf(',', end - 1)) {
    const whole = shape.slice(0, end);
    const json = closed(whole).replace(
      part,
      (all: string, quoted: string | undefined, bare: string, at: number, of: string) => {
        if (quoted === undefined) return bareValue(bare);
        const plain = quoted.replace(/\\./g, ' ');
        return JSON.stringify(of[at + all.length] === ':' ? name(plain) : text(plain));
      },
    );
    try {
      return JSON.parse(json) as JsonValue;
    } catch {
      // Cut off within a member: what stands before it is tried.
    }
  }
  return shape.startsWith('[') ? [] : {};
}

/** The shape with all that it opens closed. */
function closed(shape: string): string {
  const open: string[] = [];
  for (const [letter] of shape.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[{}[\]]/g)) {
    if (letter === '{' || letter === '[') open.unshift(letter === '{' ? '}' : ']');
    else open.shift();
  }
  return shape + open.join('');
}

/** Numbers show as nines, `true` and `null` as four letters, `false` as five. */
function bareValue(shape: string): string {
  if (!/9/.test(shape)) return shape.length === 5 ? 'false' : 'true';
  const number = Number(shape.replaceAll('9', '1'));
  return Number.isFinite(number) ? String(number) : '0';
}
