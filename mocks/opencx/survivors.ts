import type {Held, Survivor} from '../../src/engine/index.js';
import type {OpencxBehaviours} from './behaviours.js';
import {contactKey, type Contact, type Session} from './entities.js';
import type {Collections} from './handler.js';

/**
 * What a redaction leaves on purpose. Whoever has a session redacted and looks no further finds the person here again: in
 * the summaries, in custom data, in the contact (which a call of its own deletes), in comments.
 */
export const survives: readonly Survivor<Collections, OpencxBehaviours>[] = [
  {
    collection: 'sessions',
    pointers: ['/id', '/contact_id', '/ticket_number', '/summary', '/handoff/**', '/custom_data/**'],
    rule: 'OPENCX-20',
    when: (session, held) => isRedacted(session, held),
  },
  {
    collection: 'contacts',
    pointers: [
      ...['/id', '/email', '/phone_number', '/name', '/custom_data/**'],
      ...['/non_verified_email', '/non_verified_name', '/non_verified_custom_data/**'],
    ],
    rule: 'OPENCX-20',
    when: (contact, held) => isDoneWith(contact, held),
  },
  {
    collection: 'history',
    pointers: ['/id', '/session_id', '/event/sender/**'],
    rule: 'OPENCX-16',
    when: ({redacted}) => redacted === true,
  },
  {
    collection: 'history',
    pointers: ['/event/context/**'],
    rule: 'OPENCX-19',
    when: ({redacted}, _, {redact_context}) => redacted === true && !redact_context,
  },
  {
    collection: 'history',
    pointers: ['/event/content/text'],
    rule: 'OPENCX-18',
    when: ({session_id, event}, held, {redact_comments}) => {
      const session = held.get('sessions', session_id);
      const isKept = event.type === 'human_agent_comment' && !redact_comments;
      return isKept && session !== undefined && isRedacted(session, held);
    },
  },
  {collection: 'standin.audit', pointers: ['/item', '/reason'], rule: 'OPENCX-43'},
];

/** Whether a redaction has nothing left to do in a session. */
function isRedacted({id}: Session, held: Held<Collections>): boolean {
  return held.find('history', 'messages', id).every(({redacted}) => redacted);
}

/** Whether what a contact wrote was redacted, all of it. One who wrote nothing is there to be deleted. */
function isDoneWith({id, organization_id}: Contact, held: Held<Collections>): boolean {
  const sessions = held.find('sessions', 'contact', contactKey(organization_id, id));
  const messages = sessions.flatMap((session) => held.find('history', 'messages', session.id));
  return messages.length > 0 && messages.every(({redacted}) => redacted);
}
