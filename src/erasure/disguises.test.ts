import {Buffer} from 'node:buffer';
import {describe, expect, it} from 'vitest';
import {createSearch, type Disguise, type Subject} from './index.js';

const ada: Subject = {
  names: ['Ada Example'],
  emails: ['ada@example.org'],
  phones: ['+1 212 555 0142'],
  texts: ['12 Harbour Lane, Springfield'],
};

/** How the only trace in a value is disguised; `none` when there is no trace. */
function disguiseIn(value: unknown, subject: Subject = ada): string {
  const traces = [...createSearch(subject).in(value)];
  expect(traces.length).toBeLessThan(2);
  return traces[0] === undefined ? 'none' : traces[0].as.join(' ') || 'nothing';
}

const base64 = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');

type Row = readonly [value: unknown, as: 'nothing' | Disguise | `${Disguise} ${string}`];

describe('a name is found', () => {
  const rows: readonly Row[] = [
    ['Ada Example', 'nothing'],
    ['Thanks, Ada Example!', 'nothing'],
    ["Ada Example's order", 'nothing'],
    ['ADA EXAMPLE', 'case'],
    ['Ada  Example', 'spacing'],
    ['Ada\r\n  Example', 'spacing'],
    ['Ada\u00a0Example', 'spacing'],
    ['Ada\u2028Example', 'spacing'],
    ['A\u00adda Exam\u200bple', 'spacing'],
    ['Ａｄａ Ｅｘａｍｐｌｅ', 'unicode'],
    ['Ada Éxample', 'accents'],
    ['ada\nexample', 'spacing case'],
    ['Ada.Example', 'separators'],
    ['Ada_Example', 'separators'],
    ['Ada-Example', 'separators'],
    ['"Ada","Example"'.replaceAll('"', ''), 'separators'],
    ['AdaExample', 'separators'],
    ['id=Ada+Example', 'separators'],
    ['ada.example@example.com', 'case separators'],
    ['ada.example+news@example.com', 'case separators'],
    ['@ada_example', 'case separators'],
    ['Example, Ada', 'order'],
    ['Example Ada', 'order'],
    ['example.ada', 'case order'],
    [{first: 'Ada', last: 'Example'}, 'split'],
    [{last: 'EXAMPLE', born: '1990-05-04', first: 'ada'}, 'split'],
    ['{"first": "Ada", "last": "Example"}', 'json split'],
    [base64('{"sub": 1, "given": "Ada", "family": "Example"}'), 'base64 json split'],
  ];

  it.each(rows)('in %j: %s', (value, as) => {
    expect(disguiseIn(value)).toBe(as);
  });

  it.each<readonly [name: string, text: string, as: string]>([
    ['José Núñez', 'Jose\u0301 Nu\u0301n\u0303ez', 'unicode'],
    ['José Núñez', 'Jose Nunez', 'accents'],
    ['Jose Nunez', 'JOSÉ NÚÑEZ', 'accents case'],
    ['Søren Łukasz', 'Soren Lukasz', 'accents'],
    ['Jürgen Böhm', 'Juergen Boehm', 'accents'],
    ['Jürgen Böhm', 'juergen.boehm', 'accents case separators'],
    ['Jürgen Böhm', 'Boehm, Juergen', 'accents order'],
    ['Anna Strauß', 'ANNA STRAUSS', 'case'],
    ['Νίκος Παύλος', 'ΝΊΚΟΣ ΠΑΎΛΟΣ', 'case'],
    ['Νίκος Παύλος', 'ΝΊΚΟΣΠΑΎΛΟΣ', 'case separators'],
    ['Conan O’Neil', "Conan O'Neil", 'unicode'],
    ["Conan O'Neil", 'Conan ONeil', 'separators'],
    ["O'Neil", 'Oneil', 'case separators'],
    ['Anne-Marie Example', 'Anne\u2010Marie Example', 'unicode'],
    ['Anne-Marie Example', 'Anne Marie Example', 'separators'],
    ['Ada Maria Example', 'Example, Ada Maria', 'order'],
    ['Ada Maria Example', 'Maria Example, Ada', 'order'],
    ['Example, Ada', 'Ada Example', 'order'],
    ['Ada M. Example', 'ada m. example', 'case'],
    ['Li Bo', 'li.bo', 'case separators'],
    ['Ann', 'Annual report for Ann', 'nothing'],
    ['Bo Bo', 'xBo.Bo.Bo', 'separators'],
    ['Ann', 'ann@example.com', 'case'],
    ['Ann', 'Annさん', 'nothing'],
    ['山田太郎', '山田太郎さんへ', 'nothing'],
    ['山田 太郎', '山田太郎', 'separators'],
    ['マリア・ロペス', 'ﾏﾘｱ･ﾛﾍﾟｽ', 'unicode'],
    ['Example', 'Example™', 'nothing'],
  ])('%s in %s: %s', (name, text, as) => {
    expect(disguiseIn(text, {names: [name]})).toBe(as);
  });

  it('in three members, of which one holds two of its words', () => {
    const value = {first: 'Ada Maria', title: 'Dr.', last: 'Example'};
    expect(disguiseIn(value, {names: ['Ada Maria Example']})).toBe('split');
  });
});

