import {readFile} from 'node:fs/promises';
import {expect, it} from 'vitest';
import {redactionPage} from '../../scripts/docs/redaction.js';
import {entityTypes} from '../../src/redaction/index.js';

const page = await readFile(new URL('../../docs/redaction.md', import.meta.url), 'utf8');

it('says how good the detector is today', async () => {
  expect(page, 'run `npm run docs`').toBe(await redactionPage(page));
});

it('names every type once', () => {
  const table = page.slice(page.indexOf('## Types'), page.indexOf('What belongs to which'));
  expect([...table.matchAll(/`([A-Z_]+)`/g)].map(([, type]) => type).sort()).toEqual([...entityTypes].sort());
});
