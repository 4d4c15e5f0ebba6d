import {vendorsNamed} from '../../../src/registry.js';
import type {Transcript} from '../transcript.js';
import {documentedErrors} from './documented-errors.js';
import {faults, gatewayPages} from './faults.js';
import {further} from './further.js';
import {operations} from './operations.js';
import {redaction} from './redaction.js';
import {refusals} from './refusals.js';
import {scenarios} from './scenarios.js';
import {shapes} from './shapes.js';
import {transitions} from './transitions.js';

/** All vendors there are. */
export const vendors = await vendorsNamed();

/** All transcripts, group by group. */
export const transcripts: readonly Transcript[] = [
  ...vendors.flatMap(operations),
  ...further,
  ...vendors.flatMap(refusals),
  ...vendors.flatMap(documentedErrors),
  ...redaction,
  ...transitions,
  ...shapes,
  ...scenarios,
  ...faults,
  ...gatewayPages,
];
