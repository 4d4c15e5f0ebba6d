import {describe, expect, it} from 'vitest';
import type {RecordedAnswer} from '../../../src/engine/index.js';
import {demoOrganization} from '../entities.js';
import {opencx} from '../index.js';
import {seeded} from '../test-support.js';
import {implied} from './index.js';

const at = Date.parse('2026-01-05T09:00:00.000Z');
const session = seeded.session;
const [one, two] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002'];

function answer(operation: string, parts: Partial<RecordedAnswer>): RecordedAnswer {
  return {operation, params: {}, query: {}, status: 200, at, ...parts};
}

const message = (id: string, text: string, more: object = {}) => ({
  id,
  created_at: '2026-01-04T09:00:00.000Z',
  event: {
    ...{type: 'message', sender: {type: 'contact'}, content: {type: 'text', text}, attachments: [], context: {}},
    ...more,
  },
});

function history(...items: readonly object[]): RecordedAnswer {
  return answer('getChatSessionHistory', {
    params: {session_id: session},
    body: {items, next: null} as unknown as NonNullable<RecordedAnswer['body']>,
  });
}

const redactAll = answer('redactSession', {request: {sessionId: session}, body: {success: true}});
const events = (answers: readonly RecordedAnswer[]) =>
  (implied(answers).history ?? []) as unknown as readonly {id: string}[];

