import {Ajv2020} from 'ajv/dist/2020.js';
import {SchemaEnv} from 'ajv/dist/compile/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import {build} from 'esbuild';
import {fileURLToPath} from 'node:url';
import {valueAt} from '../../src/openapi/order.js';

/** An Ajv that compiles to code and tells every way in which a value fails. */
export function compiler(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    inlineRefs: false,
    validateSchema: false,
    code: {source: true, esm: true, optimize: 2},
  });
  formats.default(ajv);
  return ajv;
}

/**
 * Tells Ajv where in the document each schema stands that others refer to. Of itself it reports what is broken in such a
 * schema by a path that begins there, and nobody could tell which schema that was.
 * @param base the id under which the document was added.
 */
export function placeSchemas(ajv: Ajv2020, base: string, document: object, pointers: Iterable<string>): void {
  const root = ajv.schemas[base];
  if (root === undefined) throw new Error(`There is no document ${base}.`);
  for (const pointer of pointers) {
    const schema = valueAt(document, pointer) as object;
    ajv.refs[referenceTo(base, pointer)] = new SchemaEnv({schema, root, baseId: base, schemaPath: pointer});
  }
}

/** A JSON pointer as the fragment of a URI: braces in path templates must be escaped there. */
export function referenceTo(base: string, pointer: string): string {
  return `${base}${encodeURI(pointer)}`;
}

/**
 * An ES module of compiled validators. Bundled, so that neither `require` nor `eval` is left for the page that loads it.
 * @param names what the validators are called, and the ids of their schemas.
 * @param exported what leaves the module; the validators themselves do not.
 */
export async function moduleOf(
  ajv: Ajv2020,
  names: Readonly<Record<string, string>>,
  exported: string,
): Promise<string> {
  // Ajv copies all errors so far for each part that adds some, which takes a hostile body seconds; they are appended instead.
  const source = standalone
    .default(ajv, names)
    .replaceAll(/^export const judge|(?<=;)export const judge/gm, 'const judge')
    .replaceAll(
      /(vErrors) = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\2\.errors\);/g,
      '$1 = append($1, $2.errors);',
    );
  const bundle = await build({
    stdin: {
      contents: `${append}\n${source}\n${exported}`,
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    treeShaking: true,
    minify: true,
    write: false,
  });
  return bundle.outputFiles[0]?.text ?? '';
}

const append = `
function append(all, more) {
  if (all === null) return more;
  for (const one of more) all.push(one);
  return all;
}`;
