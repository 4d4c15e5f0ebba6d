/** What each operation of the control plane does: one file for each subject, one line here for each operation. */
import type {Handler, Operations} from '../call.js';
import {getBehaviours, setBehaviours} from './behaviours.js';
import {changeClock, getClock} from './clock.js';
import {explain} from './explain.js';
import {addFaults, clearFaults, getFault, listFaults, removeFault} from './faults.js';
import {
  clearJournal,
  countJournal,
  findInJournal,
  followJournal,
  getJournal,
  getJournalEntry,
  getNearMisses,
} from './journal.js';
import {createSandbox, deleteSandbox, getSandbox, listSandboxes} from './sandboxes.js';
import {getScenario, listScenarios, setScenario} from './scenarios.js';
import {getAudit, getHealth, getInfo, getOpenapi, reset} from './stand-in.js';
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
  listSandboxes,
  createSandbox,
  getSandbox,
  deleteSandbox,
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
  getJournalEntry,
  verify,
  getAudit,
  explain,
};
