import {Ajv2020} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {readFile} from 'node:fs/promises';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {checkSeeds} from '../src/engine/desks.js';
import {SeedError} from '../src/engine/index.js';
import {createStandin} from '../src/index.js';
import {vendorsNamed} from '../src/registry.js';

const registry = await vendorsNamed();

const vendors = new Map(registry.map((vendor) => [vendor.name as string, vendor]));
const file = new URL('../specs/standin/generated/seed.schema.json', import.meta.url);

interface Published {
  readonly properties: Readonly<Record<string, {readonly properties: Readonly<Record<string, unknown>>}>>;
  readonly $defs: Readonly<
    Record<string, {readonly properties: Readonly<Record<string, object>>; description?: string}>
  >;
}

const published = JSON.parse(await readFile(file, 'utf8')) as Published;

/** A judge that has nothing to do with the one of the stand-in, as editors have. */
const editor = formats
  .default(new Ajv2020({allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true}))
  .compile(published);

const user = {id: 'f28fafd6-2e42-4441-943c-388a8e0ef433', createdAt: '2026-01-05T09:00:00Z'};
const chat = {
  id: 7,
  _type: 'ChatConversation',
  requesterId: user.id,
  channel: 'WidgetChat',
  createdAt: user.createdAt,
};
const message = {
  id: '1b9adc49-62f7-4056-a9c0-c18c1f25afdb',
  conversationId: 7,
  authorId: user.id,
  createdAt: user.createdAt,
  attributes: {_type: 'ChatAttributes', content: {_type: 'Text', value: 'My cart is empty.'}},
};
const organization = 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01';
const session = {
  id: '123e4567-e89b-12d3-a456-426614174000',
  organization_id: organization,
  contact_id: user.id,
  status: 'open',
  channel: {type: 'web'},
  ticket_number: 1,
  created_at: user.createdAt,
  updated_at: user.createdAt,
};
const contact = {id: user.id, organization_id: organization, created_at: user.createdAt, updated_at: user.createdAt};
const item = {
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  session_id: session.id,
  created_at: user.createdAt,
  event: {type: 'message', sender: {type: 'contact'}, content: {type: 'text', text: 'My parcel never came.'}},
};
const meeting = {
  id: '5083268647485440',
  type: 'meeting',
  name: 'Team meeting',
  startTime: '2026-01-05T09:00:00.000Z',
  endTime: '2026-01-05T09:00:02.000Z',
};
const said = {
  id: '5205809886134272',
  conversationId: meeting.id,
  text: 'Please call Ada Example.',
  startTime: meeting.startTime,
  endTime: meeting.endTime,
};
/** Of every kind of entity that the vendor completes, no more than a seed must say. */
const least = {
  opencx: {contacts: [contact], sessions: [session], history: [item]},
  dixa: {
    endUsers: [user],
    agents: [{...user, displayName: 'Kim Agent', email: 'kim@example.org'}],
    queues: [{id: 'support', name: 'Support'}],
    conversations: [chat],
    messages: [message],
    customAttributes: [
      {
        id: user.id,
        entityType: 'Contact',
        identifier: 'size',
        label: 'Size',
        inputDefinition: {_type: 'Select', options: [{id: user.id, label: 'Small', value: 's', orderIndex: 1}]},
        createdAt: user.createdAt,
      },
    ],
  },
  symbl: {conversations: [meeting], messages: [said]},
};

/** A webhook of a conversation in a queue. */
function deliveryIn(queue: unknown) {
  const requester = {id: user.id, name: null, email: null, phone: null, roles: [], user_type: 'Contact'};
  const unknown = {status: null, direction: null, contact_point: null, assignee: null, subject: null};
  const conversation = {csid: 7, channel: 'EMAIL', ...unknown, requester, queue, tags: [], created_at: user.createdAt};
  const event = {event_id: 'a', event_fqn: 'CONVERSATION_CLOSED', event_version: '1', event_timestamp: user.createdAt};
  const payload = {...event, organization: {id: 'a', name: 'Example'}, data: {conversation}};
  return {id: 1, subscriptionId: 'a', event: 'ConversationClosed', payload};
}

/** Every problem that a seed is refused for; none when it is taken. */
async function problemsIn(seed: object): Promise<readonly string[]> {
  const outcome = await checkSeeds(seed, vendors).catch((error: unknown) => error);
  if (outcome instanceof SeedError) return outcome.problems;
  expect(outcome).toEqual(seed);
  return [];
}

