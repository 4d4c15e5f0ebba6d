import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {symbl} from '../../mocks/symbl/index.js';
import {receiver} from '../support/receiver.js';
import {Referee, type Ask} from '../support/referee.js';
import {refusesWhatIsTypical} from '../support/refusals.js';

/** Symbl through Prism: every operation once with success, and what is refused. */
const nobody = '00000000-0000-4000-8000-000000000000';
const path = '/v1/conversations';

/** Answers to a question after a job that the document does not allow: text where it is no JSON. */
const differences: Readonly<Record<string, {status: number; body: object | string}>> = {
  'a status of its own': {status: 418, body: {id: nobody, status: 'completed'}},
  'a member too few': {status: 200, body: {id: nobody}},
  'a member too many': {status: 200, body: {id: nobody, status: 'completed', more: true}},
  'another type': {status: 200, body: {id: nobody, status: 7}},
  'another media type': {status: 200, body: 'completed'},
};

interface Job {
  readonly conversationId: string;
  readonly jobId: string;
}

let referee: Referee;
let hooks: Awaited<ReturnType<typeof receiver>>;
let ask: Ask;
/** A conversation that was processed. */
let held: string;

beforeAll(async () => {
  hooks = await receiver();
  referee = await Referee.start('symbl', {
    lie: (request, response, next) => {
      const lie = differences[request.get('x-difference') ?? ''];
      if (lie)
        response
          .status(lie.status)
          .type(typeof lie.body === 'string' ? 'text' : 'json')
          .send(lie.body);
      else next();
    },
  });
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = referee.env;
  const body = {type: 'application', appId, appSecret};
  const {body: token} = await referee.as({})<{accessToken: string}>('POST', '/oauth2/token:generate', 200, {body});
  ask = referee.as({authorization: `Bearer ${token.accessToken}`});
  held = await process('POST', '/v1/process/text', {body: conversation});
}, 120_000);

afterAll(async () => {
  await referee.stop();
  hooks.close();
});

const said = (content: string, name: string) => ({
  payload: {content, contentType: 'text/plain'},
  from: {name, userId: `${name.toLowerCase()}@customer.example`},
});
const conversation = {
  name: 'A parcel',
  ...{detectPhrases: true, detectEntities: true, enableSummary: true, confidenceThreshold: 0.5},
  messages: [
    said('My social security number is 444-67-3334 and I live in New York City.', 'Ada'),
    said('Please send me the contract by tomorrow. I will call you back next week.', 'Ada'),
    said('When does the parcel arrive? The parcel is from your store.', 'Lee'),
    said('We have a sale right now on parcels. Let us talk about the parcel again.', 'Lee'),
  ],
  entities: [{customType: 'Goods', value: 'parcel', text: 'parcel'}],
  trackers: [{name: 'Promotion', vocabulary: ['We have a sale right now on']}],
};

/** Hands something over and lets it be processed. Gives the conversation's id. */
async function process(method: string, to: string, sent: object): Promise<string> {
  const {body} = await ask<Job>(method, to, 201, sent);
  await ask('GET', `/v1/job/${body.jobId}`, 200);
  await referee.standin.clock.advance('PT1H');
  expect((await ask('GET', `/v1/job/${body.jobId}`, 200)).body).toEqual({id: body.jobId, status: 'completed'});
  return body.conversationId;
}

describe('the referee', () => {
  it.each(Object.keys(differences))('sees %s', async (difference) => {
    const headers = {'x-difference': difference};
    await expect(ask('GET', `/v1/job/${nobody}`, 200, {headers})).rejects.toThrow(/^Prism: .*"response"/s);
  });

  it('sees what is wrong with a request', async () => {
    const body = {messages: 'Hello'};
    await expect(ask('POST', '/v1/process/text', 400, {body})).rejects.toThrow(/^Prism: .*"request"/s);
  });
});

const wav = {body: 'RIFF', headers: {'content-type': 'audio/wav'}};
const mp4 = {body: 'ftyp', headers: {'content-type': 'video/mp4'}};
const address = {body: {url: 'https://files.example.com/call.wav', name: 'A call', detectPhrases: true}};

