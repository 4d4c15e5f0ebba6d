/** Bulk operations on end users and agents: one outcome per item, in order. DIXA-87 */
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  aDay,
  dataOf,
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const organization = 'e9609fa9-efff-4fdc-a7ef-dd335f33c5f6';

interface Outcome {
  readonly _type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly error?: {readonly id?: string; readonly message: string; readonly _type: string};
}

async function bulk(client: VendorClient, method: string, path: string, body: unknown): Promise<readonly Outcome[]> {
  const answer = await client.call(method, path, {body});
  expect(answer.status).toBe(method === 'POST' ? 201 : 200);
  return dataOf<readonly Outcome[]>(answer);
}

const success = (data: object) => ({_type: 'BulkActionSuccess', data: expect.objectContaining(data) as object});
const failure = (error: object) => ({_type: 'BulkActionFailure', error});

describe('POST /endusers/bulk', () => {
  const create = (client: VendorClient, ...data: object[]) => bulk(client, 'POST', '/v1/endusers/bulk', {data});

  it('DIXA-87 creates what it can and tells about each, in order', async () => {
    const client = dixaClient();
    const outcomes = await create(
      client,
      {displayName: 'Una', email: 'una@customer.example'},
      {displayName: 'Double', email: 'ada@example.com', phoneNumber: '+12025550187'},
      {},
    );
    const refusedId = outcomes[1]?.error?.id as string;
    expect(outcomes).toEqual([
      success({displayName: 'Una', email: 'una@customer.example', customAttributes: []}),
      failure({
        _type: 'Validation',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        message: `Create EndUser [userId=${refusedId}] in [orgId=${organization}] failed with [errors=EmailExists,PhoneNumberExists]`,
      }),
      success({additionalEmails: []}),
    ]);
    expect(await read(client, '/v1/endusers?email=una@customer.example')).toHaveLength(1);
    expect((await client.call('GET', `/v1/endusers/${refusedId}`)).status).toBe(404);
    expect(await stateOf(client)).not.toContain('Double');
  });

  it('DIXA-87 holds each against those before it', async () => {
    const twin = {phoneNumber: '+15555550130'};
    const outcomes = await create(dixaClient(), twin, twin, {phoneNumber: '+15555550131'});
    expect(outcomes.map(({_type}) => _type)).toEqual(['BulkActionSuccess', 'BulkActionFailure', 'BulkActionSuccess']);
  });
});

describe('PUT /endusers', () => {
  const put = (client: VendorClient, ...data: object[]) => bulk(client, 'PUT', '/v1/endusers', {data});

  it('DIXA-86 DIXA-87 replaces what it can and tells about each, in order', async () => {
    const client = dixaClient();
    const outcomes = await put(
      client,
      {id: nobody, displayName: 'Nobody'},
      {id: seeded.noor, displayName: 'New Noor', phoneNumber: '+12025550143'},
      {id: seeded.ada, displayName: 'New Ada'},
    );
    expect(outcomes).toEqual([
      failure({_type: 'NotFound', id: nobody, message: 'EndUser not found'}),
      failure({
        _type: 'Validation',
        id: seeded.noor,
        message: `Updating EndUser [id:${seeded.noor}] failed with [errors:PhoneNumberExists]`,
      }),
      success({id: seeded.ada, displayName: 'New Ada', additionalEmails: []}),
    ]);
    expect(await read(client, `/v1/endusers/${seeded.ada}`)).toEqual(outcomes[2]?.data);
    expect(outcomes[2]?.data).not.toHaveProperty('email');
    expect(await read(client, `/v1/endusers/${seeded.noor}`)).toMatchObject({displayName: 'Noor Sample'});
  });

  it('DIXA-87 frees an address for those behind it', async () => {
    const outcomes = await put(
      dixaClient(),
      {id: seeded.ada, displayName: 'Ada'},
      {id: seeded.noor, displayName: 'Noor', email: 'ada@example.com'},
    );
    expect(outcomes.map(({_type}) => _type)).toEqual(['BulkActionSuccess', 'BulkActionSuccess']);
  });
});

describe('PATCH /endusers', () => {
  const patch = (client: VendorClient, ...data: object[]) => bulk(client, 'PATCH', '/v1/endusers', {data});

  it('DIXA-86 DIXA-87 changes what it can and tells about each, in order', async () => {
    const client = dixaClient();
    const outcomes = await patch(
      client,
      {id: seeded.ada, lastName: 'Changed'},
      {id: seeded.noor, email: 'ada@example.com'},
      {id: seeded.noor},
      {id: seeded.kim, lastName: 'Agent'},
    );
    expect(outcomes).toEqual([
      success({id: seeded.ada, lastName: 'Changed', firstName: 'Ada', email: 'ada@example.com'}),
      failure({
        _type: 'Validation',
        id: seeded.noor,
        message: `Updating EndUser [id=${seeded.noor}] in [org=${organization}] failed with [errors=EmailExists]`,
      }),
      failure({_type: 'EmptyPatchSet', id: seeded.noor, message: 'There is nothing to change'}),
      failure({_type: 'NotFound', id: seeded.kim, message: 'EndUser not found'}),
    ]);
  });

  it.each(['PUT', 'PATCH'])('DIXA-47 writes nothing to an anonymized end user (%s)', async (method) => {
    const client = dixaClient();
    await client.call('PATCH', `/v1/endusers/${seeded.noor}/anonymize`);
    client.advance(aDay);
    const before = await read(client, `/v1/endusers/${seeded.noor}`);
    const item = {id: seeded.noor, displayName: 'Canary', email: 'canary@customer.example'};
    const [outcome] = await bulk(client, method, '/v1/endusers', {data: [item]});
    expect(outcome).toMatchObject({_type: 'BulkActionFailure', error: {_type: 'Validation', id: seeded.noor}});
    expect(outcome?.error?.message).toContain('UserIsAnonymized');
    expect(await read(client, `/v1/endusers/${seeded.noor}`)).toEqual(before);
    expect(await client.everything()).not.toContain('anary');
  });
});

