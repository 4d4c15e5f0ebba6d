/** Whether a client kept its side of the contract, told from the journal of what it asked. */
export {breachesOf, conductOf, sentenceOf, type Breach, type BreachKind, type Situation} from './breaches.js';
export {PlainWords} from './plain-words.js';
