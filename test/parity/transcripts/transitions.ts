import type {Client} from '../client.js';
import type {Transcript} from '../transcript.js';
import {makerOf} from './made.js';

const dixa = makerOf('transitions', 'dixa');
const opencx = makerOf('transitions', 'opencx');
const symbl = makerOf('transitions', 'symbl');

const ada = 'f28fafd6-2e42-4441-943c-388a8e0ef433';
const message = '1b9adc49-62f7-4056-a9c0-c18c1f25afdb';

/** What is accepted now and carried out when the clock has moved, or when it was asked for often enough. */
export const transitions: readonly Transcript[] = [
  dixa('anonymizes a conversation', (client) =>
    anonymize(client, '/v1/conversations/10749/anonymize', '/v1/conversations/10749'),
  ),
  dixa('closes an open conversation by force, then anonymizes it', async (client) => {
    await client.call('PATCH', '/v1/conversations/10750/anonymize', {status: 409});
    await anonymize(client, '/v1/conversations/10750/anonymize?force=true', '/v1/conversations/10750');
  }),
  dixa('anonymizes a message', (client) =>
    anonymize(client, `/beta/conversations/10749/messages/${message}/anonymize`, '/beta/conversations/10749/messages'),
  ),
  dixa('anonymizes a person with all that is theirs', async (client) => {
    await anonymize(client, `/v1/endusers/${ada}/anonymize?force=true`, `/v1/endusers/${ada}`);
    await client.call('GET', `/v1/endusers/${ada}/conversations`);
    await client.call('GET', '/v1/conversations/10749/messages');
    await client.call('GET', '/v1/conversations/10749/notes');
  }),
  dixa('is slow', (client) => anonymize(client, '/v1/conversations/10749/anonymize', '/v1/conversations/10749'), {
    scenario: 'slow-anonymization',
  }),
  dixa(
    'tags in bulk a while later',
    async (client) => {
      const json = {data: [{name: 'refund'}, {name: 'made in bulk'}]};
      await client.call('POST', '/v1/conversations/10749/tags/bulk', {json, status: 202});
      await client.call('GET', '/v1/conversations/10749/tags', {status: 200});
      await client.advance('PT5M');
      await client.call('GET', '/v1/conversations/10749/tags', {status: 200});
    },
    {behaviours: {'dixa.tagging_delay': 'PT1M'}},
  ),
  dixa('logs what became of its webhooks', async (client) => {
    const events = ['ConversationClosed', 'ConversationTagAdded'];
    const json = {name: 'Closed', url: 'https://hooks.example.org/dixa', events, authorization: {_type: 'NoAuth'}};
    const made = await client.call('POST', '/v1/webhooks', {json});
    const id = made.status < 300 ? made.read<{data: {id: string}}>().data.id : 'none';
    await client.call('PUT', '/v1/conversations/10750/close', {json: {}});
    await client.advance('PT1M');
    await client.call('GET', `/v1/webhooks/${id}/delivery-status`);
    await client.call('GET', `/v1/webhooks/${id}/delivery-status/logs/ConversationClosed`);
  }),
  opencx(
    'talks, closes and reopens',
    async (client) => {
      const {id} = (await client.call('POST', '/chat/sessions', {json: {channel: {type: 'web'}}, status: 200})).read();
      for (const sender of ['contact', 'agent'])
        await client.call('POST', `/chat/sessions/${id}/send`, {
          json: {sender, message: {type: 'text', text: `From the ${sender}`}},
        });
      for (const status of ['closed_resolved', 'open', 'closed_unresolved']) {
        await client.advance('PT10M');
        await client.call('PATCH', `/chat/sessions/${id}`, {json: {status}});
        await client.call('GET', `/chat/sessions/${id}`, {status: 200});
      }
    },
    {behaviours: {'opencx.ai_replies': true, 'opencx.emit_status_events': true}},
  ),
  symbl('moves a job on by polls', async (client) => {
    const job = await submit(client);
    for (let poll = 0; poll < 4; poll += 1) await client.call('GET', job.path, {status: 200});
    await client.call('GET', `/v1/conversations/${job.conversation}/messages`, {status: 200});
  }),
  symbl(
    'moves a job on by the clock alone',
    async (client) => {
      const job = await submit(client);
      for (const time of ['PT0.5S', 'PT1S', 'PT1S', 'PT1M']) {
        await client.advance(time);
        await client.call('GET', job.path, {status: 200});
      }
      await client.call('GET', `/v1/conversations/${job.conversation}/messages`, {status: 200});
    },
    {behaviours: {'symbl.jobs': 'clock', 'symbl.job_scheduled': true}},
  ),
  symbl(
    'fails a job',
    async (client) => {
      const job = await submit(client);
      await client.advance('PT1M');
      await client.call('GET', job.path, {status: 200});
      await client.call('GET', `/v1/conversations/${job.conversation}/summary`);
    },
    {behaviours: {'symbl.job_outcome': 'failed'}},
  ),
  symbl('forgets a token when its time is over', async (client) => {
    await client.call('GET', '/v1/manage/settings', {status: 200});
    await client.advance('P2D');
    await client.call('GET', '/v1/manage/settings', {status: 401});
  }),
  symbl('deletes a conversation', async (client) => {
    const job = await submit(client);
    await client.advance('PT1M');
    await client.call('DELETE', `/v1/conversations/${job.conversation}`);
    for (const path of ['', '/messages', '/members', '/summary'])
      await client.call('GET', `/v1/conversations/${job.conversation}${path}`, {status: 404});
  }),
];

/** Queued, then finished; what it was about is read before, while it waits, and after. */
async function anonymize(client: Client, path: string, about: string): Promise<void> {
  await client.call('GET', about, {status: 200});
  const {data} = (await client.call('PATCH', path, {status: 202})).read<{data: {id: string}}>();
  const request = `/v1/anonymization/request/${data.id}`;
  for (const wait of ['PT0.5S', 'PT10S', 'P1D']) {
    await client.call('GET', request, {status: 200});
    await client.call('GET', about);
    await client.advance(wait);
  }
  await client.call('GET', request, {status: 200});
  await client.call('GET', about);
  await client.call('PATCH', path);
}

async function submit(client: Client): Promise<{readonly path: string; readonly conversation: string}> {
  const json = {messages: [{payload: {content: 'Will you call me tomorrow? I will send the report.'}}]};
  const {jobId, conversationId = ''} = (await client.call('POST', '/v1/process/text', {json, status: 201})).read();
  return {path: `/v1/job/${jobId}`, conversation: conversationId};
}
