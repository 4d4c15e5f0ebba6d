/**
 * Finds every trace of a person: proves that whoever was erased is gone.
 *
 * A {@link Subject} says what is known of a person; each of its texts becomes a {@link Needle} with the forms in which
 * people and programs write it (`Example, Ada`; `ada.example`; a phone number in any format). A text that is searched is
 * read as it stands, and as whatever it decodes to (base64 in JSON in a URL), three encodings deep; each reading is folded
 * (case, white space, accents, forms of characters) before it is compared. Only a text that holds something is looked at
 * again, to tell the shortest way in which it was disguised.
 *
 * Everything is a pure function of its arguments, stands on nothing else, and takes time linear in what is searched.
 */
export type {Disguise} from './disguise.js';
export {createSearch, type Search, type Trace} from './search.js';
export type {Subject} from './subject.js';