describe('a name is not found', () => {
  it.each<readonly [name: string, value: unknown]>([
    ['Ann', 'annual'],
    ['Ann', 'Joann'],
    ['Ann', '𐐨Ann'],
    ['Ann', 'Ann𐐨'],
    ['Ann', 'Anna'],
    ['Ann', 'Ann2'],
    ['Ann', 'Änn'.normalize('NFD').replace('A', 'XA')],
    ['Ada', '3b1ada90-0000-4000-8000-000000000000'],
    ['Ann', 'ann.other@example.com'],
    ['Ann', 'mary-ann@example.com'],
    ['Ann', 'ann_other+x@example.com'],
    ['Ann', 'mail@ann.example'],
    ['Ann', 'mail@sub.ann.example'],
    ['Ada Example', 'Ada'],
    ['Ada Example', 'Ada Examples'],
    ['Ada Example', 'ada@example.org'],
    ['Ada Example', 'mail@ada.example.org'],
    ['Ada Example', 'ada.example.else@example.com'],
    ['Ada Example', 'I met Ada. Example one follows.'],
    ['Ada Example', 'Ada and Example'],
    ['Person 1', 'Person 12'],
    ['Ann Ex', 'annex'],
    ['Li Bo', 'libo'],
    ['Ada Example', ['Ada', 'Example']],
    ['Ada Example', {first: 'Ada', last: 'Lovelace'}],
    ['Ada Example', {first: 'Ada', middle: 'Ada'}],
    ['Ada Example', {first: 'Ada', note: 'Example of a note'}],
    ['Ada Example', {first: 'Ada', more: {last: 'Example'}}],
    ['Ada Maria Example', {first: 'Ada Maria', note: 'Example note'}],
  ])('%s in %j', (name, value) => {
    expect(disguiseIn(value, {names: [name]})).toBe('none');
  });
});

