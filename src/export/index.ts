/** Exports of a journal: its calls made again with invented data, written as files that other tools read. */
export {harOf} from '../traffic/har/write.js';
export {pactOf} from '../traffic/pact/write.js';
export {changedBehaviours, rehearsalOf, type Exported, type ExportOptions} from './export.js';
export type {Material} from './material.js';
export type {RehearsedCall, Rehearsal} from './rehearsal.js';
