import {choice, duration, flag, integer} from '../../src/engine/index.js';

/** What is only assumed of Symbl, or told in two ways, with the default that the rules name. */
export const behaviours = {
  jobs: choice(['both', 'clock', 'polls'], {
    rule: 'SYMBL-22',
    about: 'What moves a job on: the clock, being asked for, or whichever comes first.',
  }),
  job_step: duration('PT1S', {
    rule: 'SYMBL-22',
    about: 'How long a job stays in each status when the clock moves it on.',
  }),
  job_scheduled: flag(false, {
    rule: 'SYMBL-22',
    about: 'Whether the first poll of a job shows `scheduled`, on which one client of Symbl gives up.',
  }),
  job_outcome: choice(['completed', 'failed'], {
    rule: 'SYMBL-21',
    about: 'How jobs end. A failed one adds no messages.',
  }),
  process_status: choice(['201', '200'], {
    rule: 'SYMBL-14',
    about:
      'The status of what is accepted for processing: as the pages have it, or as the API description and one client do.',
  }),
  webhook_id: flag(false, {
    rule: 'SYMBL-24',
    about: 'Whether job webhooks carry the job as `id` too, as the blog prints it, and not only as `jobId`.',
  }),
  concurrent_jobs: integer(
    5,
    {min: 1, max: 1000},
    {rule: 'SYMBL-25', about: 'How many unfinished jobs an account may have: 2, 5 and 50 were the plans’ numbers.'},
  ),
  token_renewal: duration('PT60S', {
    rule: 'SYMBL-2',
    about: 'How much life a token must have left to be handed out once more.',
  }),
  detect_entities: flag(true, {
    rule: 'SYMBL-55',
    about: 'Whether entities are looked for when the request does not say: yes on the later pages, no on the older.',
  }),
  exclude_spelling: choice(['tolerant', 'strict'], {
    rule: 'SYMBL-61',
    about: 'Whether `exclude` may be a list that is no JSON, such as `A,B`.',
  }),
  speakers: choice(['always', 'unless_excluded'], {
    rule: 'SYMBL-48',
    about: 'Whether excluding PERSON_NAME and EMAIL_ADDRESS leaves the speakers in clear as well.',
  }),
  extensions: flag(false, {
    rule: 'SYMBL-88',
    about: 'Whether entities that no source of Symbl mentions are looked for in what is processed from then on.',
  }),
};

export type SymblBehaviours = typeof behaviours;
