import {expect, it} from 'vitest';
import type {Reply, Vendor} from '../../src/engine/index.js';
import {covers, findingsOf} from '../../src/openapi/index.js';

interface About {
  readonly html?: boolean;
  readonly behaviours?: Readonly<Record<string, string | number | boolean>>;
}

/** What a vendor says when it is told to answer a status; to a call of no operation when none is named. */
export function injectedAt(vendor: Vendor) {
  const defaults = Object.fromEntries(Object.entries(vendor.behaviours).map(([name, one]) => [name, one.default]));
  return (status: number, id: string | undefined, {html = false, behaviours}: About = {}): Reply | undefined => {
    const operation = vendor.operationList.find((one) => one.id === id);
    if (id !== undefined && operation === undefined) throw new Error(`There is no operation ${id}.`);
    const call = {method: 'GET', path: '/asked', target: '/asked', operation, html};
    return vendor.faults(status, {...call, behaviours: {...defaults, ...behaviours}});
  };
}

/**
 * Holds every word of a vendor against its document: what is declared has the declared form, and nothing else is said but
 * the statuses that may be injected although an operation does not declare them.
 */
export function saysNothingUndeclared(vendor: Vendor, undeclared: readonly number[]): void {
  const injected = injectedAt(vendor);
  const statuses = Array.from({length: 200}, (_, position) => 400 + position);
  it.each(vendor.operationList.map((operation) => [operation.id, operation] as const))(
    'is declared at %s',
    (id, operation) => {
      const said = statuses.map((status) => injected(status, id)).filter((reply) => reply !== undefined);
      expect(said.length).toBeGreaterThan(1);
      for (const {status, body, file} of said) {
        const declared = operation.responses.get(status);
        if (declared === undefined) expect(undeclared).toContain(status);
        else if (file) expect(covers(declared.types, file.type)).toBe(true);
        else expect(findingsOf(vendor.validators[id]?.responses[status], body, 'response')).toEqual([]);
      }
    },
  );

  it('has words for every refusal that the document declares', () => {
    const silent = vendor.operationList.flatMap(({id, responses}) =>
      [...responses.keys()]
        .filter((status) => status >= 400 && !injected(status, id))
        .map((status) => `${status} ${id}`),
    );
    expect(silent).toEqual([]);
  });
}
