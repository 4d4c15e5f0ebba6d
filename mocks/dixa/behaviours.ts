import {choice, duration, flag} from '../../src/engine/index.js';

/** What is only assumed of Dixa, with the default that the rules name. */
export const behaviours = {
  dates: choice(['documented', 'plain'], {
    rule: 'DIXA-20',
    about: 'How times are spelled whose printed examples end in `Z[GMT]`.',
  }),
  anonymization_delay: duration('PT1S', {
    rule: 'DIXA-38',
    about: 'How long after its acceptance an anonymization is carried out.',
    max: 'P1D',
  }),
  message_open: choice(['conflict', 'accept'], {
    rule: 'DIXA-35',
    about: 'What happens to the anonymization of a message whose conversation is not closed.',
  }),
  drop_custom_attributes: flag(false, {
    rule: 'DIXA-42',
    about: 'Whether an anonymized conversation loses its custom attributes.',
  }),
  repeat: choice(['accept', 'conflict'], {
    rule: 'DIXA-48',
    about: 'What happens to an anonymization of what is already queued or anonymized.',
  }),
  tagging_delay: duration('PT0S', {
    rule: 'DIXA-80',
    about: 'How long after its acceptance a bulk tagging is carried out.',
  }),
  followup_closed: choice(['accept', 'refuse'], {
    rule: 'DIXA-63',
    about: 'What happens to a follow-up on a closed conversation.',
  }),
  limiter: choice(['off', 'on', 'tight'], {
    rule: 'DIXA-16',
    about:
      'Whether calls are limited: 14 at once (ten and four more), ten a second, 864,000 a day per token; `tight`: one ' +
      'at once, one a second.',
  }),
  scrub_delivery_logs: flag(true, {
    rule: 'DIXA-92',
    about: 'Whether what an anonymization erases goes from webhooks too: from those that wait and from delivery logs.',
  }),
  webhook_timeout: duration('PT10S', {
    rule: 'DIXA-92',
    about: 'How long a webhook waits for its receiver, in real time.',
  }),
};

export type DixaBehaviours = typeof behaviours;
