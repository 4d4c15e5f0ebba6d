import {readdir, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

/** A regular expression of the detector. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The file in which it is written. */
  readonly file?: string;
}

const folder = fileURLToPath(new URL('../../src/redaction', import.meta.url));

/** The regular expressions that stand in the detector's files as literals. */
export async function writtenExpressions(): Promise<Expression[]> {
  const files = (await readdir(folder, {recursive: true})).filter((file) => /(?<!\.test)\.ts$/.test(file)).sort();
  const found = await Promise.all(files.map((file) => literalsOf(join(folder, file))));
  return found.flat();
}

async function literalsOf(file: string): Promise<Expression[]> {
  const literals: Expression[] = [];
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.ES2022);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({source: node.text.slice(1, end), flags: node.text.slice(end + 1), file: relative(folder, file)});
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return literals;
}
