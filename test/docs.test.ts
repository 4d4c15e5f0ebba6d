import {access, readFile} from 'node:fs/promises';
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

it('tells limits with the files in which they stand', async () => {
  const written = await readFile(new URL('../docs/limits.md', import.meta.url), 'utf8');
  const files = [...written.matchAll(/`((?:src|mocks)\/[^`]+\.ts)`/g)].map(([, file]) => file ?? '');
  expect(files.length).toBeGreaterThan(20);
  await Promise.all(files.map((file) => access(new URL(`../${file}`, import.meta.url))));
});

/** A heading's anchor as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

it.each([
  'README.md',
  ...['ci', 'contracts', 'control-plane', 'faces', 'programming', 'redaction', 'testing'].map(
    (name) => `docs/${name}.md`,
  ),
])('leads from %s to pages and headings that are there', async (page) => {
  const root = new URL('../', import.meta.url);
  const text = await readFile(new URL(page, root), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
  expect(links.length).toBeGreaterThan(0);
  for (const [link, path = '', anchor] of links) {
    const target = await readFile(path === '' ? new URL(page, root) : new URL(path, new URL(page, root)), 'utf8');
    const anchors = [...target.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
    if (anchor !== undefined) expect(anchors, `${page}: ${link}`).toContain(anchor);
  }
});
