import {readFile} from 'node:fs/promises';
import {expect, it} from 'vitest';
import {behavioursPage} from '../scripts/docs/behaviours.js';
import {scenariosPage} from '../scripts/docs/scenarios.js';

it('has a table of behaviours that says what the code says', async () => {
  const written = await readFile(new URL('../docs/behaviours.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs`').toBe(behavioursPage());
});

it('has a list of scenarios that says what the code says', async () => {
  const written = await readFile(new URL('../docs/scenarios.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs`').toBe(scenariosPage());
});
