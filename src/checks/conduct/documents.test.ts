import {describe, expect, it} from 'vitest';
import {linksOf, resolve, type Operation} from '../../openapi/index.js';
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

  it('names rules that there are', () => {
    const named = [
      ...links.flatMap(({link}) => link.rules),
      ...[document, ...operationList.map(({extensions}) => extensions)].flatMap((owner) =>
        Object.values((owner as typeof document)['x-standin-undeclared'] ?? {}).flat(),
      ),
    ];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
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
