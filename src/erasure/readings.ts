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
  const sure = new Set([text]);
  const guessed = new Set<string>();
  const isNew = (reading: Reading) => {
    const known = reading.isGuess ? guessed : sure;
    const size = known.size;
    return known.add(reading.text).size > size;
  };
  let level: readonly Reading[] = [{text, steps: [], isGuess: false}];
  for (let steps = 0; steps <= mostSteps; steps++) {
    if (steps > 0) level = level.flatMap((reading) => decodings(reading, lengths)).filter(isNew);
    yield* level;
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