describe('an e-mail address is found', () => {
  const rows: readonly Row[] = [
    ['ada@example.org', 'nothing'],
    ['Write to ada@example.org.', 'nothing'],
    ['<ada@example.org>', 'nothing'],
    ['mailto:ada@example.org?subject=Hello', 'nothing'],
    ['to=ada@example.org;cc=', 'nothing'],
    ['_ada@example.org_', 'nothing'],
    ['contacts/ada@example.org/2', 'nothing'],
    ['ada@example.org_2026.csv', 'nothing'],
    ['Ada@Example.ORG', 'case'],
    ['ada＠example．org', 'unicode'],
    ['ada@\u200bexample.org', 'spacing'],
    ['ada+news@example.org', 'tag'],
    ['ADA+a.b-c@example.org', 'case tag'],
    ['ada at example dot org', 'spelled'],
    ['ada [at] example (dot) org', 'spelled'],
    ['ada(at)example.org', 'spelled'],
    ['ada @ example . org', 'spelled'],
    ['ADA AT EXAMPLE DOT ORG', 'case spelled'],
  ];

  it.each(rows)('in %j: %s', (value, as) => {
    expect(disguiseIn(value)).toBe(as);
  });

  it.each<readonly [email: string, text: string, as: string]>([
    ['ada+news@example.org', 'ada@example.org', 'tag'],
    ['ada+news@example.org', 'ada+shop@example.org', 'tag'],
    ['a_b-c@example.org', 'a underscore b dash c at example dot org', 'spelled'],
  ])('%s in %s: %s', (email, text, as) => {
    expect(disguiseIn(text, {emails: [email]})).toBe(as);
  });
});

describe('an e-mail address is not found', () => {
  it.each([
    'nada@example.org',
    'not.ada@example.org',
    'not-ada@example.org',
    'x+ada@example.org',
    'ada2@example.org',
    'ada.example.org',
    'adá@example.org',
    'ada@example.orgs',
    'ada@example.org.uk',
    'ada@example.org-x.example',
    'ada@sub.example.org',
    'ada@example.com',
    'ada@example_org',
    'ada+@example.org',
    'look at example dot org',
    'nada at example dot org',
  ])('in %s', (text) => {
    expect(disguiseIn(text, {emails: ['ada@example.org']})).toBe('none');
  });

  it('of everybody in a domain, when there is nothing before the tag', () => {
    expect(disguiseIn('bob@example.org', {emails: ['+news@example.org']})).toBe('none');
  });
});

describe('a phone number is found', () => {
  const rows: readonly Row[] = [
    ['+1 212 555 0142', 'nothing'],
    ['Call +1 212 555 0142, please.', 'nothing'],
    ['+12125550142', 'phone'],
    ['12125550142', 'phone'],
    ['0012125550142', 'phone'],
    ['011 1 212 555 0142', 'phone'],
    ['+1 (212) 555-0142', 'phone'],
    ['(212) 555-0142', 'phone'],
    ['212.555.0142', 'phone'],
    ['212/555-0142', 'phone'],
    ['212 – 555 – 0142', 'phone'],
    ['212\u00a0555\u00a00142', 'phone'],
    ['\u202a+1\u00a0(212)\u00a0555\u20110142\u202c', 'phone'],
    ['555-0142', 'phone'],
    ['5550142', 'phone'],
    ['２１２－５５５－０１４２', 'unicode phone'],
    ['tel:+1-212-555-0142;ext=7', 'phone'],
    ['(212) 555-0142 x7', 'phone'],
    ['Order 4711 212 555 0142', 'phone'],
    ['(212) 555-0142 / (303) 555-0199', 'phone'],
    ['2125550142/3035550199', 'phone'],
    ['/users/2125550142/7', 'phone'],
    ['2125550142-2026', 'phone'],
    ['user2125550142', 'phone'],
    [2125550142, 'phone'],
    [12125550142, 'phone'],
  ];

  it.each(rows)('in %j: %s', (value, as) => {
    expect(disguiseIn(value)).toBe(as);
  });

  it.each<readonly [phone: string, text: string, as: string]>([
    ['+44 20 7946 0000', '+44 (0)20 7946 0000', 'phone'],
    ['+44 (0)20 7946 0000', '+442079460000', 'phone'],
    ['+44 20 7946 0000', '(020) 7946 0000', 'phone'],
    ['+44 20 7946 0000', '0044 020 7946 0000', 'phone'],
    ['020 7946 0000', '+44 20 7946 0000', 'phone'],
    ['442079460000', '+44 2079460000', 'phone'],
    ['442079460000', '+442079460000', 'nothing'],
    ['442079460000', '020 7946 0000', 'phone'],
    ['00442079460000', '020 7946 0000', 'phone'],
    ['1-212-555-0142', 'call 4711 212-555-0142', 'phone'],
    ['212 555 0142', '+1 212-555-0142', 'phone'],
    ['555-0142', '5550142', 'phone'],
    ['+298 201234', '00298201234', 'phone'],
    ['(212) 555-0142', 'at (212) 555-0142.', 'nothing'],
  ])('%s in %s: %s', (phone, text, as) => {
    expect(disguiseIn(text, {phones: [phone]})).toBe(as);
  });
});

