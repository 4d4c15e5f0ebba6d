import {expect, it} from 'vitest';
import {configure, getMessages, process, said, seeded, signedIn} from './test-support.js';

it('the journal tells what was called and nothing of what was said, or by whom', async () => {
  const client = await signedIn();
  const author = {userId: 'CANARY-author@example.com', name: 'CANARY Author'};
  const id = await process(client, [said('Please call CANARY Tony Stark.', {from: author})], {
    name: 'CANARY conversation',
    conversationType: 'CANARY-type',
    metadata: {'CANARY label': 'CANARY value'},
    entities: [{customType: 'CANARY', value: 'CANARY', text: 'CANARY'}],
    trackers: [{name: 'CANARY', vocabulary: ['CANARY']}],
    webhookUrl: 'https://CANARY.example',
    detectPhrases: true,
  });
  await configure(client, {type: 'custom', custom: {CANARY: 'CANARY', PERSON_NAME: 'CANARY'}, exclude: ['CANARY']});
  await client.call('GET', '/v1/manage/settings');
  await client.call('GET', `/v1/conversations/${id}`);
  await client.call('GET', `/v1/conversations/${id}/members`);
  for (const query of ['verbose=true', 'redact=true&verbose=true', 'CANARY=CANARY', 'redact=CANARY%20Tony']) {
    await getMessages(client, id, query);
  }
  for (const what of [
    'entities',
    'insights',
    'topics?customTopicVocabulary=CANARY',
    'summary',
    'analytics',
    'trackers',
  ]) {
    expect((await client.call('GET', `/v1/conversations/${id}/${what}`)).text, what).toMatch(/CANARY/i);
  }
  for (const contentType of ['text/markdown', 'text/srt', 'text/CANARY']) {
    const body = {contentType, showSpeakerSeparation: true};
    await client.call('POST', `/v1/conversations/${id}/transcript`, {body});
  }
  const entity = {type: 'CANARY', subType: 'CANARY', values: ['CANARY']};
  await client.call('POST', '/v1/manage/entities', {body: entity});
  await client.call('POST', '/v1/manage/entities/bulk', {body: [entity]});
  await client.call('GET', '/v1/manage/entities');
  await client.call('DELETE', '/v1/manage/entities?subType=CANARY');
  const entries = await client.journal();
  expect(entries.map(({operation}) => operation)).toContain('getMessagesByConversationId');
  expect(JSON.stringify(entries).match(/.{0,150}CANARY.{0,20}/gi)).toBeNull();
  expect((await getMessages(client, id, 'verbose=true')).text).toContain('CANARY');
});

it('the journal tells nothing of recordings, their addresses and speakers, nor of members, labels and filters', async () => {
  const client = await signedIn();
  const body = new TextEncoder().encode('CANARY recording');
  const channels = encodeURIComponent('[{"channel":1,"speaker":{"name":"CANARY","email":"CANARY@example.com"}}]');
  const words = encodeURIComponent('["CANARY"]');
  const hook = encodeURIComponent('https://hooks.example.com/CANARY');
  const query = `name=CANARY&channelMetadata=${channels}&customVocabulary=${words}&webhookUrl=${hook}`;
  const headers = {'content-type': 'audio/wav'};
  const user = {id: 'CANARY', name: 'CANARY', email: 'CANARY@example.com'};
  const url = {url: 'https://files.example.com/CANARY', name: 'CANARY', customVocabulary: ['CANARY']};
  const path = `/v1/conversations/${seeded.ada}`;
  const answers = [
    await client.call('POST', `/v1/process/audio?${query}`, {body, headers}),
    await client.call('POST', '/v1/process/audio?name=x&detectPhrases=CANARY', {body, headers}),
    await client.call('POST', '/v1/process/audio', {body, headers: {'content-type': 'application/json'}}),
    await client.call('PUT', `/v1/process/video/url/${seeded.ada}`, {body: url}),
    await client.call('PUT', path, {body: {metadata: {CANARY: 'CANARY'}}}),
    await client.call('PUT', `${path}/members/CANARY`, {body: {...user, id: 'CANARY'}}),
    await client.call('PUT', `${path}/speakers`, {
      body: {speakerEvents: [{type: 'started_speaking', user, offset: {seconds: 0}}]},
    }),
    await client.call('GET', '/v1/conversations?filter=conversation.metadata.CANARY==CANARY&sort=CANARY'),
    await client.call('GET', '/v1/conversations'),
    await client.call('DELETE', `${path}CANARY`),
  ];
  expect(answers.map(({status}) => status)).toEqual([201, 400, 400, 201, 200, 404, 200, 400, 200, 404]);
  expect(answers[8]?.text).toContain('CANARY');
  await client.settled();
  expect(JSON.stringify(await client.journal()).match(/.{0,150}CANARY.{0,20}/g)).toBeNull();
});
