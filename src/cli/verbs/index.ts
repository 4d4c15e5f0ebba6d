/** What can be said to a running stand-in: one file for each subject. They load nothing but what prints. */
import type {Command} from 'commander';
import {addBehaviours} from './behaviours.js';
import {addClock} from './clock.js';
import {addExplain} from './explain.js';
import {addFaults} from './faults.js';
import {addReset} from './reset.js';
import {addSandboxes} from './sandboxes.js';
import {addScenarios} from './scenarios.js';

/** Adds all of them to the program. */
export function addVerbs(program: Command): void {
  for (const add of [addReset, addClock, addBehaviours, addExplain, addFaults, addScenarios, addSandboxes]) add(program);
}
