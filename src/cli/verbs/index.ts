/** What can be said to a running stand-in: one file for each subject. They load nothing but what prints. */
import type {Command} from 'commander';
import {addAudit} from './audit.js';
import {addBehaviours} from './behaviours.js';
import {addCanaries} from './canaries.js';
import {addClock} from './clock.js';
import {addErasure} from './erasure.js';
import {addExplain} from './explain.js';
import {addFaults} from './faults.js';
import {addJournal} from './journal.js';
import {addReset} from './reset.js';
import {addSandboxes} from './sandboxes.js';
import {addScenarios} from './scenarios.js';
import {addSnapshots} from './snapshots.js';
import {addState} from './state.js';
import {addVerify} from './verify.js';

/** Adds all of them to the program. */
export function addVerbs(program: Command): void {
  const subjects = [
    ...[addReset, addState, addSnapshots, addScenarios, addSandboxes, addClock, addBehaviours],
    ...[addJournal, addVerify, addExplain, addFaults, addErasure, addCanaries, addAudit],
  ];
  for (const add of subjects) add(program);
}
