/** What can be said to a running stand-in: one file for each subject. They load nothing but what prints. */
import type {Command} from 'commander';
import {addBehaviours} from './behaviours.js';
import {addClock} from './clock.js';
import {addExplain} from './explain.js';
import {addReset} from './reset.js';

/** Adds all of them to the program. */
export function addVerbs(program: Command): void {
  for (const add of [addReset, addClock, addBehaviours, addExplain]) add(program);
}
