import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {badRequest, otherApp, process, sentence, signedIn, texts, tokenOf} from '../test-support.js';

type Schemas = components['schemas'];

const path = '/v1/manage/entities';
/** The custom entity of the documentation, which the seed has. */
const tesla = {
  id: '4476908732794496',
  type: 'Vehicle',
  subType: 'TeslaModel',
  category: 'Custom',
  values: ['Model X', 'Model S', 'Model 3', 'Model Y'],
};
const honda = {type: 'Vehicle', subType: 'Honda', category: 'Custom', values: ['hrv', 'crv']};
const notFound = {message: 'The entity you asked could not be found, please check the input provided'};
const exists = {message: 'An entity of that type and subType exists already.'};

async function list(client: VendorClient): Promise<unknown> {
  return ((await client.call('GET', path)).body as {entities: unknown}).entities;
}

/** The custom entities of a conversation: type, subtype, and the values found. */
async function found(client: VendorClient, id: string) {
  const {body} = await client.call('GET', `/v1/conversations/${id}/entities`);
  return (body as Schemas['DetectedEntities']).entities.flatMap(({type, subType, category, matches}) =>
    category === 'Custom' ? [{type, subType, values: matches.map(({detectedValue}) => detectedValue)}] : [],
  );
}

async function stranger(client: VendorClient): Promise<string> {
  return `Bearer ${await tokenOf(client, otherApp)}`;
}