describe('the schema of seeds', () => {
  it.each(registry.map((vendor) => [vendor.name, vendor] as const))(
    'has every collection of %s, and no other',
    (name, vendor) => {
      const known = Object.keys(published.properties[name]?.properties ?? {});
      expect(known.sort()).toEqual(Object.keys(vendor.collections).sort());
    },
  );

  it.each(registry.map((vendor) => [vendor.name, vendor] as const))(
    'takes the seed of %s and the credentials of a sandbox',
    async (name, vendor) => {
      const seed: unknown = parse(await readFile(new URL(`../mocks/${name}/seed.yaml`, import.meta.url), 'utf8'));
      for (const data of [seed, vendor.issue('blue').seed]) {
        expect(await problemsIn({[name]: data})).toEqual([]);
        expect(editor({$schema: file.href, version: 1, [name]: data})).toBe(true);
      }
    },
  );

  it('has what the documents say beyond types: formats, patterns, choices, descriptions', () => {
    const {$defs} = published;
    expect($defs['dixa.SeedMessage']?.properties).toMatchObject({
      authorId: {type: 'string', format: 'uuid'},
      isRedacted: {description: expect.stringContaining('DIXA-48') as string},
    });
    expect($defs['dixa.api.DixaDateTime']).toMatchObject({anyOf: [{format: 'date-time'}, {pattern: /GMT/}]});
    expect($defs['symbl.api.DecimalId']).toMatchObject({pattern: '^[0-9]{16}$'});
    expect($defs['symbl.Span']?.properties.type).toHaveProperty('$ref', '#/$defs/symbl.EntityType');
    expect($defs['opencx.StoredFile']?.properties.base64).toHaveProperty('pattern');
  });

  it('says by which member shapes are told apart, so that editors offer their names', () => {
    const conversation = published.$defs['dixa.api.Conversation'];
    expect(conversation?.properties._type).toMatchObject({
      enum: expect.arrayContaining(['ChatConversation']) as unknown,
    });
  });

  it('holds nothing of ours and no keyword that editors do not know', () => {
    const text = JSON.stringify(published);
    for (const word of ['x-standin', '"discriminator"', '@link', '#/components', '#/definitions', 'component:'])
      expect(text).not.toContain(word);
  });
});

describe('a seed that says no more than it must', () => {
  it('is taken, here and by an editor', async () => {
    expect(await problemsIn(least)).toEqual([]);
    expect(editor({version: 1, ...least})).toBe(true);
  });

  it('is completed to what the vendors’ documents demand of answers', async () => {
    const violations: unknown[] = [];
    await using standin = await createStandin({
      seed: least as NonNullable<Parameters<typeof createStandin>[0]>['seed'] & object,
      onViolation: (entry) => violations.push(entry),
    });
    const {opencx, dixa} = standin.info.vendors;
    const read = async (path: string, headers: Readonly<Record<string, string>>) =>
      (await standin.fetch(path, {headers})).status;
    const bearer = {authorization: `Bearer ${opencx?.env.OPENCX_API_KEY}`};
    const token = {authorization: dixa?.env.DIXA_API_KEY ?? ''};
    expect(await read(`/opencx/chat/sessions/${session.id}`, bearer)).toBe(200);
    expect(await read(`/opencx/chat/sessions/${session.id}/history`, bearer)).toBe(200);
    for (const path of [
      'endusers',
      'agents',
      'queues',
      'custom-attributes',
      'conversations/7',
      'conversations/7/messages',
    ])
      expect([path, await read(`/dixa/v1/${path}`, token)]).toEqual([path, 200]);
    expect(violations).toEqual([]);
  });
});

