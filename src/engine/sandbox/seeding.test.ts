import {describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor, type Note} from '../../../test/support/tiny-vendor.js';
import {VendorClient} from '../../../test/support/vendor-client.js';
import type {Seeds} from './seed-check.js';
import type {Vendor} from '../vendor.js';

const authorization = `Bearer ${tinyToken('admin')}`;
const note = (id: string): Note => ({id, number: 1, text: 'Bread'});

const clientOf = (seeds: Seeds, vendor: Vendor = tinyVendor()) => new VendorClient(vendor, {authorization, seeds});

describe('a sandbox', () => {
  it('starts with the vendor’s own seed', async () => {
    expect(await clientOf({}).call('GET', '/v1/notes/seeded')).toMatchObject({status: 200, body: {text: 'Milk'}});
  });

  it('starts with the user’s seed instead, but keeps the accounts that it does not name', async () => {
    const client = clientOf({tiny: {notes: [note('own')]}});
    expect(await client.call('GET', '/v1/notes/own')).toMatchObject({status: 200, body: {text: 'Bread'}});
    expect((await client.call('GET', '/v1/notes/seeded')).status).toBe(404);
  });

  it('has the user’s accounts alone where the seed names some, beside those issued for it', async () => {
    const client = clientOf({tiny: {accounts: [{id: 'own', role: 'admin', token: 'own-token'} as {id: string}]}});
    expect((await client.call('GET', '/ping')).status).toBe(200);
    const status = async (token: string) =>
      (await client.call('GET', '/v1/notes/x', {authorization: `Bearer ${token}`})).status;
    expect(await status('own-token')).toBe(404);
    expect(await status(tinyToken('issued-default'))).toBe(404);
    expect(await status(tinyToken('admin'))).toBe(401);
  });

  it('takes a seeded account for the issued one where both have the same id', async () => {
    const own = {id: 'issued-default', role: 'reader', token: tinyToken('issued-default')} as {id: string};
    const client = clientOf({tiny: {accounts: [own]}});
    const answer = await client.call('DELETE', '/v1/notes/x', {authorization: `Bearer ${own && tinyToken(own.id)}`});
    expect(answer.status).toBe(403);
  });

  it('has its entities completed by the vendor, which sees its behaviours', async () => {
    const seen: unknown[] = [];
    const prepare: Vendor['prepare'] = (collection, entity, behaviours) => {
      seen.push(behaviours);
      return collection === 'notes' ? ({...entity, text: 'Prepared'} as typeof entity) : entity;
    };
    const client = clientOf({tiny: {notes: [note('own')]}}, {...tinyVendor(), prepare});
    expect((await client.call('GET', '/v1/notes/own')).body).toMatchObject({text: 'Prepared'});
    expect(seen[0]).toEqual({delay: 10_000, loud: false});
  });

  it('shares nothing with the seed it was given: neither can change the other', async () => {
    const seeds = {tiny: {notes: [note('own')]}};
    const client = clientOf(seeds);
    expect((await client.call('GET', '/v1/notes/own')).body).toMatchObject({text: 'Bread'});
    expect(Object.isFrozen(seeds.tiny.notes[0])).toBe(false);
    Object.assign(seeds.tiny.notes[0] as Note, {text: 'Changed'});
    for (const sandbox of ['default', 'blue']) {
      expect((await client.call('GET', '/v1/notes/own', {sandbox})).body).toMatchObject({text: 'Bread'});
    }
  });
});
