import {expect, it} from 'vitest';
import {configure, getMessages, process, said, signedIn} from './test-support.js';

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
  const entries = await client.journal();
  expect(entries.map(({operation}) => operation)).toContain('getMessagesByConversationId');
  expect(JSON.stringify(entries).match(/.{0,150}CANARY.{0,20}/g)).toBeNull();
  expect((await getMessages(client, id, 'verbose=true')).text).toContain('CANARY');
});