describe('bulk operations on agents', () => {
  it('DIXA-87 replace with a bare list', async () => {
    const client = dixaClient();
    const outcomes = await bulk(client, 'PUT', '/v1/agents', [
      {id: seeded.kim, displayName: 'New Kim', phoneNumber: '+15555550130'},
      {id: seeded.sam, displayName: 'New Sam', phoneNumber: '+15555550130'},
      {id: 'no UUID', displayName: 'Nobody'},
    ]);
    expect(outcomes).toEqual([
      success({id: seeded.kim, displayName: 'New Kim', email: 'kim.agent@example.org', roles: ['Agent']}),
      failure({
        _type: 'Validation',
        id: seeded.sam,
        message: `Updating Agent [id:${seeded.sam}] failed with [errors:PhoneNumberExists]`,
      }),
      failure({_type: 'NotFound', id: 'no UUID', message: 'Agent not found'}),
    ]);
    expect(await read(client, `/v1/agents/${seeded.sam}`)).toMatchObject({displayName: 'Sam Agent'});
  });

  it('DIXA-87 change with a bare list', async () => {
    const client = dixaClient();
    const outcomes = await bulk(client, 'PATCH', '/v1/agents', [
      {id: seeded.kim, firstName: 'Kim'},
      {id: seeded.kim},
      {id: seeded.ada, firstName: 'Ada'},
    ]);
    expect(outcomes).toEqual([
      success({id: seeded.kim, firstName: 'Kim', displayName: 'Kim Agent'}),
      failure({_type: 'EmptyPatchSet', id: seeded.kim, message: 'There is nothing to change'}),
      failure({_type: 'NotFound', id: seeded.ada, message: 'Agent not found'}),
    ]);
    expect(await read(client, `/v1/agents/${seeded.kim}`)).toEqual(outcomes[0]?.data);
  });

  it('keep the id that a caller made up out of the journal', async () => {
    const client = dixaClient();
    await bulk(client, 'PATCH', '/v1/agents', [{id: 'Ada Example', firstName: 'Ada'}]);
    expect(JSON.stringify(await client.journal())).not.toContain('Ada');
  });

  it.each(['PUT', 'PATCH'])('take no body for an empty list (%s)', async (method) => {
    expect(await dixaClient().call(method, '/v1/agents')).toMatchObject({status: 200, body: {data: []}});
  });
});

describe('a bulk body', () => {
  it.each([
    ['POST', '/v1/endusers/bulk', {data: {}}],
    ['POST', '/v1/endusers/bulk', {data: [{displayName: 7}]}],
    ['POST', '/v1/endusers/bulk', [{displayName: 'Una'}]],
    ['PUT', '/v1/endusers', {data: [{id: seeded.ada}]}],
    ['PUT', '/v1/endusers', {data: [{displayName: 'Ada'}]}],
    ['PUT', '/v1/endusers', {data: [{id: 'ada', displayName: 'Ada'}]}],
    ['PATCH', '/v1/endusers', {data: [{lastName: 'Ada'}]}],
    ['PATCH', '/v1/endusers', {data: [{id: seeded.ada, lastName: 'A'}, {id: 7}]}],
    ['PUT', '/v1/agents', [{id: seeded.kim}]],
    ['PATCH', '/v1/agents', [{firstName: 'Kim'}]],
    ['PATCH', '/v1/agents', [{id: seeded.kim, middleNames: 'Kim'}]],
  ])('DIXA-9 is refused as a whole when one item cannot be read: %s %s %j', async (method, path, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call(method, path, {body})).toMatchObject({status: 400, body: invalidValue});
    expect(await stateOf(client)).toBe(before);
  });

  it.each([
    ['POST', '/v1/endusers/bulk', {}],
    ['POST', '/v1/endusers/bulk', {endusers: [{displayName: 'Una'}]}],
    ['PUT', '/v1/endusers', {}],
    ['PATCH', '/v1/endusers', {data: []}],
    ['PUT', '/v1/agents', []],
  ])('DIXA-87 without items has no outcomes: %s %s %j', async (method, path, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await bulk(client, method, path, body)).toEqual([]);
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-13 has no operation of its own for changes', async () => {
    for (const method of ['PUT', 'PATCH']) {
      const answer = await dixaClient().call(method, '/v1/endusers/bulk', {body: {data: [{id: seeded.ada}]}});
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    }
  });
});
