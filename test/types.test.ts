import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {beforeAll, expect, it} from 'vitest';

/** The built package as a dependent's compiler sees it: `dist/*.d.ts`, by the package's own name. */
const root = new URL('..', import.meta.url).pathname;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What the compiler says of a text: line → message. */
type Said = ReadonlyMap<number, string>;

/** Compiles texts as if they were files of this folder, all at once, for most of the time goes into the package's types. */
function compile(texts: readonly string[]): readonly Said[] {
  const files = new Map(texts.map((text, position) => [join(root, `test/as-published-${position}.ts`), text]));
  const host = ts.createCompilerHost(options);
  const {fileExists, readFile, getSourceFile} = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((name) => {
    const source = program.getSourceFile(name);
    const diagnostics = source ? ts.getPreEmitDiagnostics(program, source) : [];
    return new Map(
      diagnostics.map(({start = 0, messageText}) => [
        (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
        ts.flattenDiagnosticMessageText(messageText, '\n'),
      ]),
    );
  });
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const directive = /^ *\/\/ @ts-expect-error.*$/;
const lines = read('test/types.test-d.ts')
  .replace('../src/index.js', 'standin')
  .replace('../src/faces/msw.js', 'standin/msw')
  .replace('../src/testing/vitest.js', 'standin/vitest')
  .split('\n');
const examples = [...read('docs/faces.md').matchAll(/^```ts\n(.*?)^```/gms)].map(([, example = '']) => example);

let names: Said;
let documented: readonly Said[];
beforeAll(() => {
  const withoutDirectives = lines.map((line) => (directive.test(line) ? '' : line)).join('\n');
  [names = new Map<number, string>(), ...documented] = compile([withoutDirectives, ...examples]);
}, 120_000);

it('the types of the package refuse what there is not, each for the right reason, and take what there is', () => {
  const wrong = lines.flatMap((line, position) => (directive.test(line) ? [position + 2] : []));
  expect(wrong.length).toBeGreaterThan(20);
  expect([...names.keys()], 'run `npm run build` first').toEqual(wrong);
  for (const [line, message] of names) {
    // A name that is not known, or a member: nothing that is broken elsewhere, such as a package without types.
    const reason =
      /is not assignable to (type|parameter of type)|does not exist in type|has no properties in common with/;
    expect(message, `line ${line}`).toMatch(reason);
  }
});

it('the examples of docs/faces.md compile with the types of the package', () => {
  expect(documented.length).toBeGreaterThan(5);
  expect(documented.map((said) => [...said.values()])).toEqual(documented.map(() => []));
});
