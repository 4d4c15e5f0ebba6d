/** OpenCX: sessions, their messages, and the redaction of both, as its API does it. What it promises: `specs/opencx`. */
import {document, papers, rules, seed, seedSchema, validators} from '../../specs/opencx/generated/index.js';
import {defineVendor} from '../../src/engine/index.js';
import {behaviours} from './behaviours.js';
import {authenticate, authorize, issue, sandboxOfRequest} from './credentials.js';
import {webhooks} from './deliveries.js';
import {collections} from './entities.js';
import {refuse} from './errors.js';
import {faults} from './faults.js';
import {limit} from './limits.js';
import {operations} from './operations/index.js';
import {populate} from './populate.js';
import {prepare} from './prepare.js';
import {scenarios} from './scenarios.js';
import {survives} from './survivors.js';

export const opencx = defineVendor({
  name: 'opencx',
  title: 'OpenCX',
  document,
  validators,
  origins: ['https://api.open.cx'],
  contentType: 'application/json; charset=utf-8',
  // OPENCX-5: what has no route is unknown whoever asks, and a call is counted before its body is looked at.
  steps: ['route', 'authenticate', 'authorize', 'limit', 'decode', 'validate'],
  untypedBody: 'refuse',
  collections,
  seed,
  seedSchema,
  accounts: ['apiKeys', 'widgetTokens'],
  populate,
  implied: async (answers) => (await import('./implied/index.js')).implied(answers),
  prepare,
  behaviours,
  scenarios,
  survives,
  rules,
  papers,
  issue,
  sample: (baseUrl, {OPENCX_API_KEY: key = ''}) =>
    `curl -i -X POST '${baseUrl}/redaction/session' -H 'Authorization: Bearer ${key}'` +
    ` -H 'Content-Type: application/json' -d '{"sessionId": "123e4567-e89b-12d3-a456-426614174000"}'`,
  sandboxOf: sandboxOfRequest,
  // OPENCX-64: in spring 2026 production did not know this route.
  hides: ({id}, {contact_get}) => id === 'getContact' && !contact_get,
  authenticate,
  authorize,
  limit,
  refuse,
  faults,
  operations,
  transitions: {},
  webhooks,
});
