import {describe, expect, it} from 'vitest';
import {detectConversation} from './conversation.js';

const found = (...messages: string[]) =>
  detectConversation(messages).map((spans, index) =>
    spans.map(({start, end, type}) => `${type} ${(messages[index] ?? '').slice(start, end)}`),
  );

describe('detectConversation', () => {
  it('remembers a name that was introduced', () => {
    expect(found('My name is Zorvath Quilby.', 'quilby called, and zorvath too')).toEqual([
      ['PERSON_NAME Zorvath Quilby'],
      ['PERSON_NAME quilby', 'PERSON_NAME zorvath'],
    ]);
  });

  it('types a bare number by the question before it', () => {
    expect(found('What is your passport number?', '8841027Q')).toEqual([[], ['PASSPORT_NUMBER 8841027Q']]);
    expect(found('What is your order number?', '8841027')).toEqual([[], []]);
  });

  it('takes the answer to a question for a name as one', () => {
    expect(found('May I have your name, please?', 'babatunde')).toEqual([[], ['PERSON_NAME babatunde']]);
  });

  it('has nothing to say about no messages', () => {
    expect(detectConversation([])).toEqual([]);
  });
});
