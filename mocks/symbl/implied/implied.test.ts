import {describe, expect, it} from 'vitest';
import type {RecordedAnswer} from '../../../src/engine/index.js';
import {symbl} from '../index.js';
import {implied} from './index.js';

const at = Date.parse('2026-01-05T09:00:00.000Z');
const conversationId = '7000000000000001';
const [first, second] = ['7100000000000001', '7100000000000002'];
const job = 'a0000000-0000-4000-8000-000000000041';
const time = {startTime: '2026-01-04T10:00:00.000Z', endTime: '2026-01-04T10:00:09.000Z'};
const params = {conversationId};

function answer(operation: string, parts: Partial<RecordedAnswer>): RecordedAnswer {
  return {operation, params: {}, query: {}, status: 200, at, ...parts};
}

const message = (id: string, text: string, more: object = {}) => ({id, text, from: {}, phrases: [], ...time, ...more});

function transcript(query: RecordedAnswer['query'], ...messages: readonly object[]): RecordedAnswer {
  const body = {messages} as unknown as NonNullable<RecordedAnswer['body']>;
  return answer('getMessagesByConversationId', {params, query, body});
}

const redacted = {redact: ['true']};

describe('what answers imply at Symbl', () => {
  it('is nothing for no answers, and for such as tell nothing', () => {
    expect(implied([])).toEqual({});
    expect(implied([answer('generateToken', {body: {accessToken: 'x'}}), answer('getSettings', {body: {}})])).toEqual(
      {},
    );
  });

  it('is what is answered in any shape, without falling over', () => {
    const shapes = [null, 'x', [], [null], {messages: {}}, {messages: [null, {id: first, text: 'x', phrases: 'y'}]}];
    for (const body of [...shapes, {jobId: job, conversationId, messages: [{payload: 7}, {payload: {content: 'x'}}]}]) {
      for (const {id: operation} of symbl.operationList) {
        expect(() => implied([answer(operation, {body, request: body, params})])).not.toThrow();
      }
    }
  });

  it('SYMBL-29 keeps the order in which transcripts show messages', () => {
    const answers = [transcript({}, message(second, 'b')), transcript({}, message(first, 'a'), message(second, 'b'))];
    const {messages = []} = implied(answers);
    const placed = messages as unknown as readonly {id: string; position: number}[];
    expect(placed.toSorted((a, b) => a.position - b.position).map(({id}) => id)).toEqual([first, second]);
    // Those that are added come behind them.
    expect(Math.max(...placed.map(({position}) => position))).toBeLessThan(1);
  });

  it('SYMBL-39 takes what was hidden from a transcript that was read both ways, unless something was excluded', () => {
    const clear = transcript({}, message(first, 'I am Ada.'));
    const both = implied([transcript(redacted, message(first, 'I am [PERSON_NAME].')), clear]);
    expect(both.messages).toMatchObject([{text: 'I am Ada.', spans: [{start: 5, end: 8, type: 'PERSON_NAME'}]}]);
    const excluded = transcript({...redacted, exclude: ['["AGE"]']}, message(first, 'I am [PERSON_NAME].'));
    expect(implied([excluded, clear]).messages?.[0]).not.toHaveProperty('spans');
  });

  it('SYMBL-46 takes a redacted speaker for nobody who is known by name', () => {
    const id = 'a0000000-0000-4000-8000-00000000000a';
    const hidden = transcript(redacted, message(first, 'Yes.', {from: {id, name: '[REDACTED NAME 1]'}}));
    const clear = transcript({}, message(first, 'Yes.', {from: {id, name: 'Ada'}}));
    expect(implied([hidden]).members).toMatchObject([{id, name: '[REDACTED NAME 1]'}]);
    for (const answers of [
      [hidden, clear],
      [clear, hidden],
    ])
      expect(implied(answers).members).toEqual([{id, conversationId, name: 'Ada', position: 0}]);
  });

  it('SYMBL-28 keeps the name of a speaker who is no member, whichever way it was read last', () => {
    const hidden = transcript(redacted, message(first, 'Yes.', {from: {name: '[REDACTED NAME 1]'}}));
    const clear = transcript({}, message(first, 'Yes.', {from: {name: 'Ada'}}));
    for (const answers of [
      [hidden, clear],
      [clear, hidden],
    ])
      expect(implied(answers).messages).toMatchObject([{from: {name: 'Ada'}}]);
  });

  it('SYMBL-82 forgets a member who became one with another', () => {
    const [ada, same] = ['a', 'b'].map((digit) => `a0000000-0000-4000-8000-00000000000${digit}`);
    const members = (...ids: readonly (string | undefined)[]) =>
      answer('getMembers', {params, body: {members: ids.map((id) => ({id: id ?? '', name: 'Ada'}))}});
    expect(implied([members(ada, same), members(ada)]).members).toMatchObject([{id: ada}]);
  });

  it('SYMBL-21 has a job stand as it last stood, and that of a conversation nobody knows as well', () => {
    const status = (value: string) => answer('getJob', {params: {jobId: job}, body: {id: job, status: value}});
    expect(implied([status('in_progress'), status('failed')]).jobs).toMatchObject([{id: job, status: 'failed'}]);
    const submitted = answer('submitAudio', {query: {name: ['A call']}, body: {jobId: job, conversationId}});
    expect(implied([submitted, status('completed')])).toMatchObject({
      conversations: [{id: conversationId, name: 'A call'}],
      jobs: [{id: job, conversationId, status: 'completed'}],
    });
  });

  it('SYMBL-80 has the settings as they were told last', () => {
    const settings = {redaction: {default: true}};
    const changed = answer('updateSettings', {body: {id: '7400000000000001', ...settings}});
    expect(implied([changed]).settings).toMatchObject([{settingsId: '7400000000000001', settings}]);
    expect(implied([changed, answer('getSettings', {body: {}})]).settings).toMatchObject([{settings: {}}]);
  });

  it('SYMBL-56 has the account’s entities as they were listed last, and as they were changed since', () => {
    const entity = (id: string, subType: string) => ({
      id,
      type: 'Boat',
      subType,
      category: 'Custom',
      values: ['Swift'],
    });
    const list = answer('listEntities', {body: {entities: [entity(first, 'Dinghy'), entity(second, 'Raft')]}});
    const made = answer('createEntity', {body: entity('7100000000000003', 'Yacht')});
    const removed = answer('deleteEntitiesBySubType', {query: {subType: ['Dinghy']}, body: {message: 'done'}});
    expect(implied([made, list, removed]).accountEntities).toMatchObject([{id: second}]);
    expect(implied([list, made]).accountEntities).toHaveLength(3);
  });
});