describe('a phone number is not found', () => {
  it.each<readonly [phone: string, value: unknown]>([
    ['+1 212 555 0142', '+1 646 555 0142'],
    ['+1 212 555 0142', '646-555-0142'],
    ['+1 212 555 0142', '(646) 555-0142'],
    ['+1 212 555 0142', '+44 212 555 0142'],
    ['+1 212 555 0142', '+2125550142'],
    ['+1 212 555 0142', '212 555 0143'],
    ['+1 212 555 0142', '212 555 01421'],
    ['+1 212 555 0142', '4212 555 0142'],
    ['+1 212 555 0142', '99-212-555-0142'],
    ['+1 212 555 0142', '212-555-0142-99'],
    ['+1 212 555 0142', '550142'],
    ['+1 212 555 0142', '24 555 0142'],
    ['+1 212 555 0142', '21255, 50142'],
    ['+1 212 555 0142', '21255\n50142'],
    ['+1 212 555 0142', '555\t0142'],
    ['+1 212 555 0142', '21255          50142'],
    ['+1 212 555 0142', ['21255', '50142']],
    ['+1 212 555 0142', {area: 21255, number: 50142}],
    ['212 555 0142', '992125550142'],
    ['555-0142', '646 555-0142'],
    ['555-0142', '6465550142'],
  ])('%s in %j', (phone, value) => {
    expect(disguiseIn(value, {phones: [phone]})).toBe('none');
  });
});

describe('any other text', () => {
  it.each<readonly [text: string, value: unknown, as: string]>([
    ['12 Harbour Lane, Springfield', 'Ship to 12 Harbour Lane, Springfield.', 'nothing'],
    ['12 Harbour Lane, Springfield', '12 harbour lane,\n  springfield', 'spacing case'],
    ['12 Harbour Lane, Springfield', '112 Harbour Lane, Springfield', 'none'],
    ['12 Harbour Lane, Springfield', '12 Harbour Lane Springfield', 'none'],
    ['A-17', 'seat A-17', 'nothing'],
    ['A-17', 'seat A-170', 'none'],
    ['(secret)', 'a(secret)b', 'nothing'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'separators'],
    ['DE89370400440532013000', 'de89 3704-0044.0532 0130 00', 'case separators'],
    ['4711-0815', '47110815', 'separators'],
    ['4711-0815', 47110815, 'separators'],
    ['47110815', 47110815, 'nothing'],
    ['47110815', '4711, 0815', 'none'],
    ['47110815', '947110815', 'none'],
    ['12345', '12/3/45', 'none'],
    ['12-34-56', '123456', 'none'],
  ])('%s in %j: %s', (text, value, as) => {
    expect(disguiseIn(value, {texts: [text]})).toBe(as);
  });
});

