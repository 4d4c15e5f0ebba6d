/** Whether a client kept its side of the contract, told from the journal of what it asked. */
export {breachKinds, type Breach, type BreachKind, type JudgedCall, type Situation} from './breach.js';
export {breachesOf, judgementOf, sentenceOf, type Judgement} from './breaches.js';
export {placeOfExpected} from './expectations.js';
export {PlainWords} from './plain-words.js';
