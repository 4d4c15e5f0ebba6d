/**
 * Finds personal data in English text, and hides it.
 *
 * A text is read once into words ({@link readDocument}); recognizers, each with one idea, make scored candidates;
 * {@link resolve} chooses among those that overlap; a {@link Style} says what stands in their place. Everything is a
 * pure function of its arguments, runs in a web page under a strict Content-Security-Policy, and takes linear time.
 *
 * The word lists come with this module; whoever only hides what was found before imports `replace.js` and `types.js`
 * instead, and loads this one when there is something to find.
 */
export {detectConversation} from './conversation.js';
export {detect} from './detect.js';
export {redact, type RedactOptions} from './redact.js';
export {custom, obfuscation, replace, typeMarker, type Style} from './replace.js';
export {entityTypes, type DetectOptions, type EntityType, type Span} from './types.js';
