import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {readRules} from '../scripts/generate/rules.js';
import {readTestProofs} from '../scripts/generate/test-proofs.js';
import * as dixa from '../specs/dixa/generated/index.js';
import * as opencx from '../specs/opencx/generated/index.js';
import * as symbl from '../specs/symbl/generated/index.js';
import {isObject, operationsOf, resolve, type JsonObject, type OpenApiDocument} from '../src/openapi/index.js';
import type {Vendor} from '../src/engine/index.js';
import {vendorsNamed} from '../src/registry.js';

const registry = await vendorsNamed();

const root = new URL('..', import.meta.url).pathname;
const read = (...path: string[]) => readFile(join(root, ...path), 'utf8');

/** How many rules there are, and which of them no request shows. */
const vendors = [
  {vendor: 'opencx', count: 68, generated: opencx, unseen: {'OPENCX-68': 'It says what the seed holds.'}},
  {vendor: 'dixa', count: 92, generated: dixa, unseen: {}},
  {vendor: 'symbl', count: 88, generated: symbl, unseen: {}},
] as const;

/** Operations that no rule speaks of, by what they do. The rules of every call and of shared answers hold for them too. */
const unruled: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  opencx: {
    'removes a contact': ['deleteContact'],
  },
  dixa: {
    'reads settings of the organization': [
      'getConversationsFlows',
      'getCustom-attributes',
      'getCustom-attributesCustomattributeid',
      'getOrganization',
      'getQueues',
      'getQueuesQueueid',
      'getTags',
      'getTagsTagid',
    ],
    'changes settings of the organization': ['deleteTagsTagid', 'postQueues'],
    'tells the place in a queue': ['getQueuesConversation-positionCsid'],
    'reads or removes one agent': ['deleteAgentsAgentid', 'getAgentsAgentid'],
  },
  symbl: {
    'changes labels or speakers of a conversation': ['updateConversation', 'updateSpeakers'],
    'reads or removes custom entities': [
      'deleteEntitiesBySubType',
      'deleteEntity',
      'deleteEntityAtOldAddress',
      'getEntity',
      'getEntityAtOldAddress',
      'listEntities',
    ],
  },
};

const loaded = await Promise.all(
  vendors.map(async (one) => ({
    ...one,
    rules: readRules(await read('contracts', one.vendor, 'rules.yaml'), `${one.vendor}/rules.yaml`),
    document: parse(await read('specs', one.vendor, 'openapi.yaml')) as OpenApiDocument,
  })),
);

/** Every list of rules in a document, by the pointer of what has it. */
function listsIn(value: unknown, pointer = ''): [pointer: string, ids: readonly string[]][] {
  if (typeof value !== 'object' || value === null) return [];
  const here = isObject(value) ? value['x-standin-rules'] : undefined;
  const below = Object.entries(value).flatMap(([name, part]) =>
    name === 'x-standin-rules' ? [] : listsIn(part, `${pointer}/${name.replaceAll('/', '~1')}`),
  );
  return here === undefined ? below : [[pointer, here as string[]], ...below];
}

/** Links and securitySchemes: what only whoever judges a client's calls asks about. */
const forJudges = /\/components\/(links|securitySchemes)\/\w+$/;

describe.each(loaded)('the rules of $vendor', ({vendor, count, generated, rules}) => {
  it('are numbered without a gap, each with a statement and a source, unless it is assumed', () => {
    const ids = Array.from({length: count}, (_, n) => `${vendor.toUpperCase()}-${n + 1}`);
    expect(rules.map(({id}) => id)).toEqual(ids);
    for (const {id, statement, mark, source} of rules) {
      expect(statement.length, id).toBeGreaterThan(15);
      if (source === undefined) expect(mark, `${id} has no source`).toBe('assumed');
      else expect(source, id).toMatch(/^https:\/\/\S+$/);
    }
  });

  it('have the mark of their weakest part', () => {
    for (const {id, statement, mark} of rules) {
      if (/\bassumed\b/i.test(statement)) expect(mark, id).toBe('assumed');
      else if (/\binferred\b/i.test(statement)) expect(mark, id).not.toBe('documented');
    }
  });

  it('know their switches, and every switch knows its rule', () => {
    const behaviours = (registry as readonly Vendor[]).find(({name}) => name === vendor)?.behaviours ?? {};
    const switched = rules.filter(({behaviour}) => behaviour !== undefined);
    for (const {id, behaviour = ''} of switched) {
      const name = Object.keys(behaviours).find((key) => `${vendor}.${key}` === behaviour) ?? '';
      expect(behaviours[name]?.rule, behaviour).toBe(id);
    }
    const ids = switched.map(({id}) => id);
    for (const [name, {rule}] of Object.entries(behaviours)) expect(ids, `${vendor}.${name}`).toContain(rule);
  });

  it('are what the program imports', () => {
    expect(generated.rules).toEqual(rules);
  });
});

describe.each(loaded)('the document of $vendor', ({vendor, rules, document, unseen}) => {
  const known = rules.map(({id}) => id);
  const lists = listsIn(document);
  const [judged, answered] = [lists.filter(([at]) => forJudges.test(at)), lists.filter(([at]) => !forJudges.test(at))];

  it('names rules that there are, each once in a list and in their order', () => {
    for (const [pointer, ids] of lists) {
      const ordered = known.filter((id) => ids.includes(id));
      expect(ids, pointer).toEqual(ordered);
    }
  });

  it('names them for all calls, for an operation or for an answer, and never beside a reference', () => {
    const place = /^(\/(paths|webhooks)\/[^/]+\/[a-z]+(\/responses\/\d+)?|\/components\/responses\/\w+)?$/;
    for (const [pointer] of answered) expect(pointer).toMatch(place);
    for (const [pointer] of lists) if (pointer !== '') expect(resolve(document, pointer).pointer).toBe(`#${pointer}`);
  });

  it('names them beside for every link, and for a credential that is deprecated', () => {
    const {links = {}, securitySchemes = {}} = document.components ?? {};
    const deprecated = Object.entries(securitySchemes)
      .filter(([, scheme]) => isObject(scheme) && scheme['x-standin-deprecated'] === true)
      .map(([name]) => `/components/securitySchemes/${name}`);
    const pointers = [...Object.keys(links).map((name) => `/components/links/${name}`), ...deprecated];
    expect(judged.map(([pointer]) => pointer).sort()).toEqual(pointers.sort());
    for (const [pointer, ids] of judged) expect(ids.length, pointer).toBeGreaterThan(0);
  });

  it('names every rule, unless no request shows it', () => {
    const named = new Set(answered.flatMap(([, ids]) => ids));
    expect(known.filter((id) => !named.has(id))).toEqual(Object.keys(unseen));
  });

  it('names a rule for every operation, or for an answer of its own, unless no rule speaks of it', () => {
    const without = operationsOf(document).filter(({rules: ids, pointer}) => {
      const {responses} = resolve(document, pointer).value as {readonly responses: JsonObject};
      return ids.length === 0 && listsIn(responses).length === 0;
    });
    const excused = Object.values(unruled[vendor] ?? {}).flat();
    expect(without.map(({id}) => id).sort()).toEqual(excused.sort());
  });
});

it('every rule has a test whose title, or whose row of a table, begins with it', async () => {
  const proofs = await readTestProofs(root);
  expect(loaded.flatMap(({rules}) => rules.map(({id}) => id)).filter((id) => !Object.hasOwn(proofs, id))).toEqual([]);
});
