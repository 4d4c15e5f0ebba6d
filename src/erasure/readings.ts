import type {Encoding} from './disguise.js';
import {base64} from './decoding/base64.js';
import type {Decoder, Lengths} from './decoding/decoder.js';
import {hex} from './decoding/hex.js';
import {html} from './decoding/html.js';
import {json} from './decoding/json.js';
import {quotedPrintable} from './decoding/quoted-printable.js';
import {url} from './decoding/url.js';

/** One way to read a text. */
export interface Reading {
  readonly text: string;
  /** What was undone, from the outermost encoding inwards. */
  readonly steps: readonly Encoding[];
  /** Whether it may as well be chance. */
  readonly isGuess: boolean;
}

const decoders: readonly Decoder[] = [url, json, html, quotedPrintable, base64, hex];

/** Encodings inside each other that are undone. */
const mostSteps = 3;

/** A text as it stands, then all that it decodes to: fewer steps come first, and the same text comes once. */
export function* readings(text: string, lengths: Lengths): Iterable<Reading> {
  const seen = {sure: new Set([text]), guess: new Set<string>()};
  let level: Reading[] = [{text, steps: [], isGuess: false}];
  for (;;) {
    yield* level;
    if (level[0] === undefined || level[0].steps.length === mostSteps) return;
    level = level
      .flatMap((reading) => decodings(reading, lengths))
      .filter(({text: found, isGuess}) => {
        const texts = isGuess ? seen.guess : seen.sure;
        return !seen.sure.has(found) && !texts.has(found) && texts.add(found);
      });
  }
}

function decodings({text, steps, isGuess}: Reading, lengths: Lengths): readonly Reading[] {
  return decoders.flatMap(({name, decode}) =>
    decode(text, lengths).map((decoded) => ({
      text: decoded.text,
      steps: [...steps, name],
      isGuess: isGuess || decoded.isGuess === true,
    })),
  );
}