describe('custom entities', () => {
  it('begin with the one that the documentation prints', async () => {
    const client = await signedIn();
    expect(await list(client)).toEqual([tesla]);
    expect(await client.call('GET', `${path}/${tesla.id}`)).toMatchObject({status: 200, body: tesla});
  });

  it('are made, read, changed and deleted', async () => {
    const client = await signedIn();
    const made = await client.call('POST', path, {body: honda});
    expect(made.status).toBe(201);
    const {id} = made.body as Schemas['AccountEntity'];
    expect(made.body).toEqual({id: expect.stringMatching(/^\d{16}$/) as string, ...honda});
    expect(await list(client)).toEqual([tesla, {id, ...honda}]);

    const changed = {...honda, subType: 'HondaModel', values: ['hrv', 'crv', 'crx']};
    expect(await client.call('PUT', `${path}/${id}`, {body: changed})).toMatchObject({
      status: 200,
      body: {id, ...changed},
    });
    expect((await client.call('GET', `${path}/${id}`)).body).toEqual({id, ...changed});

    expect(await client.call('DELETE', `${path}/${id}`)).toMatchObject({status: 200});
    expect(await client.call('GET', `${path}/${id}`)).toMatchObject({status: 404, body: notFound});
    expect(await list(client)).toEqual([tesla]);
  });

  it('are made many at a time, all or none', async () => {
    const client = await signedIn();
    const ford = {...honda, subType: 'Ford'};
    const refused = await client.call('POST', `${path}/bulk`, {body: [honda, {...tesla, id: undefined}]});
    expect(refused).toMatchObject({status: 409, body: exists});
    expect(await client.call('POST', `${path}/bulk`, {body: [honda, honda]})).toMatchObject({status: 409});
    expect(await list(client)).toEqual([tesla]);

    const made = await client.call('POST', `${path}/bulk`, {body: [honda, ford]});
    expect(made).toMatchObject({status: 201, body: {entities: [honda, ford]}});
    expect(await list(client)).toMatchObject([tesla, honda, ford]);
  });

  it('are the same under the older addresses', async () => {
    const client = await signedIn();
    const old = '/v1/manage/entity';
    const made = await client.call('POST', old, {body: honda});
    const {id} = made.body as Schemas['AccountEntity'];
    expect(made).toMatchObject({status: 201, body: {id, ...honda}});
    expect(await client.call('POST', old, {body: honda})).toMatchObject({status: 409, body: exists});
    const several = [
      {...honda, subType: 'Ford'},
      {...honda, subType: 'Fiat'},
    ];
    expect(await client.call('POST', path, {body: several})).toMatchObject({status: 201, body: {entities: several}});
    expect(await list(client)).toMatchObject([tesla, honda, ...several]);

    const changed = {...honda, values: ['crx']};
    expect(await client.call('PUT', `${old}/${id}`, {body: changed})).toMatchObject({status: 200, body: changed});
    expect((await client.call('GET', `${old}/${id}`)).body).toEqual({id, ...changed});
    expect((await client.call('DELETE', `${old}/${id}`)).status).toBe(200);
    for (const address of [old, path]) {
      expect(await client.call('GET', `${address}/${id}`)).toMatchObject({status: 404, body: notFound});
    }
  });

  it('have each subtype of a type once', async () => {
    const client = await signedIn();
    const {id: _, ...same} = tesla;
    expect(await client.call('POST', path, {body: same})).toMatchObject({status: 409, body: exists});
    expect(await client.call('POST', path, {body: {...same, type: 'Car'}})).toMatchObject({status: 201});
    const made = await client.call('POST', path, {body: honda});
    const {id} = made.body as Schemas['AccountEntity'];
    expect(await client.call('PUT', `${path}/${id}`, {body: same})).toMatchObject({status: 409, body: exists});
    expect(await client.call('PUT', `${path}/${id}`, {body: honda})).toMatchObject({status: 200});
  });

  it('are deleted by subtype, whatever their type', async () => {
    const client = await signedIn();
    await client.call('POST', path, {body: {...honda, type: 'Car', subType: 'TeslaModel'}});
    await client.call('POST', path, {body: honda});
    expect(await client.call('DELETE', `${path}?subType=TeslaModel`)).toMatchObject({status: 200});
    expect(await list(client)).toMatchObject([honda]);
    expect(await client.call('DELETE', `${path}?subType=TeslaModel`)).toMatchObject({status: 404, body: notFound});
  });

  it.each([
    ['no type', {...honda, type: undefined}, /'type'/],
    ['no subtype', {...honda, subType: undefined}, /'subType'/],
    ['no values', {...honda, values: undefined}, /'values'/],
    ['an empty type', {...honda, type: ''}, /^Bad Request/],
    ['an empty list of values', {...honda, values: []}, /^Bad Request/],
    ['an empty value', {...honda, values: ['']}, /^Bad Request/],
    ['a value that is no text', {...honda, values: [7]}, /^Bad Request/],
    ['another category', {...honda, category: 'Managed'}, /^Bad Request/],
    ['no object', 'Honda', /^Bad Request/],
  ])('are refused with %s, as a client of Symbl was', async (_, body, message) => {
    const client = await signedIn();
    for (const [method, target, sent] of [
      ['POST', path, body],
      ['POST', path, [honda, body]],
      ['POST', '/v1/manage/entity', body],
      ['PUT', `/v1/manage/entity/${tesla.id}`, body],
      ['POST', `${path}/bulk`, [honda, body]],
      ['PUT', `${path}/${tesla.id}`, body],
    ] as const) {
      const answer = await client.call(method, target, {body: JSON.stringify(sent)});
      expect(answer, method).toMatchObject({status: 400, body: {message: expect.stringMatching(message) as string}});
    }
    expect(await list(client)).toEqual([tesla]);
  });

  it('are named as missing in the words that were seen', async () => {
    const client = await signedIn();
    const message = "Entity request body must contain 'type'. Please refer Symbl docs for more information.";
    expect((await client.call('PUT', `${path}/${tesla.id}`, {body: {}})).body).toEqual({message});
  });

  it('are not deleted without a subtype', async () => {
    const client = await signedIn();
    for (const [query, reason] of [
      ['', 'is required'],
      ['?subType=', 'is not allowed to be empty'],
      ['?subType=a&subType=b', 'must be a string'],
    ]) {
      const answer = await client.call('DELETE', `${path}${query}`);
      expect(answer, query).toMatchObject({status: 400, body: {message: `"subType" ${reason}`}});
    }
    expect(await client.call('POST', `${path}/bulk`, {body: []})).toMatchObject({status: 400, body: badRequest});
    expect(await list(client)).toEqual([tesla]);
  });

  it('SYMBL-13 are the account’s own', async () => {
    const client = await signedIn();
    const authorization = await stranger(client);
    const target = `${path}/${tesla.id}`;
    expect((await client.call('GET', path, {authorization})).body).toEqual({entities: []});
    for (const [method, where] of [
      ['GET', target],
      ['PUT', target],
      ['DELETE', target],
      ['GET', target.replace('entities', 'entity')],
      ['PUT', target.replace('entities', 'entity')],
      ['DELETE', target.replace('entities', 'entity')],
      ['DELETE', `${path}?subType=TeslaModel`],
    ] as const) {
      const body = method === 'PUT' ? {body: honda} : {};
      const answer = await client.call(method, where, {authorization, ...body});
      expect(answer, `${method} ${where}`).toMatchObject({status: 404, body: notFound});
    }
    // What one account has, another may have as well.
    const {id: _, ...same} = tesla;
    expect(await client.call('POST', path, {body: same, authorization})).toMatchObject({status: 201});
    expect(await list(client)).toEqual([tesla]);
  });
});

