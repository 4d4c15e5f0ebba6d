import {describe, expect, it} from 'vitest';
import {isObject, linksOf, resolve, type Operation} from '../../openapi/index.js';
import {vendorsNamed} from '../../registry.js';

const vendors = await vendorsNamed();
const cases = vendors.map((vendor) => [vendor.name, vendor] as const);

describe.each(cases)('the document of %s', (_, {document, operationList, rules}) => {
  const links = operationList.flatMap((operation) =>
    [...operation.responses.keys()].flatMap((status) =>
      linksOf(document, operation, status).map((link) => ({operation, status, link})),
    ),
  );
  const operationOf = (id: string) => operationList.find((one) => one.id === id);
  const ids = new Set(rules.map(({id}) => id));

  it('has links that say what a client looks after', () => {
    expect(links.length).toBeGreaterThan(0);
  });

  it('links answers that succeed to operations that there are, with parameters that they have', () => {
    for (const {link, status} of links) {
      expect(status).toBeLessThan(300);
      const linked = operationOf(link.operationId);
      expect(linked, link.operationId).toBeDefined();
      const names = linked?.parameters.map(({name}) => name) ?? [];
      expect(names).toEqual(expect.arrayContaining(Object.keys(link.parameters)));
    }
  });

  it('has in its links expressions for what there is', () => {
    for (const {operation, status, link} of links) {
      const {holds} = link.until ?? {};
      for (const expression of [...Object.values(link.parameters), ...(holds === undefined ? [] : [holds])])
        expect(isDeclared(expression, operation, status), expression).toBe(true);
    }
  });

  it('has for every status of an operation that accepts the same links', () => {
    const told = new Map<string, Set<string>>();
    for (const {operation, status, link} of links) {
      const key = `${operation.id} ${link.operationId}`;
      told.set(key, (told.get(key) ?? new Set()).add(String(status)));
    }
    for (const [key, statuses] of told) {
      const {responses} = operationOf(key.split(' ')[0] ?? '') as Operation;
      expect([...statuses], key).toEqual([...responses.keys()].filter((status) => status < 300).map(String));
    }
  });

  it.each([
    'x-standin-rules',
    'x-standin-undeclared',
    'x-standin-undeclared-names',
    'x-standin-unknown-route',
    'x-standin-refused-by',
    'x-standin-missing-refused-by',
    'x-standin-deprecated-rules',
    'x-standin-ignored-values',
  ])('names in %s rules that there are, each once', (name) => {
    for (const named of listsOf(name, document)) {
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it('has rules about routes that there are not, and about what the narrowest place refuses', () => {
    expect(listsOf('x-standin-unknown-route', document)).toHaveLength(1);
    expect(listsOf('x-standin-refused-by', document).flat().length).toBeGreaterThan(3);
  });

  it('says of what is deprecated in a body what there is beside it to replace it', () => {
    const owners = objectsIn(document).flatMap((one) => (isObject(one.properties) ? [one.properties] : []));
    for (const properties of owners) {
      for (const member of Object.values(properties)) {
        const successors = isObject(member) ? (member['x-standin-replaced-by'] ?? []) : [];
        for (const successor of successors as readonly string[]) {
          expect(member).toMatchObject({deprecated: true});
          expect(properties).toHaveProperty(successor);
        }
      }
    }
  });

  it('says of every deprecated operation which replace it', () => {
    for (const {deprecated, extensions, id} of operationList) {
      const successors = (extensions['x-standin-replaced-by'] ?? []) as readonly string[];
      expect(successors.length > 0, id).toBe(deprecated);
      for (const successor of successors) expect(operationOf(successor), successor).toMatchObject({deprecated: false});
    }
  });

  /** Whether an expression is for something that the document declares. */
  function isDeclared(expression: string, {parameters, body, responses}: Operation, status: number): boolean {
    const [, side, part, rest = ''] = /^\$(request|response)\.(path\.|query\.|body#)(.*)$/.exec(expression) ?? [];
    if (part !== 'body#') return parameters.some(({name}) => name === rest);
    const schema = side === 'request' ? body?.schema : responses.get(status)?.schema;
    if (schema === undefined) return false;
    let here = resolve(document, schema).pointer;
    for (const name of rest.slice(1).split('/')) {
      const at = `${here}/properties/${name}`;
      try {
        here = resolve(document, at).pointer;
      } catch {
        return false;
      }
    }
    return true;
  }
});

/** Every object in a value. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return isObject(value) ? [value, ...inner] : inner;
}

/** Every list of rules under an extension's name: the list itself, those of its members, or its member `rules`. */
function listsOf(name: string, document: unknown): readonly (readonly string[])[] {
  return objectsIn(document).flatMap((one) => {
    const value = one[name];
    if (Array.isArray(value)) return [value as string[]];
    if (!isObject(value)) return [];
    return Object.values(value).filter((list): list is string[] => Array.isArray(list));
  });
}