describe('what answers imply at OpenCX', () => {
  it('is nothing for no answers, and for such as tell nothing', () => {
    expect(implied([])).toEqual({});
    expect(implied([answer('getFile', {}), answer('listContacts', {body: {items: [], next: null}})])).toEqual({});
  });

  it('is the same for the same answers', () => {
    const made = [
      answer('createChatSession', {request: {contact: {email: 'mo@example.org'}}, body: {id: session}}),
      answer('sendMessage', {
        params: {session_id: session},
        request: {message: {type: 'text', text: 'Hello', attachments: [{base64: 'AAAA'}]}},
        body: {success: true, data: {message: {id: one}}},
      }),
    ];
    expect(implied(made)).toEqual(implied(made));
    expect(implied(made).files).toHaveLength(1);
  });

  it('is what is answered in any shape, without falling over', () => {
    for (const body of [null, 'x', [], [null], {items: {}}, {items: [null, 7, {id: 5}]}, {data: {message: 'x'}}]) {
      for (const {id: operation} of opencx.operationList) {
        expect(() => implied([answer(operation, {body, request: body, params: {session_id: session}})])).not.toThrow();
      }
    }
  });

  it('OPENCX-61 keeps the order of what happened at one instant, as histories listed it', () => {
    const sent = answer('sendMessage', {
      params: {session_id: session},
      request: {message: {type: 'text', text: 'second'}},
      body: {success: true, data: {message: {id: two}}},
    });
    const listed = history(message(one, 'first'), message(two, 'second'));
    expect(events([sent, listed, history(message(one, 'first'))]).map(({id}) => id)).toEqual([one, two]);
  });

  it('OPENCX-14 a redaction hides what was read before, and leaves what came after', () => {
    const answers = [history(message(one, 'Ada lives here.')), redactAll, history(message(two, 'More.'))];
    expect(events(answers)).toMatchObject([
      {id: one, redacted: true, event: {content: {text: '[REDACTED]'}}},
      {id: two, event: {content: {text: 'More.'}}},
    ]);
  });

  it('OPENCX-29 a redaction that found nothing hides nothing', () => {
    const refused = answer('redactSession', {request: {sessionId: session}, body: {success: false}});
    expect(JSON.stringify(events([history(message(one, 'Ada lives here.')), refused]))).toContain('Ada lives here.');
  });

  it('OPENCX-24 a redaction of a session of which nothing else is known implies it, with as many redacted messages', () => {
    const redacted = (messagesRedacted: number) => ({...redactAll, body: {success: true, messagesRedacted}});
    expect(implied([redacted(0)])).toMatchObject({sessions: [{id: session, created_at: '2026-01-05T09:00:00.000Z'}]});
    const {sessions, history: items} = implied([redacted(3), redacted(0), redacted(1)]);
    expect(sessions).toMatchObject([{id: session, organization_id: demoOrganization}]);
    expect(new Set(items?.map(({id}) => id)).size).toBe(4);
    for (const item of items ?? [])
      expect(item).toMatchObject({session_id: session, redacted: true, event: {content: {text: '[REDACTED]'}}});
    // Those that were read before are among them, and what is read later is all there is.
    expect(events([history(message(one, 'Ada lives here.')), redacted(3)])).toHaveLength(3);
    expect(events([redacted(3), history(message(one, '[REDACTED]'))])).toMatchObject([{id: one, redacted: true}]);
    expect(events([redacted(1e9)]).length).toBeLessThanOrEqual(1000);
    expect(implied([redacted(3)])).toEqual(implied([redacted(3)]));
  });

  it('OPENCX-34 a redacted message of which nothing else is known is in a session of its own, until one lists it', () => {
    const redacted = answer('redactMessage', {request: {messageId: one}, body: {success: true, itemId: one}});
    const {sessions, history: items} = implied([redacted]);
    expect(sessions).toHaveLength(1);
    expect(items).toMatchObject([{id: one, session_id: sessions?.[0]?.id, redacted: true}]);
    const listed = implied([redacted, history(message(one, '[REDACTED]'))]);
    expect(listed.sessions).toMatchObject([{id: session}]);
    expect(listed.history).toMatchObject([{id: one, session_id: session, redacted: true}]);
  });

  it('OPENCX-15 the files of a redacted message are gone, sent or uploaded', () => {
    const url = `http://127.0.0.1:4020/opencx/files/${two}/b.png`;
    const uploaded = answer('uploadMedia', {body: {id: two, url}});
    const sent = answer('sendMessage', {
      params: {session_id: session},
      request: {message: {type: 'text', text: 'Look', attachments: [{base64: 'AAAA'}, {url}]}},
      body: {success: true, data: {message: {id: one}}},
    });
    expect(implied([uploaded, sent]).files).toHaveLength(2);
    expect(implied([uploaded, sent, redactAll]).files).toBeUndefined();
  });

  it('OPENCX-48 a widget that shows a session takes nothing away of what the API tells', () => {
    const shown = {
      ...{id: session, status: 'closed_unresolved', channel: {type: 'web'}, ticket_number: 3, language: 'en'},
      ...{created_at: '2026-01-04T09:00:00.000Z', updated_at: '2026-01-04T09:00:00.000Z', assignee_id: '17'},
    };
    const comment = {type: 'human_agent_comment', human_agent_id: 17, content: {type: 'text', text: 'Note.'}};
    const poll = {
      session: {
        ...{id: session, ticketNumber: 3, isOpened: false, isHandedOff: true, channel: 'web', sessionAttributes: {}},
        ...{createdAt: '2026-01-04T09:00:00.000Z', updatedAt: '2026-01-04T10:00:00.000Z'},
      },
      history: [
        {
          ...{publicId: one, type: 'message', sentAt: '2026-01-04T09:00:00.000Z', sender: {kind: 'user'}},
          ...{content: {text: 'Hello'}, attachments: []},
        },
      ],
    };
    const {sessions, history: items} = implied([
      answer('getChatSession', {body: shown}),
      history(message(one, 'Hello', {context: {page: 'p'}}), {...message(two, ''), event: comment}),
      answer('pollWidgetSession', {params: {sessionId: session}, body: poll}),
    ]);
    expect(sessions).toMatchObject([
      {status: 'closed_unresolved', assignee_id: '17', language: 'en', updated_at: '2026-01-04T10:00:00.000Z'},
    ]);
    expect(items).toMatchObject([{event: {context: {page: 'p'}}}, {event: comment}]);
  });

  it('knows a visitor by whom the page vouched for, and nobody where it vouched for several', () => {
    const vouched = (id: string) =>
      answer('authenticateContact', {request: {email: `${id}@example.org`}, body: {token: 't', contact: {id}}});
    const list = answer('listWidgetSessions', {body: {items: [{id: session, channel: 'web'}], next: null}});
    expect(implied([vouched(one), list]).sessions).toMatchObject([{contact_id: one}]);
    expect(implied([vouched(one), vouched(two), list]).sessions?.[0]).not.toHaveProperty('contact_id');
  });

  it('OPENCX-51 finds whom a session was opened for by e-mail address, in any letter case', () => {
    const answers = [
      answer('createContact', {request: {contact: {email: 'Mo@example.org', phone: '+12025550111'}}, body: {id: one}}),
      answer('createChatSession', {request: {contact: {email: 'mo@EXAMPLE.org'}}, body: {id: session}}),
    ];
    expect(implied(answers)).toMatchObject({
      contacts: [{id: one, phone_number: '+12025550111', organization_id: demoOrganization}],
      sessions: [{id: session, contact_id: one, organization_id: demoOrganization}],
    });
  });

  it('takes what was found by a search, until something tells more', () => {
    const found = answer('searchChatSessions', {
      body: {
        contacts: [{id: one, name: 'Mo', email: null, phone: '+12025550111'}],
        messages: [{id: two, session_id: session, message: 'Hello', type: 'message'}],
      },
    });
    expect(implied([found])).toMatchObject({
      contacts: [{id: one, name: 'Mo', phone_number: '+12025550111'}],
      sessions: [{id: session}],
      history: [{id: two, session_id: session, event: {content: {text: 'Hello'}}}],
    });
    const more = history(message(two, 'Hello', {sender: {type: 'human_agent', name: 'Sam'}}));
    for (const answers of [
      [found, more],
      [more, found],
    ])
      expect(implied(answers).history).toMatchObject([{event: {sender: {name: 'Sam'}, content: {text: 'Hello'}}}]);
  });
});
