/**
 * Dixa: conversations that are closed, anonymized and gone, as its API does it. What it promises: `specs/dixa`.
 *
 * `operations/` has one handler for each operation; what they share lies in folders by subject: `conversations/` and all
 * that hangs on them, `anonymization/`, `people/`, `configuration/`, `search/`, `webhooks/`.
 */
import {document, papers, rules, seed, seedSchema, validators} from '../../specs/dixa/generated/index.js';
import {defineVendor} from '../../src/engine/index.js';
import {behaviours} from './behaviours.js';
import {authenticate, issue, sandboxOf} from './credentials.js';
import {webhooks} from './webhooks/deliveries.js';
import {tagInBulk} from './conversations/conversation-tags.js';
import {collections} from './entities.js';
import {refuse} from './errors.js';
import {faults} from './faults.js';
import {limit} from './limiter.js';
import {operations} from './operations/index.js';
import {populate} from './populate.js';
import {prepare} from './prepare.js';
import {scenarios} from './scenarios.js';
import {survives} from './survivors.js';
import {anonymize, expireFollowup} from './transitions.js';

export const dixa = defineVendor({
  name: 'dixa',
  title: 'Dixa',
  document,
  validators,
  origins: ['https://dev.dixa.io'],
  contentType: 'application/json',
  // DIXA-2, DIXA-14: the gateway asks for the token before anything else.
  steps: ['authenticate', 'limit', 'route', 'decode', 'validate'],
  untypedBody: 'json',
  collections,
  seed,
  seedSchema,
  accounts: [
    'apiTokens',
    'agents',
    'organizations',
    'queues',
    'flows',
    'tags',
    'customAttributes',
    'contactPoints',
    'attachmentSources',
  ],
  populate,
  implied: async (answers) => (await import('./implied/index.js')).implied(answers),
  prepare,
  behaviours,
  scenarios,
  survives,
  rules,
  papers,
  issue,
  sample: (baseUrl, {DIXA_API_KEY: key = ''}) =>
    `curl -i -X PATCH '${baseUrl}/beta/conversations/10749/anonymize' -H 'Authorization: ${key}'`,
  sandboxOf,
  authenticate,
  limit,
  refuse,
  faults,
  operations,
  transitions: {anonymize, expireFollowup, tagInBulk},
  webhooks,
});
