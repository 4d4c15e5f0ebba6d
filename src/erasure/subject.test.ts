import {describe, expect, it} from 'vitest';
import {createSearch, type Subject} from './index.js';

describe('a subject that cannot be looked for is refused', () => {
  it.each<readonly [why: string, subject: Subject, message: RegExp]>([
    ['nothing in it', {}, /nothing to look for: give at least one name/],
    ['empty lists', {names: [], emails: [], phones: [], texts: []}, /nothing to look for/],
    ['an empty name', {names: ['Ada', ' ']}, /name at \/names\/1 is too short .* two letters/],
    ['a name of one letter', {names: ['A.']}, /\/names\/0 is too short/],
    ['a text of two letters', {texts: ['ab!']}, /text at \/texts\/0 is too short .* three letters or digits/],
    ['no e-mail address', {emails: ['ada.example.org']}, /\/emails\/0 is no e-mail address/],
    ['an address without a mailbox', {emails: ['@example.org']}, /\/emails\/0 is no e-mail address/],
    ['an address of two letters', {emails: ['a@b']}, /\/emails\/0 is no e-mail address/],
    ['two addresses', {emails: ['a@example.org b@example.org']}, /\/emails\/0 is no e-mail address/],
    ['a phone number of six digits', {phones: ['55-01-42']}, /\/phones\/0 is no phone number: give 7 to 18 digits/],
    ['nineteen digits', {phones: ['1234567890123456789']}, /\/phones\/0 is no phone number/],
    ['zeros that do not count', {phones: ['0000 555 014']}, /\/phones\/0 is no phone number/],
    ['an extension', {phones: ['+1 212 555 0142 x7']}, /without an extension/],
    ['letters', {phones: ['call 555-0142']}, /\/phones\/0 is no phone number/],
  ])('%s', (_, subject, message) => {
    const create = () => createSearch(subject);
    expect(create).toThrow(RangeError);
    expect(create).toThrow(message);
  });

  it('in a whole sentence that does not repeat the text', () => {
    expect(() => createSearch({emails: ['secret']})).toThrow(/^(?!.*secret).*\.$/);
    expect(() => createSearch({phones: ['secret']})).toThrow(/^(?!.*secret).*\.$/);
  });
});

describe('a subject', () => {
  it('may have blanks around its texts', () => {
    const subject = {
      names: [' Ada Example '],
      emails: ['ada@example.org\n'],
      phones: [' 212 555 0142 '],
      texts: [' A-17 '],
    };
    const value = ['Ada Example', 'ada@example.org', '212 555 0142', 'A-17'];
    expect([...createSearch(subject).in(value)].map(({as}) => as)).toEqual([[], [], [], []]);
  });

  it('may hold characters that mean something in expressions', () => {
    const texts = ['(a|b)+ [c]', 'a.cd*', '\\d{3} or', '$100 ^'];
    expect([...createSearch({texts}).in(texts)].filter(({as}) => as.length === 0)).toHaveLength(texts.length);
    expect([...createSearch({names: ['Ab.*', 'x(y'], emails: ['a.*c@example.org']}).in('abc@example.org')]).toEqual([]);
  });

  it('may hold the same text twice: each is told', () => {
    expect([...createSearch({names: ['Ada', 'Ada']}).in('Ada')].map(({of}) => of)).toEqual(['/names/0', '/names/1']);
  });
});
