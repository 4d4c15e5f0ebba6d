import {readFile} from 'node:fs/promises';
import {beforeAll, describe, expect, it} from 'vitest';
import {fidelityPage, readFidelity} from '../scripts/docs/fidelity.js';
import {readTestProofs} from '../scripts/generate/test-proofs.js';
import {contractsOf, problemsOf, type VendorFidelity} from '../src/checks/fidelity/index.js';
import type {Vendor} from '../src/engine/index.js';
import {vendorsNamed} from '../src/registry.js';
import {runCommand} from './support/command.js';

const registry = await vendorsNamed();

const root = new URL('..', import.meta.url).pathname;
const vendors: readonly Vendor[] = registry;
let all: readonly VendorFidelity[];

beforeAll(async () => {
  all = await readFidelity();
});

it.each(vendors)('every rule of $title has a proof, and every proof its rule', async ({name, rules}) => {
  const [contracts, tests] = [await contractsOf(root, name), await readTestProofs(root)];
  expect(contracts.length).toBeGreaterThan(0);
  expect(problemsOf({vendor: name, rules, contracts, tests})).toEqual([]);
});

it('is told in the docs as the files tell it', async () => {
  const written = await readFile(new URL('../docs/fidelity.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs`').toBe(fidelityPage(all));
});

it('names every operation and every rule in the docs, with a proof for each rule', () => {
  const page = fidelityPage(all);
  for (const {operations, rules} of all) {
    for (const {id} of operations) expect(page).toContain(`<br>\`${id}\` |`);
    for (const {id, mark} of rules) expect(page).toMatch(new RegExp(`^\\| ${id} \\| ${mark} \\| .*\\]\\(\\.\\./`, 'm'));
  }
});

describe('standin fidelity', () => {
  it('prints what is known of one operation', async () => {
    const {code, stdout} = await runCommand(['fidelity', '--operation', 'patchConversationsConversationidAnonymize']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Dixa\n\d+ rules: /);
    expect(stdout).toContain('PATCH /{version}/conversations/{conversationId}/anonymize\n');
    expect(stdout).toMatch(/\nDIXA-28 {2}assumed\n/);
    expect(stdout).not.toContain('OPENCX-');
  });

  it('prints all of it as JSON, from the package as it was built', async () => {
    const {code, stdout} = await runCommand(['fidelity', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({vendors: all});
  });

  it('prints the rules of one mark at one vendor', async () => {
    const {stdout} = await runCommand(['fidelity', '--vendor', 'opencx', '--mark', 'documented', '--json']);
    const {vendors: shown} = JSON.parse(stdout) as {vendors: readonly VendorFidelity[]};
    const expected = vendors.find(({name}) => name === 'opencx')?.rules.filter(({mark}) => mark === 'documented');
    expect(shown.map(({vendor}) => vendor)).toEqual(['opencx']);
    expect(shown[0]?.rules.map(({id}) => id)).toEqual(expected?.map(({id}) => id));
  });

  it.each([
    [['--operation', 'noSuchOperation'], 'No operation is called "noSuchOperation"'],
    [['--vendor', 'nobody'], 'There is no vendor "nobody"'],
    [['--mark', 'certain'], 'documented, inferred, assumed'],
  ])('refuses %j with 2', async (options, message) => {
    const {code, stderr} = await runCommand(['fidelity', ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