describe('a mistake in a seed', () => {
  const dixa = (collection: string, ...entities: readonly object[]) => ({dixa: {[collection]: entities}});
  const symbl = (...messages: readonly object[]) => ({symbl: {messages}});
  const opencx = (event: object) => ({opencx: {history: [{...item, event}]}});
  const without = (name: keyof typeof user) => ({...user, [name]: undefined});

  it.each([
    [
      'an unknown member',
      dixa('endUsers', {...user, emial: 'a@example.org'}),
      '/dixa/endUsers/0/emial: is no member of endUsers; did you mean email?',
    ],
    [
      'an unknown member like none',
      dixa('conversationTags', {id: 'a', conversationId: 7, tagId: 'b', colour: 1}),
      '/dixa/conversationTags/0/colour: is no member of conversationTags; use id, conversationId, tagId, position.',
    ],
    [
      'an unknown member further in',
      dixa('messages', {...message, attributes: {_type: 'ChatAttributes', contents: 1}}),
      '/dixa/messages/0/attributes/contents: is no member of it; did you mean content?',
    ],
    [
      'an unknown member of a composed shape',
      dixa('conversations', {...chat, langage: 'en'}),
      '/dixa/conversations/0/langage: is no member of conversations; did you mean language?',
    ],
    ['a missing member', dixa('endUsers', without('createdAt')), '/dixa/endUsers/0/createdAt: is missing; add it.'],
    [
      'an id of the wrong type',
      dixa('endUsers', {...user, id: 5}),
      '/dixa/endUsers/0/id: must be a string; put it in quotes.',
    ],
    [
      'a wrong type',
      dixa('endUsers', {...user, additionalEmails: 'a@example.org'}),
      '/dixa/endUsers/0/additionalEmails: must be a list.',
    ],
    [
      'a wrong format',
      dixa('endUsers', {...user, createdAt: 'yesterday'}),
      '/dixa/endUsers/0/createdAt: must be an instant such as 2026-01-05T09:00:00.000Z.',
    ],
    [
      'an id that is none',
      dixa('conversations', {...chat, requesterId: 'ada'}),
      '/dixa/conversations/0/requesterId: must be a UUID such as 123e4567-e89b-12d3-a456-426614174000.',
    ],
    ['a wrong pattern', symbl({...said, id: '5'}), '/symbl/messages/0/id: must be a text like ^[0-9]{16}$.'],
    [
      'no shape at all',
      dixa('conversations', {...chat, _type: undefined}),
      '/dixa/conversations/0/_type: is missing; add it.',
    ],
    [
      'an unknown shape',
      dixa('messages', {...message, attributes: {_type: 'Chat'}}),
      /^\/dixa\/messages\/0\/attributes\/_type: must be one of CallRecordingAttributes, ChatAttributes, .+\.$/,
    ],
    [
      'an unknown shape among ours and the vendor’s',
      opencx({type: 'mesage'}),
      /^\/opencx\/history\/0\/event\/type: must be one of handoff, .+, message\.$/,
    ],
    [
      'an unknown member of shapes that nothing tells apart',
      symbl({...said, from: {nmae: 'Ada'}}),
      '/symbl/messages/0/from/nmae: is no member of it; did you mean name?',
    ],
    [
      'a wrong member of such a shape',
      symbl({...said, from: {id: 5}}),
      '/symbl/messages/0/from/id: must be a string; put it in quotes.',
    ],
    [
      'two such shapes in one',
      symbl({...said, from: {id: 'a', name: 'Ada'}}),
      '/symbl/messages/0/from: must be of one of the shapes that the schema of seeds has.',
    ],
    [
      'one of two types',
      dixa('endUsers', {...user, customAttributes: [{id: user.id, name: 'a', identifier: 'b', value: 5}]}),
      '/dixa/endUsers/0/customAttributes/0/value: must be a string or a list.',
    ],
    [
      'one of two spellings',
      dixa('messages', {...message, createdAt: 'yesterday'}),
      '/dixa/messages/0/createdAt: must be an instant such as 2026-01-05T09:00:00.000Z.',
    ],
    [
      'a lack in a part that may be null',
      dixa('webhookDeliveries', deliveryIn({id: 'support'})),
      '/dixa/webhookDeliveries/0/payload/data/conversation/queue/name: is missing; add it.',
    ],
    [
      'a text for a part that may be null',
      dixa('webhookDeliveries', deliveryIn('support')),
      '/dixa/webhookDeliveries/0/payload/data/conversation/queue: must be an object or null.',
    ],
    [
      'a file that is none',
      dixa('files', {id: 'a', type: 'b', base64: '<svg>'}),
      '/dixa/files/0/base64: must be a text like ^[0-9A-Za-z+/]*={0,2}$.',
    ],
  ])('is told by place and mend: %s', async (_, seed, problem) => {
    expect(await problemsIn(seed)).toEqual([problem instanceof RegExp ? expect.stringMatching(problem) : problem]);
    expect(editor(JSON.parse(JSON.stringify(seed)))).toBe(false);
  });

  it('does not hide another, and what is right beside it is not blamed', async () => {
    const wrong = {...chat, requesterId: 'ada', langage: 'en', state: 'Opne'};
    expect(await problemsIn(dixa('conversations', wrong))).toEqual([
      expect.stringContaining('/requesterId: must be a UUID') as string,
      expect.stringContaining('/state: must be one of ') as string,
      '/dixa/conversations/0/langage: is no member of conversations; did you mean language?',
    ]);
  });

  it('keeps a stand-in from starting', async () => {
    const seed = dixa('endUsers', {...user, emial: 'ada@example.com'}) as NonNullable<
      Parameters<typeof createStandin>[0]
    >['seed'] &
      object;
    await expect(createStandin({seed})).rejects.toThrow(
      new SeedError(['/dixa/endUsers/0/emial: is no member of endUsers; did you mean email?']),
    );
  });
});
