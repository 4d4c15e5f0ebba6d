import {parse} from 'yaml';
import type {Rule} from '../../src/engine/index.js';

const marks = ['documented', 'inferred', 'assumed'];
const members: Readonly<Record<keyof Rule, {readonly required: boolean}>> = {
  id: {required: true},
  statement: {required: true},
  mark: {required: true},
  source: {required: false},
  behaviour: {required: false},
};

/**
 * Reads the rules of a vendor.
 * @param text the YAML of `contracts/<vendor>/rules.yaml`.
 * @param file how errors name it.
 * @throws Error saying which rule is not written as a rule is, and how to mend it.
 */
export function readRules(text: string, file: string): readonly Rule[] {
  const rules = parse(text) as unknown;
  if (!Array.isArray(rules)) throw new Error(`${file} holds no list: write one item for each rule.`);
  rules.forEach((rule: unknown, index) => {
    const problem = problemOf(rule);
    if (problem !== undefined) throw new Error(`${file}, /${index}: ${problem}`);
  });
  return rules as Rule[];
}

/** What is wrong with a rule, as a sentence that says what to do; undefined when nothing is. */
function problemOf(rule: unknown): string | undefined {
  if (typeof rule !== 'object' || rule === null) return 'A rule is a mapping: write `id`, `statement` and `mark`.';
  const values = rule as Record<string, unknown>;
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(members, name));
  if (unknown !== undefined) return `A rule has no \`${unknown}\`: use ${Object.keys(members).join(', ')}.`;
  for (const [name, {required}] of Object.entries(members)) {
    const value = values[name];
    if (value === undefined && !required) continue;
    if (typeof value !== 'string' || value === '') return `Give \`${name}\` as a text.`;
  }
  return marks.includes(values.mark as string) ? undefined : `The mark is one of ${marks.join(', ')}.`;
}