describe('what is encoded is found', () => {
  const address = 'ada@example.org';
  const sentence = 'The customer ada@example.org called today.';
  const mime = base64(`${'All is well. '.repeat(20)}${sentence}`).replace(/.{76}/g, '$&\r\n');
  const binary = Buffer.from([0x89, 0x50, 0xff, 0xd8, 0, 1, 2, 0xfe, 0xc0]);

  it.each<readonly [what: string, text: string, as: string]>([
    ['base64', base64(sentence), 'base64'],
    ['base64 without padding', base64(address).replaceAll('=', ''), 'base64'],
    ['base64 that is safe in addresses', Buffer.from('>>>???>>> ada@example.org').toString('base64url'), 'base64'],
    ['base64 as mail wraps it', mime, 'base64'],
    ['base64 on indented lines', mime.replaceAll('\r\n', '\n    '), 'base64'],
    ['base64 behind a line of words', `Attachment\n${base64(address)}`, 'base64'],
    ['base64 inside a sentence', `See ${base64(address)}, please.`, 'base64'],
    ['a data: URL', `data:text/plain;base64,${base64(sentence)}`, 'base64'],
    ['credentials', `Basic ${base64(`${address}:secret`)}`, 'base64'],
    ['a token', `${base64('{"alg":"none"}')}.${base64(`{"sub":"${address}"}`)}.c2lnbmF0dXJl`, 'base64'],
    ['base64 behind letters, first offset', `x${base64(sentence)}`, 'base64'],
    ['base64 behind letters, second offset', `xy${base64(sentence)}`, 'base64'],
    ['base64 behind letters, third offset', `xyz${base64(sentence)}`, 'base64'],
    ['base64 in a path', `/files/${base64(address).replaceAll('=', '')}`, 'base64'],
    ['bytes that are no text', Buffer.concat([binary, Buffer.from(address), binary]).toString('base64'), 'base64'],
    ['bytes with many zeros', Buffer.concat([Buffer.alloc(99), Buffer.from(address)]).toString('base64'), 'base64'],
    ['UTF-16', base64(sentence, 'utf16le'), 'base64'],
    ['UTF-16, big end first', Buffer.from(sentence, 'utf16le').swap16().toString('base64'), 'base64'],
    ['base64 twice', base64(base64(sentence)), 'base64 base64'],
    ['base64 three times', base64(base64(base64(sentence))), 'base64 base64 base64'],
    ['hex', hex(address), 'hex'],
    ['hex in capitals, in a text', `\\x${hex(address).toUpperCase()}.`, 'hex'],
    ['a URL', 'https://example.com/?q=ada%40example.org', 'url'],
    ['a URL, all characters', address.replace(/./g, (one) => `%${hex(one)}`), 'url'],
    ['a URL, twice', 'ada%2540example.org', 'url url'],
    ['an address with a plus in a URL', 'ada+news%40example.org', 'url tag'],
    ['%u escapes', 'ada%u0040example.org', 'url'],
    ['HTML', 'ada&#64;example&#46;org', 'html'],
    ['HTML, hexadecimal', 'ada&#x0040;example.org', 'html'],
    ['HTML, by name', 'ada&commat;example.org', 'html'],
    ['HTML, twice', 'ada&amp;#64;example.org', 'html html'],
    ['HTML with tags inside', 'ada@<wbr>example<b class="x">.org</b>', 'html'],
    ['JSON', '{"to":"ada\\u0040example.org"}', 'json'],
    ['JSON in a line of a log', 'got {"to":"\\nada@example.org"} at 9', 'json'],
    ['JSON in JSON', '"{\\"to\\":\\"ada\\\\u0040example.org\\"}"', 'json json'],
    ['JavaScript', 'ada\\x40example\\u{2e}org', 'json'],
    ['quoted-printable', 'ada=40example.org', 'quoted-printable'],
    ['quoted-printable with soft line breaks', 'ada@exam=\r\nple.org', 'quoted-printable'],
    ['several encodings', `v=${encodeURIComponent(base64('ada\\u0040example.org'))}`, 'base64 json'],
    ['several encodings and another case', base64('ADA%40EXAMPLE.ORG'), 'base64 url case'],
  ])('in %s', (_, text, as) => {
    expect(disguiseIn(text)).toBe(as);
  });

  it.each<readonly [name: string, text: string, as: string]>([
    ['Ann', base64('Ann'), 'base64'],
    ['Ann', `Attachment\n${base64('Yours, Ann')}`, 'base64'],
    ['Bo', base64('Bo'), 'base64'],
    ['Bo', hex('Bo'), 'hex'],
    ['José Núñez', base64('Yours, José Núñez', 'latin1'), 'base64'],
    ['José Núñez', 'Jos%E9 N%FA%F1ez', 'url'],
    ['José Núñez', 'Jos=C3=A9 N=C3=BA=C3=B1ez', 'quoted-printable'],
    ['José Núñez', 'Jos&eacute; N&uacute;&ntilde;ez', 'html'],
    ['Ада Пример', base64('Ада Пример', 'utf16le'), 'base64'],
    ['山田太郎', base64('\ufeff株式会社の山田太郎です', 'utf16le'), 'base64'],
    ['山田太郎', Buffer.from('\ufeff株式会社の山田太郎です', 'utf16le').swap16().toString('base64'), 'base64'],
    ['Ада Пример', encodeURIComponent('Ада Пример'), 'url'],
    ['Ада Пример', `files/${base64('Ада Пример')}`, 'base64'],
    ['Ada Example', 'Ada<br>Example', 'html'],
    ['Ada Example', 'Ada&nbsp;Example', 'html spacing'],
    ['Ada Example', '<td>Ada</td><td>Example</td>', 'html spacing'],
  ])('%s in %s: %s', (name, text, as) => {
    expect(disguiseIn(text, {names: [name]})).toBe(as);
  });

  it('with a plus for each blank', () => {
    expect(disguiseIn('12+Harbour+Lane,+Springfield')).toBe('url');
    expect(disguiseIn(`at=12+Harbour+Lane%2C+Springfield`)).toBe('url');
  });

  it('in both alphabets of base64', () => {
    const text = 'pin~~~???>>>';
    expect(disguiseIn(base64(text), {texts: [text]})).toBe('base64');
    expect(disguiseIn(Buffer.from(text).toString('base64url'), {texts: [text]})).toBe('base64');
  });

  it('not deeper than three encodings', () => {
    expect(disguiseIn(base64(base64(base64(base64(sentence)))))).toBe('none');
  });

  it('and told by the shortest way, where there are several', () => {
    expect(disguiseIn(`${base64(sentence)} ADA at EXAMPLE dot ORG`)).toBe('base64');
    expect(disguiseIn(`${base64(base64(sentence))} Ada@Example.org`)).toBe('case');
  });
});

