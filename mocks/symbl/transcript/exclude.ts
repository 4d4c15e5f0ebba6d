import type {Finding, ParameterDecoder} from '../../../src/engine/index.js';

/**
 * Reads `exclude`, in every spelling that clients put on the wire: one JSON array of names, raw or encoded; and, unless
 * strict, a list that is no JSON. Several parameters of that name are one list. SYMBL-59…63
 */
export const decodeExclude: ParameterDecoder = (texts, settings) => {
  const names: string[] = [];
  for (const text of texts) {
    const read = readNames(text.trim(), settings.exclude_spelling !== 'strict');
    if (read === undefined) return {finding: notAList};
    names.push(...read);
  }
  return {value: [...new Set(names)]};
};

const notAList: Finding = {
  location: 'query',
  path: '/exclude',
  keyword: 'type',
  params: {type: 'array'},
  message: 'must be array',
  schemaPath: '#/type',
};

/** The names in one parameter; undefined when it is no list of names. Nothing and `null` exclude nothing (SYMBL-60). */
function readNames(text: string, tolerant: boolean): readonly string[] | undefined {
  if (text === '' || text === 'null') return [];
  const json = parse(text);
  if (Array.isArray(json)) return json.every(isText) ? json.map((name) => name.trim()) : undefined;
  return tolerant ? readLooseNames(text) : undefined;
}

/** `[A,B]`, `A,B`, `A`, `['A']`: brackets on both ends or none, quotes around each name or none (SYMBL-61). */
function readLooseNames(text: string): readonly string[] | undefined {
  const inner = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const names = inner.split(',').map((item) => /^\s*(["']?)([^[\]{}"',]*?)\1\s*$/.exec(item)?.[2]?.trim());
  return names.every((name) => name !== undefined && name !== '') ? (names as string[]) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
