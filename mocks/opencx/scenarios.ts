import type {ScenarioParts} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import {changeStatus} from './closing.js';
import {issue} from './credentials.js';
import {demoOrganization, type ApiKey, type Session} from './entities.js';
import type {Scope} from './handler.js';
import {redactMessagesOf} from './redaction.js';

/** Every scope that an operation asks for but that of redaction (OPENCX-4). */
const otherScopes = [
  'chat-sessions:read',
  'chat-sessions:write',
  'contacts:read',
  'contacts:write',
  'media:write',
  'widget:write',
];

/** What the scenarios are at OpenCX. */
export const scenarios: ScenarioParts<Scope, keyof OpencxBehaviours & string> = {
  'already-redacted': {
    about:
      'Session 123e4567-e89b-12d3-a456-426614174000, or the first of a seed without it, was redacted; redacted once ' +
      'more, it is a success that counts no message (OPENCX-24).',
    arrange: async (scope) => {
      const session = await tellingSession(scope);
      if (!session) return;
      scope.erases();
      const {fresh: count} = await redactMessagesOf(scope, session);
      scope.audit({action: 'redact', type: 'session', item: session.id, actor: 'Demo key', count});
    },
  },
  'open-conversation': {
    about: 'The session is open; OpenCX redacts it all the same and knows no force (OPENCX-21).',
    arrange: async (scope) => {
      const session = await tellingSession(scope);
      if (session) changeStatus(scope, session, {status: 'open', by: 'api'});
    },
  },
  'rate-limited': {
    about: 'A key has one call in a minute; the second is a 429 with `retry-after` (OPENCX-7).',
    behaviours: {limiter: 'tight'},
  },
  flaky: {
    about:
      'Every third call is a 500 that did nothing, every fifth an HTML page of status 502 whose work is done (OPENCX-10).',
    faults: [
      {fault: '500', every: 3},
      {fault: '502', html: true, every: 5, when: 'after'},
    ],
  },
  'revoked-key': {
    about: 'The demo key and the sandbox’s own are revoked: 401 (OPENCX-1).',
    arrange: (scope) => changeKeys(scope, {revoked: true}),
  },
  'partial-scope': {
    about: 'The demo key and the sandbox’s own have every scope but `redaction:write`: redacting is a 403 (OPENCX-4).',
    arrange: (scope) => changeKeys(scope, {scopes: otherScopes}),
  },
  'legacy-docs': {
    about: 'Redactions, creations, uploads and sends answer 201, as generation 2 of the docs has it (OPENCX-31).',
    behaviours: {docs_generation: 'G2'},
  },
};

/** The session of OpenCX's samples of redaction; of a seed without it, the first. */
async function tellingSession({state}: Scope): Promise<Session | undefined> {
  const sample = await state.sessions.get('123e4567-e89b-12d3-a456-426614174000');
  return sample ?? state.sessions.first('created', demoOrganization);
}

async function changeKeys({state, sandbox}: Scope, change: Pick<ApiKey, 'revoked' | 'scopes'>): Promise<void> {
  for (const id of ['default', sandbox]) {
    const key = await state.apiKeys.get(issue(id).env.OPENCX_API_KEY ?? '');
    if (key) state.apiKeys.save({...key, ...change});
  }
}
