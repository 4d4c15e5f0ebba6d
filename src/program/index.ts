/** What a program can say to a stand-in: the control plane's verbs as methods. */
export type {ClockControl, Settled} from './clock.js';
export type {JournalControl} from './journal.js';
export {controlOf, type BehavioursControl, type SandboxControl} from './sandbox.js';
