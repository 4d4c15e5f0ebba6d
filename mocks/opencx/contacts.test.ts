import {describe, expect, it} from 'vitest';
import {
  aWhile,
  history,
  invalid,
  keys,
  nobody,
  noRoute,
  notFound,
  opencxClient,
  openSession,
  post,
  read,
  seeded,
  stateOf,
  type Page,
} from './test-support.js';

interface Contact {
  readonly id: string;
  readonly phone_number: string | null;
}

const ada = {
  id: seeded.ada,
  email: 'ada@example.com',
  phone_number: '+12025550143',
  name: 'Ada Example',
  custom_data: {plan: 'pro', region: 'emea'},
  created_at: '2025-06-02T08:00:00.000Z',
  updated_at: '2026-01-04T09:00:00.000Z',
};

const idsOf = async (client: ReturnType<typeof opencxClient>, query = '') =>
  (await read<Page<Contact>>(client, `/contacts${query}`)).items.map(({id}) => id);

describe('GET /contacts', () => {
  it('OPENCX-61 shows the latest changed first, with their times', async () => {
    const client = opencxClient();
    const page = await read<Page<Contact>>(client, '/contacts');
    expect(page).toMatchObject({items: [ada, {id: seeded.noor}], next: null});
    expect(page.items[0]).toEqual(ada);
    client.advance(aWhile);
    await client.call('PATCH', `/contacts/${seeded.noor}`, {body: {contact: {name: 'Noor S.'}}});
    expect(await idsOf(client)).toEqual([seeded.noor, seeded.ada]);
  });

  it('OPENCX-61 goes from page to page by an opaque cursor', async () => {
    const client = opencxClient({page_size: 1});
    const first = await read<Page<Contact>>(client, '/contacts');
    expect(first.items.map(({id}) => id)).toEqual([seeded.ada]);
    expect(await read(client, `/contacts?cursor=${first.next}`)).toMatchObject({
      items: [{id: seeded.noor}],
      next: null,
    });
  });

  it.each([
    ['created_after=2025-06-02T08:00:00Z', ['noor']],
    ['created_before=2025-07-11T12:30:00Z', ['ada']],
    ['updated_after=2026-01-03T15:00:00Z', ['ada']],
    ['updated_before=2026-01-04T09:00:00Z', ['noor']],
    ['updated_before=2026-01-04T09:00:00Z&created_before=2025-07-11T12:30:00Z', []],
  ] as const)('OPENCX-62 %s', async (query, names) => {
    expect(await idsOf(opencxClient(), `?${query}`)).toEqual(names.map((name) => seeded[name]));
  });

  it.each([
    ['cursor=nonsense', 'querystring/cursor Invalid input'],
    ['created_after=2026-02-30T00:00:00Z', 'querystring/created_after Invalid ISO datetime'],
    ['updated_before=soon', 'querystring/updated_before Invalid ISO datetime'],
  ])('OPENCX-61, OPENCX-62 refuses %s', async (query, message) => {
    const answer = await opencxClient().call('GET', `/contacts?${query}`);
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
  });

  it('OPENCX-67 holds the own organization’s contacts alone', async () => {
    expect(await idsOf(opencxClient({}, {authorization: keys.orgB}))).toEqual([seeded.foreignAda]);
  });

  it('a contact whose data was not verified shows none of it', async () => {
    const client = opencxClient();
    await openSession(client, {contact: {email: 'guest@example.com', custom_data: {vip: 'yes'}}});
    const {items} = await read<Page<Contact>>(client, '/contacts');
    expect(items[0]).toMatchObject({email: 'guest@example.com', custom_data: null});
    expect(items[0]).not.toHaveProperty('non_verified_custom_data');
  });
});