describe('custom entities in conversations', () => {
  const text = 'The model X is faster than a Model  Y, not than a model Xylo.';

  it('SYMBL-56 are found as words, whatever the letter case, with their type and subtype', async () => {
    const client = await signedIn();
    const id = await process(client, [text]);
    expect(await found(client, id)).toEqual([
      {type: 'Vehicle', subType: 'TeslaModel', values: ['model X', 'Model  Y']},
    ]);
  });

  it('SYMBL-56 stay in clear where messages are redacted', async () => {
    const client = await signedIn();
    await client.call('POST', path, {
      body: {type: 'Place', subType: 'Home', values: ['New York City', 'security number']},
    });
    const id = await process(client, [`${sentence} I drive a Model X.`]);
    expect(await found(client, id)).toHaveLength(2);
    expect(await texts(client, id, 'redact=true')).toEqual([
      'My social security number is [SSN] and I live in [LOCATION_CITY]. I drive a Model X.',
    ]);
    expect(await texts(client, id, 'redact=true&exclude=["TeslaModel","Vehicle"]')).toEqual([
      'My social security number is [SSN] and I live in [LOCATION_CITY]. I drive a Model X.',
    ]);
  });

  it('SYMBL-56 can come with the request: `text` is looked for, the type is `customType`', async () => {
    const client = await signedIn();
    const entities = [
      {customType: 'Company Executives', value: 'marketing director', text: 'Marketing director'},
      {customType: 'Absent', value: 'of work', text: 'weekend'},
      {value: 'out-of-town'},
    ];
    const id = await process(client, ['The marketing director is out-of-town due to some work.'], {entities});
    expect(await found(client, id)).toEqual([
      {type: 'Company Executives', subType: undefined, values: ['marketing director']},
      {type: 'custom', subType: undefined, values: ['out-of-town']},
    ]);
    // They were the request's, not the account's.
    expect(await found(client, await process(client, ['The marketing director.']))).toEqual([]);
  });

  it('SYMBL-56 are looked for when a message is processed: what is defined later is found later', async () => {
    const client = await signedIn();
    const id = await process(client, ['I drive a crv.']);
    const made = await client.call('POST', path, {body: honda});
    expect(await found(client, id)).toEqual([]);
    await process(client, ['She drives a CRV.'], {to: id});
    const expected = [{type: 'Vehicle', subType: 'Honda', values: ['CRV']}];
    expect(await found(client, id)).toEqual(expected);
    await client.call('DELETE', `${path}/${(made.body as Schemas['AccountEntity']).id}`);
    expect(await found(client, id)).toEqual(expected);
  });

  it('SYMBL-13 are not another account’s', async () => {
    const client = await signedIn();
    client.authorization = await stranger(client);
    expect(await found(client, await process(client, ['A Model X.']))).toEqual([]);
  });
});
