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

/** The reader's own client, which samples import. */
const client = 'export declare function anonymize(id: number, at: {baseUrl: string; apiKey: string}): Promise<void>;\n';

/** Compiles texts as if they were files of this folder, all at once, for most of the time goes into the package's types. */
function compile(texts: readonly string[]): readonly Said[] {
  const files = new Map(texts.map((text, position) => [join(root, `test/as-published-${position}.ts`), text]));
  const names = [...files.keys()];
  files.set(join(root, 'test/my-client.ts'), client);
  const host = ts.createCompilerHost(options);
  const {fileExists, readFile, getSourceFile} = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram(names, options, host);
  return names.map((name) => {
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

/** Samples of a page. Those that import nothing go on with the page's stand-in. */
const samplesOf = (page: string) =>
  [...read(page).matchAll(/^```ts\n(.*?)^```/gms)].map(([, sample = '']) =>
    /^import /m.test(sample) ? sample : `${sample}declare const standin: import('standin').Standin;\nexport {};\n`,
  );
/** Pages, and how many samples each has at least. */
const pages = new Map([
  ['README.md', 2],
  ['docs/faces.md', 7],
  ['docs/programming.md', 7],
  ['docs/testing.md', 2],
]);
const samples = [...pages.keys()].flatMap((page) => samplesOf(page).map((text) => ({page, text})));

let names: Said;
let documented: readonly Said[];
beforeAll(() => {
  const withoutDirectives = lines.map((line) => (directive.test(line) ? '' : line)).join('\n');
  [names = new Map<number, string>(), ...documented] = compile([withoutDirectives, ...samples.map(({text}) => text)]);
}, 120_000);

it('the types of the package refuse what there is not, each for the right reason, and take what there is', () => {
  const wrong = lines.flatMap((line, position) => (directive.test(line) ? [position + 2] : []));
  expect(wrong.length).toBeGreaterThan(20);
  expect([...names.keys()], 'run `npm run build` first').toEqual(wrong);
  for (const [line, message] of names) {
    // A name that is not known, or a member: nothing that is broken elsewhere, such as a package without types.
    const reason =
      /is not assignable to (type|parameter of type)|does not exist in type|has no properties in common with|^Expected 0 arguments/;
    expect(message, `line ${line}`).toMatch(reason);
  }
});

it.each([...pages])('the samples of %s compile with the types of the package', (page, least) => {
  const said = documented.flatMap((one, position) => (samples[position]?.page === page ? [[...one.values()]] : []));
  expect(said.length).toBeGreaterThanOrEqual(least);
  expect(said).toEqual(said.map(() => []));
});

it('docs/programming.md has a row for every option of createStandin, and no other', () => {
  const name = join(root, 'src/stand-in.ts');
  const source = ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.ES2022);
  const options = source.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'StandinOptions',
  );
  const members = options?.members.map((member) => member.name?.getText(source));
  const [, section = ''] = /^## Make one\n(.*?)^## /ms.exec(read('docs/programming.md')) ?? [];
  const rows = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, row]) => row);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.sort()).toEqual(members?.sort());
});