describe('GET /contacts/{id}', () => {
  const path = `/contacts/${seeded.ada}`;

  it('OPENCX-64 is an unknown route, as production answered in 2026', async () => {
    const client = opencxClient();
    for (const authorization of [client.authorization, null]) {
      const answer = await client.call('GET', `${path}?x=1`, {authorization});
      expect(answer).toMatchObject({status: 404, body: noRoute(`GET:${path}?x=1`)});
    }
  });

  it('OPENCX-64 shows the contact when told to', async () => {
    const client = opencxClient({contact_get: true});
    expect(await read(client, path)).toEqual(ada);
    for (const id of [nobody, seeded.foreignAda, 'no-uuid']) {
      expect(await client.call('GET', `/contacts/${id}`)).toMatchObject({status: 404, body: notFound('Contact')});
    }
  });
});

describe('PATCH /contacts/{contact_id}', () => {
  const path = `/contacts/${seeded.ada}`;

  it('OPENCX-53 changes what is named, custom data key by key, and answers nothing', async () => {
    const client = opencxClient();
    const contact = {phone: '+12025550199', custom_data: {plan: 'free', seat: '4'}};
    expect(await client.call('PATCH', path, {body: {contact}})).toMatchObject({status: 200, text: ''});
    expect((await read<Page<Contact>>(client, '/contacts')).items[0]).toEqual({
      ...ada,
      phone_number: '+12025550199',
      custom_data: {plan: 'free', region: 'emea', seat: '4'},
      updated_at: '2026-01-05T09:00:00.000Z',
    });
  });

  it('OPENCX-51 is found under the new address and number, and no longer under the old ones', async () => {
    const client = opencxClient();
    await client.call('PATCH', path, {body: {contact: {email: 'a.example@example.com', phone: '+12025550199'}}});
    const linked = async (contact: object) =>
      (await read<{contact: Contact}>(client, `/chat/sessions/${await openSession(client, {contact})}`)).contact.id;
    expect(await linked({email: 'a.example@example.com'})).toBe(seeded.ada);
    expect(await linked({phone_number: '+12025550199'})).toBe(seeded.ada);
    expect(await linked({email: 'ada@example.com'})).not.toBe(seeded.ada);
  });

  it('OPENCX-53 empty strings say nothing, and phone_number is no member of it', async () => {
    const client = opencxClient();
    for (const contact of [{email: '', phone: '', name: ''}, {phone_number: '+12025550199'}]) {
      await client.call('PATCH', path, {body: {contact}});
    }
    const {updated_at: _, ...same} = ada;
    expect((await read<Page<Contact>>(client, '/contacts')).items[0]).toMatchObject(same);
  });
});

describe('DELETE /contacts/{contact_id}', () => {
  it('takes the contact off the list and off its sessions, whose history stays', async () => {
    const client = opencxClient();
    const before = await history(client, seeded.session);
    expect(await client.call('DELETE', `/contacts/${seeded.ada}`)).toMatchObject({status: 200, text: ''});
    expect(await idsOf(client)).toEqual([seeded.noor]);
    expect(await read(client, `/chat/sessions/${seeded.session}`)).not.toHaveProperty('contact');
    expect(await history(client, seeded.session)).toEqual(before);
    expect((await client.call('DELETE', `/contacts/${seeded.ada}`)).status).toBe(404);
  });

  it('OPENCX-51 lets a later message link another contact', async () => {
    const client = opencxClient();
    await client.call('DELETE', `/contacts/${seeded.ada}`);
    await post(client, `/chat/sessions/${seeded.session}/send`, {
      contact: {email: 'ada@example.com'},
      message: {type: 'text', text: 'It is me again.'},
    });
    const {contact} = await read<{contact: Contact}>(client, `/chat/sessions/${seeded.session}`);
    expect(contact).toMatchObject({email: 'ada@example.com', name: null});
    expect(contact.id).not.toBe(seeded.ada);
  });
});

it.each([
  ['PATCH', {contact: {name: 'X'}}],
  ['DELETE', undefined],
])(
  'OPENCX-67 %s of an unknown contact, or another organization’s, is not found and changes nothing',
  async (method, body) => {
    const client = opencxClient();
    const before = await stateOf(client);
    for (const id of [nobody, seeded.foreignAda, 'no-uuid']) {
      const answer = await client.call(method, `/contacts/${id}`, {...(body && {body})});
      expect(answer).toMatchObject({status: 404, body: notFound('Contact')});
    }
    expect(await stateOf(client)).toBe(before);
  },
);