describe('a conversation', () => {
  it.each([
    ['text', {body: {messages: [said('And one thing more.', 'Ada')]}}],
    ['audio', wav],
    ['audio/url', address],
    ['video', mp4],
    ['video/url', address],
  ])('is begun and carried on by %s', async (kind, sent) => {
    const id = await process('POST', `/v1/process/${kind}`, sent);
    expect(await process('PUT', `/v1/process/${kind}/${id}`, sent)).toBe(id);
  });

  it('is processed as its parameters say', async () => {
    const query = new URLSearchParams({
      ...{name: 'A call', confidenceThreshold: '0.6', detectPhrases: 'true', languageCode: 'en-US', mode: 'phone'},
      webhookUrl: hooks.url,
      channelMetadata: JSON.stringify([{channel: 1, speaker: {name: 'Ada', email: 'ada@customer.example'}}]),
    });
    await process('POST', `/v1/process/audio?${query}`, wav);
    await referee.standin.settled();
    expect(hooks.bodies).not.toEqual([]);
  });

  it.each([
    ...['', '/members', '/entities', '/summary', '/analytics', '/action-items', '/follow-ups', '/questions'],
    ...['/insights', '/topics', '/topics?sentiment=true&parentRefs=true', '/trackers-detected', '/trackers'],
    ...['/messages', '/messages?sentiment=true&verbose=true', '/summary?refresh=true'],
  ])('is read: %s', async (part) => {
    await ask('GET', `${path}/${held}${part}`, 200);
  });

  it('is read redacted', async () => {
    const {body} = await ask('GET', `${path}/${held}/messages?redact=true&verbose=true`, 200);
    expect(JSON.stringify(body)).not.toContain('444-67-3334');
    const exclude = encodeURIComponent('["SSN"]');
    const less = await ask('GET', `${path}/${held}/messages?redact=true&exclude=${exclude}`, 200);
    expect(JSON.stringify(less.body)).toContain('444-67-3334');
  });

  it.each([
    {contentType: 'text/markdown', createParagraphs: true, showSpeakerSeparation: true},
    {contentType: 'text/srt', showSpeakerSeparation: false},
  ])('is written out as $contentType', async (body) => {
    await ask('POST', `${path}/${held}/transcript`, 200, {body});
  });

  it('is found among others, which are read too', async () => {
    const {body} = await ask<{conversations: {id: string}[]}>('GET', path, 200);
    for (const {id} of body.conversations) await ask('GET', `${path}/${id}/messages?redact=true&verbose=true`, 200);
    await ask('GET', `${path}?limit=2&offset=1&order=desc&sort=conversation.startTime`, 200);
    await ask('GET', `${path}?filter=${encodeURIComponent('conversation.metadata.agentId==kim')}`, 200);
  });

  it('is labelled, told who spoke, and deleted', async () => {
    const id = await process('POST', '/v1/process/text', {body: conversation});
    const own = `${path}/${id}`;
    await ask('PUT', own, 200, {body: {metadata: {agentId: 'kim'}}});
    const {body} = await ask<{members: {id: string}[]}>('GET', `${own}/members`, 200);
    const member = body.members[0]?.id ?? '';
    const user = {id: member, name: 'Ada Example', email: 'ada@customer.example'};
    await ask('PUT', `${own}/members/${member}`, 200, {body: user});
    await ask('PUT', `${own}/members/${nobody}`, 404, {body: {...user, id: nobody}});
    const speakerEvents = [
      {type: 'started_speaking', user, offset: {seconds: 0, nanos: 0}},
      {type: 'stopped_speaking', user, offset: {seconds: 15, nanos: 0}},
    ];
    await ask('PUT', `${own}/speakers`, 200, {body: {speakerEvents}});
    await ask('DELETE', own, 200);
    await ask('GET', own, 404);
  });
});

describe('the account', () => {
  const vehicle = {type: 'Vehicle', category: 'Custom', values: ['one', 'two']};

  it('has custom entities', async () => {
    const {body} = await ask('POST', '/v1/manage/entities', 201, {body: {...vehicle, subType: 'Bicycle'}});
    await ask('POST', '/v1/manage/entities', 409, {body: {...vehicle, subType: 'Bicycle'}});
    const id = /\d{16}/.exec(JSON.stringify(body))?.[0] ?? '';
    const several = ['Tram', 'Ferry'].map((subType) => ({...vehicle, subType}));
    await ask('POST', '/v1/manage/entities/bulk', 201, {body: several});
    await ask('POST', '/v1/manage/entities/bulk', 409, {body: several});
    await ask('GET', '/v1/manage/entities', 200);
    await ask('GET', `/v1/manage/entities/${id}`, 200);
    await ask('PUT', `/v1/manage/entities/${id}`, 200, {body: {...vehicle, subType: 'Tandem'}});
    await ask('DELETE', `/v1/manage/entities/${id}`, 200);
    await ask('DELETE', '/v1/manage/entities?subType=Tram', 200);
    await ask('DELETE', '/v1/manage/entities?subType=Tram', 404);
    await ask('DELETE', '/v1/manage/entities', 400, {request: 'wrong'});
  });

  it('has custom entities under the older addresses', async () => {
    const {body} = await ask<{id: string}>('POST', '/v1/manage/entity', 201, {body: {...vehicle, subType: 'Sledge'}});
    const path = `/v1/manage/entity/${body.id}`;
    await ask('GET', path, 200);
    await ask('PUT', path, 200, {body: {...vehicle, subType: 'Toboggan'}});
    await ask('DELETE', path, 200);
    await ask('POST', '/v1/manage/entities', 201, {body: [{...vehicle, subType: 'Kite'}]});
  });

  it('has settings', async () => {
    const value = {
      default: true,
      type: 'custom',
      exclude: ['PERSON_NAME'],
      custom: {SSN: 'number', default: 'obfuscation'},
    };
    await ask('PATCH', '/v1/manage/settings', 200, {body: [{op: 'add', path: '/redaction', value}]});
    await ask('GET', '/v1/manage/settings', 200);
    await ask('PATCH', '/v1/manage/settings', 200, {body: [{op: 'remove', path: '/redaction'}]});
  });
});

it('refuses whoever asks for a token with a wrong secret', async () => {
  const body = {type: 'application', appId: referee.env.SYMBL_APP_ID, appSecret: 'f'.repeat(128)};
  await referee.as({})('POST', '/oauth2/token:generate', 401, {body});
});

it('refuses a submission too many', async () => {
  await referee.standin.behaviours.set({'symbl.concurrent_jobs': 1});
  await referee.standin.clock.freeze();
  await ask('POST', '/v1/process/video', 201, mp4);
  await ask('POST', '/v1/process/text', 429, {body: conversation});
  await referee.standin.behaviours.set({'symbl.concurrent_jobs': 50});
});

refusesWhatIsTypical({
  vendor: symbl,
  referee: () => referee,
  ask: () => ask,
  unknown: {authorization: 'Bearer nobody'},
  nothing: (name) => (['conversationId', 'entityId'].includes(name) ? '1111111111111111' : nobody),
});

it('every operation was answered through Prism', () => expect(referee.unconfirmed).toEqual([]));
