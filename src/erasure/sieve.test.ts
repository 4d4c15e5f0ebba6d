import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createSearch, type Subject} from './index.js';

/** Subjects of one text, each with texts in which it is found. */
const cases: readonly (readonly [keyof Subject, string, readonly string[]])[] = [
  ['names', 'Ada Example', ['ADA  EXAMPLE', 'Example, Ada', 'ada.example@work.example', btoa('I am Ada Example.')]],
  [
    'names',
    'Jörg Müller',
    ['Joerg Mueller', 'JÖRG MÜLLER', 'Jorg Muller', 'J\u006f\u0308rg Mu\u0308ller', 'Ｊörg Müller'],
  ],
  ['names', "Sinéad O'Neill", ["sinead o'neill", 'Sinéad ONeill', 'Sinéad O’Neill']],
  ['names', 'Al', ['Al', 'al']],
  ['names', '山田太郎', ['私は山田太郎です']],
  [
    'emails',
    'ada@example.org',
    ['ADA%40example.org', 'ada+news@example.org', 'ada at example dot org', 'ａｄａ@example.org'],
  ],
  [
    'phones',
    '+1 212 555 0142',
    ['(212) 555-0142', '0012125550142', '555-0142', '+1 212.555.0142', '２１２５５５０１４２'],
  ],
  ['phones', '+44 20 7946 0958', ['+44 (0)20 7946 0958', '020 7946 0958']],
  ['texts', 'AC-1234-5678', ['ac12345678', 'AC 1234 5678', 'AC.1234.5678', '%41C-1234-5678']],
  ['texts', '12 Sample Street', ['12  SAMPLE\nStreet', '12 S\u00adample Street', '12 Sämple Street']],
  ['texts', 'vip', ['a VIP!']],
  ['texts', 'Größe™', ['GRÖSSE™', 'größeTM', 'Größe™']],
];

/** So many more that each text is sieved. */
const others: Subject = {
  names: Array.from({length: 9}, (_, at) => `Berta Placeholder${at}`),
  emails: Array.from({length: 9}, (_, at) => `carla${at}@work.example`),
  phones: Array.from({length: 9}, (_, at) => `+1 305 555 019${at}`),
  texts: [...Array.from({length: 9}, (_, at) => `ZX-9876-543${at}`), 'Some other sentence', 'the'],
};

/** What is found of the one subject when it is looked for alone, and among many. */
function traces(kind: keyof Subject, text: string, value: unknown) {
  const alone = [...createSearch({[kind]: [text]}).in(value)];
  const many = createSearch({...others, [kind]: [text, ...(others[kind] ?? [])]});
  return {alone, among: [...many.in(value)].filter(({of}) => of === `/${kind}/0`)};
}

describe.each(cases)('%s: %s', (kind, text, places) => {
  it.each([text, ...places])('is found in %j among many others as it is alone', (place) => {
    const {alone, among} = traces(kind, text, [place, `Before: ${place}. After.`]);
    expect(alone).not.toEqual([]);
    expect(among).toEqual(alone);
  });
});

it('finds the same of everybody, whatever stands around it', () => {
  const around = fc.string({unit: 'binary', maxLength: 30});
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), around, around, ([kind, text, places], at, before, after) => {
      const place = [text, ...places][at % (places.length + 1)] ?? text;
      const {alone, among} = traces(kind, text, {[`${before}`]: `${before} ${place} ${after}`});
      expect(among).toEqual(alone);
    }),
    {numRuns: 1000},
  );
});
