import type {Token} from '../engine/desks.js';
import {Words} from './words.js';

/** Something that is recognized in a shape, and how it is made up. The first that fits is taken. */
interface Kind {
  readonly shape: RegExp;
  readonly invent: (shape: string, words: Words) => string;
}

/** A place in the net as its shape shows it: scheme, host, and what follows. */
const address = /^([aA]+):\/\/([^/?#]*)(.*)$/;

const kinds: readonly Kind[] = [
  {shape: /[aA]{2,10}:\/\/[^ "<>]+/y, invent: inventAddress},
  {shape: /[aA9][aA9._%+-]*@[aA9][aA9.-]*/y, invent: inventEmail},
  {
    shape: /9999-99-99[aA ]99:99(:99(\.9+)?)?([aA](?![aA9])|[+-]99:?99)?/y,
    invent: inventInstant,
  },
  {shape: /9999-99-99(?!9)/y, invent: dateOf},
  {
    shape: /99([./-])99\1(9999|99)(?!9)/y,
    invent: (shape, words) => shape.replace(/9999|99$|99/g, (part, at) => dayPart(part, at, words)),
  },
  {shape: /99:99(:99)?(?![9:])/y, invent: timeOf},
  {shape: /9{1,3}(\.9{1,3}){3}(?![.9])/y, invent: (_, words) => words.machine()},
  {shape: /999-99-9999(?!9)/y, invent: (_, words) => `000-${words.padded(10, 99, 2)}-${words.padded(1000, 9999, 4)}`},
  {shape: /\+9[9 ().-]{5,20}9/y, invent: inventPhone},
  {shape: /\(?99+\)?([ .-]99+)+/y, invent: (shape, words) => words.digits(shape)},
  {shape: /[aA]+(?![9aA])/y, invent: (shape, words) => words.word(shape)},
  {shape: /9+(?![aA])/y, invent: (shape, words) => words.digits(shape)},
  {shape: /[aA9]+/y, invent: (shape, words) => words.code(shape)},
];

/** Made-up values in place of those that tokens stand for. */
export interface Inventor {
  /** The text that stands for a token's value from now on. */
  textFor(token: Token): string;
  /** Whether there is one already. */
  has(token: Pick<Token, 'name'>): boolean;
}

/** How often another text is tried when one is taken: of a single letter there are not many. */
const tries = 20;

/**
 * Makes values up that have the shapes of others and are nobody's: e-mail addresses in domains that are kept for examples,
 * telephone numbers that are kept for stories, dates that there are. Different values get different ones, as far as their
 * shapes allow it. What is asked for in the same order by the same seed is the same.
 */
export function inventorOf(randomSeed: number): Inventor {
  const texts = new Map<string, string>();
  const taken = new Set<string>();
  const invent = (token: Token): string => {
    // Counted, not drawn from the token: its name hangs on a key that another run of the stand-in does not have.
    const number = texts.size + 1;
    for (let attempt = 0; ; attempt += 1) {
      const text = invented(token, new Words(randomSeed, `value ${number} ${attempt}`));
      if (!taken.has(text) || attempt === tries) return text;
    }
  };
  return {
    has: ({name}) => texts.has(name),
    textFor: (token) => {
      let text = texts.get(token.name);
      if (text === undefined) {
        text = invent(token);
        texts.set(token.name, text);
        taken.add(text);
      }
      return text;
    },
  };
}

/** A text of a shape. Of a credential, whose shape nobody tells, something long that opens nothing. */
function invented({shape, more}: Token, words: Words): string {
  if (shape === undefined) return `invented-${words.code('a9a9a9a9a9a9a9a9a9a9a9a9')}`;
  if (isBase64(shape, more)) return inventBase64(shape, more, words);
  return inventShape(shape, words) + moreText(more, words);
}

/** A file in a text. Whoever takes one reads it, so it must be one. */
function isBase64(shape: string, more: number): boolean {
  const isCoded = /^[aA9+/]{20,}={0,2}$/.test(shape) && /a/.test(shape) && /A/.test(shape);
  return isCoded && (shape.length + more) % 4 === 0;
}

function inventBase64(shape: string, more: number, words: Words): string {
  const padding = /=*$/.exec(shape)?.[0].length ?? 0;
  return Buffer.from(moreText(((shape.length + more) / 4) * 3 - padding, words)).toString('base64');
}

function inventShape(shape: string, words: Words): string {
  let text = '';
  for (let at = 0; at < shape.length;) {
    const [kind, part] = kindAt(shape, at);
    text += kind ? kind.invent(part, words) : part;
    at += part.length;
  }
  return text;
}

function kindAt(shape: string, at: number): [Kind | undefined, string] {
  for (const kind of kinds) {
    kind.shape.lastIndex = at;
    const [part] = kind.shape.exec(shape) ?? [];
    if (part !== undefined) return [kind, part];
  }
  return [undefined, shape[at] as string];
}

/** Words in place of what a shape does not show. */
function moreText(length: number, words: Words): string {
  let text = '';
  while (text.length < length) text += ` ${words.word('a'.repeat(words.number(3, 8)))}`;
  return text.slice(0, length).replace(/ $/, 'a');
}

function inventEmail(shape: string, words: Words): string {
  const [local = '', domain = ''] = shape.split('@');
  return `${inventParts(local, words)}@${inventDomain(domain, words)}`;
}

/** One that is kept for examples (RFC 2606), so that it is nobody's. */
function inventDomain(shape: string, words: Words): string {
  if (shape === 'aaaaaaa.aaa') return 'example.org';
  const [label = 'aaaa'] = shape.split('.').filter((part) => /^[aA9]+$/.test(part));
  return `${inventParts(label, words).toLowerCase()}.example`;
}

function inventParts(shape: string, words: Words): string {
  return shape.replace(/[aA9]+/g, (part) => (/^[aA]+$/.test(part) ? words.word(part) : words.code(part)));
}

function inventAddress(shape: string, words: Words): string {
  const [, scheme = '', host = '', rest = ''] = address.exec(shape) ?? [];
  const said = {2: 'ws', 3: 'wss', 4: 'http'}[scheme.length] ?? 'https';
  return `${said}://${inventDomain(host, words)}${inventParts(rest, words)}`;
}

/** In the shape's own form when it is one of ten or eleven digits, for only of those some are kept for stories. */
function inventPhone(shape: string, words: Words): string {
  return shape.replace(/[^9]/g, '').length === 11 && shape.startsWith('+9') ? words.digits(shape) : words.phone();
}

function dateOf(_: string, words: Words): string {
  return `${words.number(1950, 1999)}-${words.padded(1, 12, 2)}-${words.padded(1, 28, 2)}`;
}

/** Day and month can be read either way round. */
function dayPart(part: string, at: unknown, words: Words): string {
  if (part.length === 4) return String(words.number(1950, 1999));
  return at === 6 ? words.padded(50, 99, 2) : words.padded(1, 12, 2);
}

function inventInstant(shape: string, words: Words): string {
  const [, offset = ''] = /([aA]|[+-]99:?99)$/.exec(shape.slice(11)) ?? [];
  const zone = offset === '' ? '' : /[+-]/.test(offset) ? `+${offset.slice(1).replaceAll('9', '0')}` : 'Z';
  return `${dateOf('', words)}${shape[10] === ' ' ? ' ' : 'T'}${timeOf(shape.slice(11), words)}${zone}`;
}

function timeOf(shape: string, words: Words): string {
  const [, , seconds, fraction] = /^(99:99)(:99)?(\.9+)?/.exec(shape) ?? [];
  const time = `${words.padded(0, 23, 2)}:${words.padded(0, 59, 2)}`;
  return `${time}${seconds === undefined ? '' : `:${words.padded(0, 59, 2)}`}${fraction === undefined ? '' : words.code(fraction)}`;
}
