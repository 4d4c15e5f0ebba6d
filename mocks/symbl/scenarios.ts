import type {ScenarioParts} from '../../src/engine/index.js';
import {appIdOf} from './app-ids.js';
import type {SymblBehaviours} from './behaviours.js';
import {demoAccount} from './entities.js';
import type {Scope} from './handler.js';
import {patchSettings} from './operations/settings.js';

/** What the scenarios are at Symbl. It knows neither force nor scopes, so in some of them it has no part. */
export const scenarios: ScenarioParts<Scope, keyof SymblBehaviours & string> = {
  'already-redacted': {
    about: 'The account’s settings have every transcript redacted, whether or not a request asks for it (SYMBL-75).',
    arrange: async (scope) => {
      await patchSettings(scope, demoAccount, [{op: 'add', path: '/redaction', value: {default: true}}]);
    },
  },
  'slow-anonymization': {
    about: 'Jobs stay an hour in each status, however often they are asked for (SYMBL-22).',
    behaviours: {jobs: 'clock', job_step: 'PT1H'},
  },
  'rate-limited': {
    about: 'The account may have one unfinished job; a second one is a 429 (SYMBL-25).',
    behaviours: {concurrent_jobs: 1},
  },
  flaky: {
    about: 'Every third call is a 500 that did nothing, every fifth a 500 whose work is done (SYMBL-86).',
    faults: [
      {fault: '500', every: 3},
      {fault: '500', every: 5, when: 'after'},
    ],
  },
  'revoked-key': {
    about: 'The demo application and the sandbox’s own are unknown: no token is to be had, 401 (SYMBL-3).',
    arrange: async ({state, sandbox}) => {
      for (const id of ['default', sandbox]) {
        const app = await state.apps.get(appIdOf(id));
        if (app) state.apps.save({...app, revoked: true});
      }
    },
  },
  'legacy-docs': {
    about: 'Nothing personal is looked for unless the request asks for it, as older pages have it (SYMBL-55).',
    behaviours: {detect_entities: false},
  },
};
