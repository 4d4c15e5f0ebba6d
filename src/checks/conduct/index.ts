/** Whether a client kept its side of the contract, told from the journal of what it asked. */
export {breachesOf, sentenceOf, type Breach} from './breaches.js';
