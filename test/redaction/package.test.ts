import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {expect, it} from 'vitest';

/** The built package as a dependent loads it, by its own name. */
const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);

const use = `
  const text = 'Mail ada@example.com';
  const [{start, end, type}] = detect(text);
  console.log(start, end, type, detectConversation([text, 'Yes.']).length);
  console.log(redact(text), replace(text, detect(text), obfuscation));
`;
const names = '{detect, detectConversation, obfuscation, redact, replace}';

it.each([
  ['module', `import ${names} from 'standin/redaction';`],
  ['commonjs', `const ${names} = require('standin/redaction');`],
])('finds personal data as a %s', async (kind, source) => {
  const {stdout} = await run(process.execPath, [`--input-type=${kind}`, '-e', source + use], {cwd: root});
  expect(stdout).toBe('5 20 EMAIL_ADDRESS 2\nMail [EMAIL_ADDRESS] Mail [****]\n');
});

it('finds the same in a page as in Node, without a part of Node', async () => {
  const {href} = new URL('../../dist/browser/redaction.js', import.meta.url);
  const inPage = (await import(href)) as typeof import('../../src/redaction/index.js');
  expect(inPage.redact('Mail ada@example.com, call Ada Quill.')).toBe('Mail [EMAIL_ADDRESS], call [PERSON_NAME].');
  expect(await readFile(new URL(href), 'utf8')).not.toMatch(/from ?["'](?:node:|fs|path)/);
});
