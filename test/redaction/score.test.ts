import {describe, expect, it} from 'vitest';
import type {LabelledMessage} from '../../eval/redaction/labelled.js';
import {readNotation} from '../../eval/redaction/notation.js';
import {errorLine, reportOf} from '../../eval/redaction/report.js';
import {scoreOf} from '../../eval/redaction/score.js';
import type {EntityType} from '../../src/redaction/index.js';

const messages = readNotation(
  `# chat
Dr. [PERSON_NAME Ada Quill]'s number is [PHONE_NUMBER 555-0142].
My [IGNORE Acme] phone is broken.
Thank you.`,
  'x',
);

/** What a detector might find: `type text` in each message. */
const found = (...texts: readonly (readonly (readonly [EntityType, string])[])[]) =>
  texts.map((guesses, index) =>
    guesses.map(([type, words]) => {
      const start = messageOf(index).text.indexOf(words);
      return {start, end: start + words.length, type};
    }),
  );

function messageOf(index: number): LabelledMessage {
  return messages[index] as LabelledMessage;
}

describe('the score', () => {
  it('is full for what is right, with or without title, possessive and punctuation', () => {
    const all = found(
      [
        ['PERSON_NAME', "Dr. Ada Quill's"],
        ['PHONE_NUMBER', '555-0142.'],
      ],
      [],
      [],
    );
    const {micro, macroF1, hidden, untouched, errors} = scoreOf(messages, all);
    expect([micro.strict.f1, micro.overlap.f1, macroF1.strict, hidden, untouched, errors.length]).toEqual([
      1, 1, 1, 1, 0, 0,
    ]);
  });

  it('tells a wrong boundary from a wrong type', () => {
    const {micro, types, hidden} = scoreOf(
      messages,
      found(
        [
          ['PERSON_NAME', 'Ada'],
          ['SSN', '555-0142'],
        ],
        [],
        [],
      ),
    );
    expect(micro.strict).toEqual({precision: 0, recall: 0, f1: 0});
    expect(micro.overlap).toEqual({precision: 0.5, recall: 0.5, f1: 0.5});
    expect(types.SSN).toMatchObject({gold: 0, found: 1});
    // Ada and the number, but not Quill.
    expect(hidden).toBeCloseTo(11 / 16);
  });

  it('counts what was missed as untouched, and what was found in clean messages as touched', () => {
    const score = scoreOf(messages, found([], [], [['PERSON_NAME', 'Thank']]));
    expect(score).toMatchObject({entities: 2, untouched: 2, clean: 2, cleanTouched: 1, hidden: 0});
    expect(score.errors.map(({kind, type}) => `${kind} ${type}`)).toEqual([
      'missed PERSON_NAME',
      'missed PHONE_NUMBER',
      'false PERSON_NAME',
    ]);
  });

  it('holds nothing against what is found in ignored text', () => {
    const score = scoreOf(messages, found([], [['ORGANIZATION', 'Acme']], []));
    expect(score.cleanTouched).toBe(0);
    expect(score.types.ORGANIZATION).toBeUndefined();
  });

  it('is shown as a table, with the errors in words', () => {
    const score = scoreOf(messages, found([['PERSON_NAME', 'Ada Quill']], [], []));
    expect(reportOf(score)).toContain('clean messages touched: 0 of 2');
    expect(reportOf(score)).toMatch(/^PERSON_NAME +1 +1 +100\.0 +100\.0 +100\.0 +100\.0 +100\.0 +100\.0$/m);
    expect(score.errors.map(errorLine)).toEqual([
      `missed x-001 PHONE_NUMBER «555-0142» in: "Dr. Ada Quill's number is 555-0142."`,
    ]);
  });
});
