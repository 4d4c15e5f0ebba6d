import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {registry} from '../src/registry.js';

interface Rule {
  readonly id: string;
  readonly statement: string;
  readonly mark: string;
  readonly source?: string;
  readonly behaviour?: string;
}

const root = new URL('..', import.meta.url).pathname;
const counts = {opencx: 68, dixa: 92, symbl: 88};

const rulesOf = async (vendor: string) =>
  parse(await readFile(join(root, 'contracts', vendor, 'rules.yaml'), 'utf8')) as Rule[];

describe.each(Object.entries(counts))('the rules of %s', (vendor, count) => {
  it('are numbered without a gap, each with a statement and a mark', async () => {
    const rules = await rulesOf(vendor);
    expect(rules.map(({id}) => id)).toEqual(Array.from({length: count}, (_, n) => `${vendor.toUpperCase()}-${n + 1}`));
    for (const {id, statement, mark, source} of rules) {
      expect(statement.length, id).toBeGreaterThan(15);
      expect(['documented', 'inferred', 'assumed'], id).toContain(mark);
      expect(source !== undefined || mark === 'assumed', `${id} has a source or is assumed`).toBe(true);
    }
  });

  it('know their switches, and every switch knows its rule', async () => {
    const rules = await rulesOf(vendor);
    const behaviours = registry.find(({name}) => name === vendor)?.behaviours ?? {};
    const ids = new Set(rules.map(({id}) => id));
    for (const [name, {rule}] of Object.entries(behaviours)) expect(ids, `${vendor}.${name}`).toContain(rule);
    for (const {id, behaviour} of rules) {
      if (behaviour !== undefined) expect(behaviours[behaviour.slice(vendor.length + 1)]?.rule, id).toBe(id);
    }
  });
});

/** Rules of this version's operations that are another version's to prove, each with the reason. */
const later = new Map([
  ['OPENCX-7', 'the rate limit is not built'],
  ['SYMBL-24', 'job webhooks are not built'],
  ['SYMBL-25', 'the limit of concurrent jobs is not built'],
]);
const range = (vendor: string, from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, n) => `${vendor}-${from + n}`);
const promised = [
  ...[range('OPENCX', 1, 6), range('OPENCX', 8, 46), range('OPENCX', 50, 56)].flat(),
  ...['OPENCX-60', 'OPENCX-61', 'OPENCX-67'],
  ...[range('DIXA', 1, 15), range('DIXA', 17, 22), range('DIXA', 27, 66), range('DIXA', 68, 74)].flat(),
  ...['DIXA-77', 'DIXA-78', 'DIXA-83', 'DIXA-85', 'DIXA-88'],
  ...[range('SYMBL', 1, 18), range('SYMBL', 20, 23), range('SYMBL', 26, 80), range('SYMBL', 85, 88)].flat(),
  'SYMBL-83',
];

it('has a test that names each rule of the operations there are', async () => {
  const files = await readdir(root, {recursive: true});
  const tests = files.filter((file) => /^(mocks|src|test)\/.*\.test\.ts$/.test(file) && !file.includes('node_modules'));
  const texts = await Promise.all(tests.map((file) => readFile(join(root, file), 'utf8')));
  const named = new Set(texts.flatMap((text) => text.match(/\b(?:OPENCX|DIXA|SYMBL)-\d+\b/g) ?? []));
  expect(promised.filter((rule) => !named.has(rule) && !later.has(rule))).toEqual([]);
});
