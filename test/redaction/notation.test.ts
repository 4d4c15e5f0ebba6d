import {describe, expect, it} from 'vitest';
import {readNotation} from '../../eval/redaction/notation.js';

describe('the notation of the sets', () => {
  it('counts the offsets', () => {
    expect(readNotation('# mail\n😀 I am [PERSON_NAME Ada Quill], [AGE 36].', 'x')).toEqual([
      {
        id: 'x-001',
        group: 'mail',
        text: '😀 I am Ada Quill, 36.',
        entities: [
          {start: 8, end: 17, type: 'PERSON_NAME'},
          {start: 19, end: 21, type: 'AGE'},
        ],
      },
    ]);
  });

  it('knows what is to be ignored, and line breaks', () => {
    expect(readNotation('# mail\nTicket [IGNORE 4471]\\nBye', 'x')).toEqual([
      {id: 'x-001', group: 'mail', text: 'Ticket 4471\nBye', entities: [], ignore: [{start: 7, end: 11}]},
    ]);
  });

  it('keeps a conversation together until a line is empty', () => {
    const messages = readNotation('#> one chat\nHello\nYes\n\nAlone', 'x');
    expect(messages.map(({conversation, group}) => [conversation, group])).toEqual([
      ['one', 'chat'],
      ['one', 'chat'],
      [undefined, 'chat'],
    ]);
  });

  it.each([
    ['a type that is none', '# chat\n[NAME Ada]', 'NAME'],
    ['a bracket that was not closed', '# chat\n[AGE 36', 'bracket'],
    ['a message without a group', 'Hello', 'group'],
  ])('refuses %s', (_, notation, says) => {
    expect(() => readNotation(notation, 'x')).toThrow(says);
  });
});
