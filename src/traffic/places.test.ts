import {findNodeAtLocation, parseTree} from 'jsonc-parser';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {placesIn} from './index.js';
import {pointerTo} from './pointers.js';

const text = `{
  "log": {
    "a/b": [1, "two\\n\\"}",
      {"c": null}],
    "twice": 1,
    "twice": {"x": true}
  }
}
`;

describe('the place of a pointer', () => {
  it.each([
    ['', 1, 1],
    ['/log', 2, 10],
    ['/log/a~1b', 3, 12],
    ['/log/a~1b/1', 3, 16],
    ['/log/a~1b/2/c', 4, 13],
    ['/log/twice/x', 6, 20],
    ['/log/a~1b/7/c', 3, 12],
    ['/log/nonesuch', 2, 10],
    ['/log/a~1b/0/c', 3, 13],
    ['/toString', 1, 1],
  ])('%s', (pointer, line, column) => {
    expect(placesIn(text)(pointer)).toEqual({line, column});
  });

  it('does not count the mark of UTF-8, and counts lines of Windows', () => {
    const placeOf = placesIn('\uFEFF{\r\n  "a": [\r\n    1]}');
    expect([placeOf(''), placeOf('/a'), placeOf('/a/0')]).toEqual([
      {line: 1, column: 1},
      {line: 2, column: 8},
      {line: 3, column: 5},
    ]);
  });

  it('is that of a parser that reads the whole text', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        {maxDepth: 4},
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('value'), {maxLength: 4}),
      object: fc.dictionary(fc.string(), tie('value'), {maxKeys: 4, noNullPrototype: true}),
    })).value;
    const pick = fc.array(fc.nat(3), {maxLength: 5});
    const property = fc.property(value, pick, fc.constantFrom(undefined, 2), (json, picks, indent) => {
      const written = JSON.stringify(json, null, indent);
      const path: (string | number)[] = [];
      let here: unknown = JSON.parse(written);
      for (const position of picks) {
        if (typeof here !== 'object' || here === null) break;
        const name = Object.keys(here)[position];
        if (name === undefined) break;
        path.push(Array.isArray(here) ? Number(name) : name);
        here = (here as Record<string, unknown>)[name];
      }
      const offset = findNodeAtLocation(parseTree(written)!, path)?.offset as number;
      const before = written.slice(0, offset).split('\n');
      const expected = {line: before.length, column: (before.at(-1) as string).length + 1};
      expect(placesIn(written)(pointerTo(...path))).toEqual(expected);
    });
    fc.assert(property, {seed: 7, numRuns: 300});
  });

  it('is found however deep the text nests', () => {
    const depth = 200_000;
    const placeOf = placesIn(`{"a":${'['.repeat(depth)}${']'.repeat(depth)},"b":1}`);
    expect(placeOf('/b')).toEqual({line: 1, column: 2 * depth + 11});
    expect(placeOf('/a/0/0')).toEqual({line: 1, column: 8});
  });
});