describe('chance is no trace', () => {
  const bytes = 'q8Zp0VhT3mXc7RkYw2LsJ5uN9bGd4tFaQ1eHvOiK6nMzPyDxWrBjCgUfAoElSI7T'.repeat(7);
  const noise = `${bytes}/ANN+${bytes}+426f2c41+${bytes}/Bo+${bytes}`;

  it.each<readonly [what: string, subject: Subject, value: unknown]>([
    ['a short name in bytes', {names: ['Ann', 'Ada Example']}, base64('\0\x01 a longer text, Ann, \xff', 'latin1')],
    ['a short name among control characters', {names: ['Ann']}, base64('\x01\x02 Ann \x03\x04')],
    ['a short name in other bytes', {names: ['Ann']}, base64('ÀÁÂÃÄÅÆÇ Ann ÈÉÊËÌÍÎÏ', 'latin1')],
    ['a number that is hex by chance', {names: ['Ada']}, '616461'],
    ['a short name in long base64', {names: ['Ann']}, noise],
    ['hex in long base64', {names: ['Bo']}, noise],
    ['a UUID', {names: ['Ada']}, '41646100-4164-4164-8164-416461416461'],
    ['an address from one value to the next', ada, ['ada@', 'example.org']],
    ['an address from one stretch of bytes to the next', ada, base64('ada@\0example.org')],
    ['a percent sign', ada, '100% ada 40example.org'],
    ['entities that are none', ada, 'ada&#99999999;example.org'],
    ['a path', ada, 'C:\\Ada\\Example\\New\\12 Harbour Lane'],
  ])('%s', (_, subject, value) => {
    expect(disguiseIn(value, subject)).toBe('none');
  });
});
