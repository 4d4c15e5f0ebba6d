/** What each operation of the control plane does: one file for each subject, one line here for each operation. */
import type {Handler, Operations} from '../call.js';
import {getBehaviours, setBehaviours} from './behaviours.js';
import {plantCanaries, removeCanaries, reportCanaries} from './canaries.js';
import {changeClock, getClock} from './clock.js';
import {proveErasure} from './erasure.js';
import {explain} from './explain.js';
import {addFaults, clearFaults, getFault, listFaults, removeFault} from './faults.js';
import {
  clearJournal,
  countJournal,
  exportJournal,
  findInJournal,
  followJournal,
  getJournal,
  getJournalEntry,
  getNearMisses,
} from './journal.js';
import {setPactState} from './pact-states.js';
import {createSandbox, deleteSandbox, getSandbox, listSandboxes} from './sandboxes.js';
import {getScenario, listScenarios, setScenario} from './scenarios.js';
import {getSnapshot, listSnapshots, putSnapshot, removeSnapshot, restoreSnapshot} from './snapshots.js';
import {getAudit, getHealth, getInfo, getOpenapi, reset} from './stand-in.js';
import {
  addState,
  getCollection,
  getEntity,
  getSeedSchema,
  getState,
  getVendorState,
  patchEntity,
  putEntity,
  removeCollection,
  removeEntity,
  replaceCollection,
  replaceState,
} from './state.js';
import {verify} from './verify.js';

/** By `operationId`, as the document has them. */
export const handlers: {readonly [Id in keyof Operations]: Handler<Id>} = {
  getHealth,
  getInfo,
  getOpenapi,
  reset,
  getBehaviours,
  setBehaviours,
  listScenarios,
  getScenario,
  setScenario,
  setPactState,
  listSandboxes,
  createSandbox,
  getSandbox,
  deleteSandbox,
  getSeedSchema,
  getState,
  replaceState,
  addState,
  getVendorState,
  getCollection,
  replaceCollection,
  removeCollection,
  getEntity,
  putEntity,
  patchEntity,
  removeEntity,
  listSnapshots,
  getSnapshot,
  putSnapshot,
  removeSnapshot,
  restoreSnapshot,
  getClock,
  changeClock,
  listFaults,
  addFaults,
  clearFaults,
  getFault,
  removeFault,
  getJournal,
  clearJournal,
  countJournal,
  findInJournal,
  getNearMisses,
  followJournal,
  exportJournal,
  getJournalEntry,
  verify,
  proveErasure,
  plantCanaries,
  reportCanaries,
  removeCanaries,
  getAudit,
  explain,
};
