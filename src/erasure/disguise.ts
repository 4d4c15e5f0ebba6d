import type {Fold} from './fold.js';

/** What undoes an encoding: see the decoder of the same name. */
export type Encoding = 'base64' | 'hex' | 'html' | 'json' | 'quoted-printable' | 'url';

/**
 * One step between what stands somewhere and the text that was looked for. Encodings come first, from the outermost inwards.
 *
 * - `url`: percent-encoded, or `+` for a blank · `html`: entities, or tags in between · `json`: escaped as in JSON and
 *   source code, or JSON as text
 * - `unicode`: another form of the same characters (full-width, ligatures, decomposed, typographic quotes and dashes)
 * - `spacing`: other white space, or characters that nobody sees (zero-width, soft hyphens) · `case` · `accents`
 * - `separators`: other characters between its parts, or none (`ada.example`) · `order`: the last name first
 * - `split`: its words are members of one object, such as `firstName` and `lastName`
 * - `tag`: an address with another `+tag`, or without · `spelled`: `ada at example dot org`
 * - `phone`: another format of the same number
 */
export type Disguise = Encoding | Fold | 'order' | 'phone' | 'separators' | 'spelled' | 'split' | 'tag';
