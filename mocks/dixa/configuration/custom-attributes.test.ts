import {describe, expect, it} from 'vitest';
import {
  aDay,
  clientWith,
  decodingFailure,
  dixaClient,
  endUser,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
  token,
} from '../test-support.js';

const path = `/v1/endusers/${seeded.ada}/custom-attributes`;
const plan = '3c1d6f9a-1f0e-4d64-8a3b-2b7f7f9f6f01';
const text = '274e5a2c-be0d-42c0-b725-3dd533729f68';
const choice = 'befae0d9-9679-42b9-af76-e76f64e28429';
const ofConversations = '7b0f6b4c-2a57-4c39-9a0e-58d2c1a3e902';
const deactivated = '5c8d1f27-6a3e-4b90-8d4c-1e7f2a9b0c11';

describe('PATCH /endusers/{userId}/custom-attributes', () => {
  it('sets what the body names, unsets by null and leaves the rest', async () => {
    const client = dixaClient();
    const seededPlan = {id: plan, name: 'Plan', identifier: 'plan', value: 'premium'};
    const set = {
      text: {id: text, name: 'End user attribute', identifier: 'end_user_attribute', value: 'abcdef'},
      choice: {id: choice, name: 'End user attribute 2', identifier: 'end_user_attribute_2', value: ['example2']},
    };
    const steps = [
      [{[text]: 'abcdef', [choice]: ['example2']}, [seededPlan, set.text, set.choice]],
      [{[plan]: 'basic'}, [{...seededPlan, value: 'basic'}, set.text, set.choice]],
      [{[text]: null, [deactivated]: null}, [{...seededPlan, value: 'basic'}, set.choice]],
      [
        {[choice]: []},
        [
          {...seededPlan, value: 'basic'},
          {...set.choice, value: []},
        ],
      ],
      [
        {},
        [
          {...seededPlan, value: 'basic'},
          {...set.choice, value: []},
        ],
      ],
    ] as const;
    for (const [body, data] of steps) {
      const answer = await client.call('PATCH', path, {body});
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({data});
      expect(await read(client, `/v1/endusers/${seeded.ada}`)).toMatchObject({customAttributes: data});
    }
  });

  it.each([
    ['an attribute that there is not', {[nobody]: 'x'}],
    ['a key that is no UUID', {plan: 'basic'}],
    ['an attribute of conversations', {[ofConversations]: 'A-1'}],
    ['an attribute that is out of use', {[deactivated]: '42'}],
    ['a list for a text', {[text]: ['abcdef']}],
    ['a text for a choice', {[choice]: 'example1'}],
    ['what is no option', {[choice]: ['example1', 'example3']}],
    ['a number', {[text]: 7}],
    ['a list of numbers', {[choice]: [1]}],
    ['one that is right beside one that is wrong', {[plan]: 'basic', [nobody]: 'x'}],
    ['a dangerous key', '{"__proto__x": "y"}'],
  ])('DIXA-9 refuses %s', async (_, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('PATCH', path, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('takes options at every level, but none below one that is out of use', async () => {
    const option = (id: number, value: string, more: object = {}) => ({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      label: value,
      value,
      orderIndex: id,
      ...more,
    });
    const definition = {
      id: nobody,
      entityType: 'Contact',
      identifier: 'place',
      label: 'Place',
      createdAt: '2025-01-01T00:00:00.000Z',
      inputDefinition: {
        _type: 'Select',
        options: [
          option(1, 'north', {nestedOptions: [option(2, 'harbour')]}),
          option(3, 'south', {isDeactivated: true, nestedOptions: [option(4, 'hill')]}),
        ],
      },
    };
    const client = clientWith({endUsers: [endUser(seeded.ada)], customAttributes: [definition]});
    const statusOf = async (value: readonly string[]) =>
      (await client.call('PATCH', path, {body: {[nobody]: value}})).status;
    expect(await statusOf(['north', 'harbour'])).toBe(200);
    expect(await statusOf(['south'])).toBe(400);
    expect(await statusOf(['hill'])).toBe(400);
  });

  it('DIXA-5 needs rights', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    const options = {body: {[text]: 'abcdef'}, authorization: 'dixa-demo-without-rights'};
    const answer = await client.call('PATCH', path, options);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({message: 'User is unauthorized to perform an underlying operation'});
    expect(await stateOf(client)).toBe(before);
    expect((await client.call('PATCH', path, {...options, authorization: token})).status).toBe(200);
  });

  it('DIXA-12 finds no agent and nobody', async () => {
    for (const id of [seeded.kim, nobody]) {
      const answer = await dixaClient().call('PATCH', `/v1/endusers/${id}/custom-attributes`, {body: {}});
      expect(answer).toMatchObject({status: 404, body: notFound});
    }
  });

  it('DIXA-45 are gone with the end user, and nothing is written to what is left', async () => {
    const client = dixaClient();
    await client.call('PATCH', path, {body: {[text]: 'canary-value'}});
    await client.call('PATCH', `/v1/endusers/${seeded.ada}/anonymize?force=true`);
    client.advance(aDay);
    expect(await read(client, `/v1/endusers/${seeded.ada}`)).toMatchObject({customAttributes: []});
    expect(await client.everything()).not.toContain('canary-value');
    for (const body of [{[text]: 'canary-value'}, {}]) {
      expect(await client.call('PATCH', path, {body})).toMatchObject({status: 400, body: decodingFailure});
    }
    expect(await client.everything()).not.toContain('canary-value');
  });
});

describe('definitions of custom attributes', () => {
  it('are listed, the oldest first, those out of use among them', async () => {
    const definitions = await read<{id: string; createdAt: string}[]>(dixaClient(), '/v1/custom-attributes');
    const times = definitions.map(({createdAt}) => createdAt);
    expect(times).toEqual([...times].sort());
    expect(definitions.map(({id}) => id)).toEqual(expect.arrayContaining([plan, choice, ofConversations, deactivated]));
  });

  it('are read one by one', async () => {
    const client = dixaClient();
    for (const definition of await read<{id: string}[]>(client, '/v1/custom-attributes')) {
      expect(await read(client, `/v1/custom-attributes/${definition.id}`)).toEqual(definition);
    }
  });

  it('DIXA-18 DIXA-19 tell texts and choices apart, with the options at every level', async () => {
    const client = dixaClient();
    const parcel = await read(client, '/v1/custom-attributes/c43fc767-f89b-443a-9c98-90f53f940bd7');
    expect(parcel.inputDefinition).toEqual({_type: 'Text', placeholder: '1234'});
    const reason = await read(client, '/v1/custom-attributes/db5f673b-1c40-41e7-b71f-caab342f0607');
    expect(reason.inputDefinition).toMatchObject({
      _type: 'Select',
      options: [
        {value: 'payment', nestedOptions: [{value: 'card', nestedOptions: []}, {value: 'bank_transfer'}]},
        {value: 'access', nestedOptions: []},
      ],
    });
  });

  it.each([
    ['documented', '[GMT]'],
    ['plain', ''],
  ])('DIXA-20 spell their times %s', async (dates, zone) => {
    const client = dixaClient({behaviours: {'dixa.dates': dates}});
    const parcel = await read(client, '/v1/custom-attributes/c43fc767-f89b-443a-9c98-90f53f940bd7');
    expect(parcel).toMatchObject({
      createdAt: `2023-01-01T08:23:54.246Z${zone}`,
      updatedAt: `2023-01-11T12:25:23.837Z${zone}`,
    });
  });

  it.each([nobody, 'plan', '__proto__'])(
    'are refused with 400 under the id %s, since no 404 is declared',
    async (id) => {
      const answer = await dixaClient().call('GET', `/v1/custom-attributes/${id}`);
      expect(answer).toMatchObject({status: 400, body: invalidValue});
    },
  );
});
