import {expect, it} from 'vitest';
import {readRules} from './rules.js';

const rule = `
- id: TINY-1
  statement: A note that does not exist gets 404.
  mark: documented
  source: https://tiny.example/notes
`;

const read = (text: string) => readRules(text, 'contracts/tiny/rules.yaml');

it('reads a list of rules as it stands', () => {
  expect(read(`${rule}  behaviour: tiny.notes\n`)).toEqual([
    {
      id: 'TINY-1',
      statement: 'A note that does not exist gets 404.',
      mark: 'documented',
      source: 'https://tiny.example/notes',
      behaviour: 'tiny.notes',
    },
  ]);
});

it('does without source and behaviour', () => {
  expect(read('[{id: TINY-1, statement: Notes grow., mark: assumed}]')).toEqual([
    {id: 'TINY-1', statement: 'Notes grow.', mark: 'assumed'},
  ]);
});

it.each([
  ['no list', 'rules: []', 'contracts/tiny/rules.yaml holds no list: write one item for each rule.'],
  ['an item that is no mapping', `${rule}- TINY-2`, 'contracts/tiny/rules.yaml, /1: A rule is a mapping'],
  ['an empty item', `${rule}-`, 'contracts/tiny/rules.yaml, /1: A rule is a mapping'],
  ['a member that no rule has', `${rule}  proof: test`, '/0: A rule has no `proof`: use id, statement, mark,'],
  ['a member by the name of one that objects have', `${rule}  constructor: x`, '/0: A rule has no `constructor`'],
  ['a rule without a statement', '- {id: TINY-1, mark: assumed}', '/0: Give `statement` as a text.'],
  ['an empty source', `${rule.replace('https://tiny.example/notes', "''")}`, '/0: Give `source` as a text.'],
  ['an id that is a number', rule.replace('TINY-1', '1'), '/0: Give `id` as a text.'],
  ['an unknown mark', rule.replace('documented', 'certain'), '/0: The mark is one of documented, inferred, assumed.'],
])('refuses %s, and says where', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});
