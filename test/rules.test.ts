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

it('has a test that names each rule', async () => {
  const files = await readdir(root, {recursive: true});
  const tests = files.filter((file) => /^(mocks|src|test)\/.*\.test\.ts$/.test(file) && !file.includes('node_modules'));
  const texts = await Promise.all(tests.map((file) => readFile(join(root, file), 'utf8')));
  const named = new Set(texts.flatMap((text) => text.match(/\b(?:OPENCX|DIXA|SYMBL)-\d+\b/g) ?? []));
  const rules = (await Promise.all(Object.keys(counts).map(rulesOf))).flat();
  expect(rules.map(({id}) => id).filter((id) => !named.has(id))).toEqual([]);
});
