/**
 * Symbl.ai: conversations from text and recordings, what is recognized in them, and transcripts that are redacted on
 * reading. What it promises: `specs/symbl`.
 *
 * `operations/` has one handler for each operation; what they share lies in folders by subject: `processing/` until there
 * are messages, `transcript/` how they are read, `intelligence/` what is made of them, `conversations/` what holds them.
 */
import {document, papers, rules, seed, seedSchema, validators} from '../../specs/symbl/generated/index.js';
import {defineVendor} from '../../src/engine/index.js';
import {behaviours} from './behaviours.js';
import {authenticate, issue, sandboxOf} from './credentials.js';
import {collections} from './entities.js';
import {refuse} from './errors.js';
import {faults} from './faults.js';
import {decodeExclude} from './transcript/exclude.js';
import {webhooks} from './processing/job-webhooks.js';
import {finishJob, startJob} from './processing/jobs.js';
import {decodeList} from './processing/json-query.js';
import {operations} from './operations/index.js';
import {populate} from './populate.js';
import {prepare} from './prepare.js';
import {sample} from './sample.js';
import {scenarios} from './scenarios.js';
import {survives} from './survivors.js';

export const symbl = defineVendor({
  name: 'symbl',
  title: 'Symbl.ai',
  document,
  validators,
  origins: ['https://api.symbl.ai'],
  contentType: 'application/json',
  // SYMBL-12: who calls is asked before what is there and before what the parameters say.
  steps: ['route', 'authenticate', 'decode', 'validate'],
  untypedBody: 'json',
  collections,
  seed,
  seedSchema,
  accounts: ['apps'],
  populate,
  implied: async (answers) => (await import('./implied/index.js')).implied(answers),
  prepare,
  behaviours,
  scenarios,
  survives,
  rules,
  papers,
  issue,
  sample,
  sandboxOf,
  authenticate,
  refuse,
  faults,
  parameters: {
    exclude: decodeExclude,
    customVocabulary: decodeList('customVocabulary'),
    entities: decodeList('entities'),
    trackers: decodeList('trackers'),
    channelMetadata: decodeList('channelMetadata'),
  },
  operations,
  transitions: {startJob, finishJob},
  webhooks,
});
