import {choice, duration, flag, integer, text} from '../../src/engine/index.js';

/** What is only assumed of OpenCX, with the default that the rules name. */
export const behaviours = {
  docs_generation: choice(['G3', 'G2'], {
    rule: 'OPENCX-31',
    about: 'Which generation of the docs decides the status of redactions, creations, uploads and sends: 200 or 201.',
  }),
  unknown_target: choice(['404', '200_success_false', '500'], {
    rule: 'OPENCX-29',
    about: 'What the redaction of an unknown session or message answers.',
  }),
  session_redaction_text: choice(['session', 'message'], {
    rule: 'OPENCX-13',
    about: 'Whether a redacted session is announced as `Session …` or as `Message successfully redacted`.',
  }),
  redact_comments: flag(false, {
    rule: 'OPENCX-18',
    about: 'Whether the redaction of a session takes in the comments of human agents, and counts them.',
  }),
  redact_context: flag(false, {
    rule: 'OPENCX-19',
    about: 'Whether a redaction empties the context of a message.',
  }),
  redaction_bumps_updated_at: flag(false, {
    rule: 'OPENCX-20',
    about: 'Whether a redaction that changes something moves `updated_at` of the session.',
  }),
  recount_already_redacted: flag(false, {
    rule: 'OPENCX-24',
    about: 'Whether `messagesRedacted` counts what an earlier call had redacted.',
  }),
  repeated_message_count: integer(
    1,
    {min: 0, max: 1},
    {rule: 'OPENCX-37', about: '`affectedCount` for a message that is redacted already.'},
  ),
  ai_replies: flag(false, {
    rule: 'OPENCX-57',
    about: 'Whether a scripted answer of the AI follows each message of a contact.',
  }),
  emit_status_events: flag(false, {
    rule: 'OPENCX-60',
    about: 'Whether the closing of a session adds an event such as `closed_resolved_by_api` to its history.',
  }),
  limiter: choice(['off', 'on', 'tight'], {
    rule: 'OPENCX-7',
    about:
      'Whether calls are counted and the 101st of a key within a minute is refused; off, tests may run unasked; ' +
      '`tight`: the second is.',
  }),
  webhook_url: text({
    rule: 'OPENCX-44',
    about: 'Where the events of the sandbox are sent, which OpenCX asks in its dashboard; empty for nowhere.',
    values: 'an http or https address',
    accepts: (address) => /^https?:\/\/[^\s/]+\S*$/.test(address),
  }),
  webhook_delay: duration('PT0S', {
    rule: 'OPENCX-45',
    about: 'How long an event waits before it is sent. What is redacted until then leaves as `[REDACTED]`.',
  }),
  contact_get: flag(false, {
    rule: 'OPENCX-64',
    about: 'Whether `GET /contacts/{id}` exists. In spring 2026 production answered 404 for an unknown route.',
  }),
  page_size: integer(
    50,
    {min: 1, max: 1000},
    {
      rule: 'OPENCX-61',
      about: 'How many sessions, contacts or events a page holds, and how much a search finds, at most.',
    },
  ),
};

export type OpencxBehaviours = typeof behaviours;
