import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import {badRequest, notFound, refused, seeded, signedIn} from '../test-support.js';

type Schemas = components['schemas'];

describe('labels', () => {
  const path = `/v1/conversations/${seeded.labelled}`;

  it('take the place of those there were, and the rest stays as it was', async () => {
    const client = await signedIn();
    const before = (await client.call('GET', path)).body as Schemas['Conversation'];
    const metadata = {key: 'value', nested: {list: [1, null]}};
    const answer = await client.call('PUT', path, {body: {metadata}});
    expect(answer).toMatchObject({status: 200});
    expect(answer.body).toEqual({id: seeded.labelled, metadata});
    expect((await client.call('GET', path)).body).toEqual({...before, metadata});
    expect((await client.call('PUT', path, {body: {metadata: {}, id: seeded.labelled, type: 'meeting'}})).status).toBe(
      200,
    );
    expect((await client.call('GET', path)).body).toMatchObject({metadata: {}});
  });

  it.each([
    {},
    {metadata: 'x'},
    {metadata: null},
    {metadata: []},
    [],
    {id: '1', metadata: {}},
    {type: 'call', metadata: {}},
  ])('are refused where they are none, or where more than labels is to change: %j', async (body) =>
    refused(await signedIn(), path, body, {status: 400, body: badRequest}),
  );

  it('SYMBL-13 SYMBL-30 are the account’s own', async () => {
    const client = await signedIn();
    for (const id of [seeded.foreign, '1111111111111111', 'nonsense']) {
      await refused(client, `/v1/conversations/${id}`, {metadata: {}}, {status: 404, body: notFound});
    }
  });
});
