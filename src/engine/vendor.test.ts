import {describe, expect, it} from 'vitest';
import {tinyVendor} from '../../test/support/tiny-vendor.js';

describe('defining a vendor', () => {
  it('refuses a definition without a handler for every operation, and names those that lack one', () => {
    const {getPing, createNote, ...rest} = tinyVendor().operations;
    expect([getPing, createNote]).not.toContain(undefined);
    expect(() => tinyVendor({operations: rest as never})).toThrow('tiny has no handler for getPing, createNote.');
  });

  it('reads its document and fills in what may be left out', () => {
    const vendor = tinyVendor();
    expect(vendor.operationList.map(({id}) => id)).toEqual([
      ...['getPing', 'createNote', 'getNote', 'removeNote', 'eraseNote', 'spoilNote', 'breakNote'],
    ]);
    expect(vendor.router.match('GET', '/ping').kind).toBe('found');
    expect(vendor.parameters).toEqual({});
    const entity = {id: 'a'};
    expect(vendor.prepare('notes', entity, {})).toBe(entity);
  });
});
