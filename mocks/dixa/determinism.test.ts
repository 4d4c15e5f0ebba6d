import {expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {aDay, dixaClient, seeded, stateOf} from './test-support.js';

/** A client's day: everything that makes ids, in a fixed order, with the clock moving on. */
async function transcript(client: VendorClient): Promise<string[]> {
  const lines: string[] = [];
  const call = async (method: string, path: string, body?: object) => {
    const answer = await client.call(method, path, {...(body && {body})});
    lines.push(`${method} ${path} ${answer.status} ${JSON.stringify(answer.headers)} ${answer.text}`);
    client.advance(250);
    return answer.body as {data: {id: string | number}};
  };
  const content = {_type: 'Text', value: 'Hello'};
  const {data: user} = await call('POST', '/v1/endusers', {displayName: 'Una', avatarUrl: 'http://avatar.url'});
  const {data: conversation} = await call('POST', '/v1/conversations', {
    _type: 'Chat',
    requesterId: user.id,
    widgetId: seeded.widget,
    message: {_type: 'Inbound', content, attachments: [{url: 'http://attachment.url'}]},
  });
  const path = `/v1/conversations/${conversation.id}`;
  await call('POST', `${path}/messages`, {_type: 'Outbound', agentId: seeded.kim, content});
  await call('PUT', `${path}/followup`, {timestamp: '2026-01-05T09:00:02Z'});
  await call('PATCH', `${path}/anonymize`);
  await call('PATCH', `/v1/endusers/${user.id}/anonymize?force=true`);
  await call('GET', `${path}/messages`);
  client.advance(aDay);
  for (const rest of ['', '/messages', '/activitylog']) await call('GET', path + rest);
  await call('GET', `/v1/endusers/${seeded.ada}/conversations?pageLimit=1`);
  return lines;
}

it('answers the same calls with the same bytes and ends in the same state', async () => {
  const [one, other] = [dixaClient({randomSeed: 7}), dixaClient({randomSeed: 7})];
  expect(await transcript(one)).toEqual(await transcript(other));
  expect(await stateOf(one)).toBe(await stateOf(other));
});

it('hands out other ids with another seed', async () => {
  const [one, other] = [await transcript(dixaClient({randomSeed: 7})), await transcript(dixaClient({randomSeed: 8}))];
  const idsIn = (lines: readonly string[]) => new Set(lines.join().match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  const known = idsIn([JSON.stringify(seeded), await stateOf(dixaClient())]);
  const made = [...idsIn(one)].filter((id) => !known.has(id));
  expect(made.length).toBeGreaterThan(10);
  const elsewhere = idsIn(other);
  expect(made.filter((id) => elsewhere.has(id))).toEqual([]);
});

it('answers a refused call without using up an id', async () => {
  const [one, other] = [dixaClient(), dixaClient()];
  const refused = {
    _type: 'Inbound',
    content: {_type: 'Text', value: 'x'},
    attachments: [{url: 'http://nowhere.example'}],
  };
  expect((await one.call('POST', `/v1/conversations/${seeded.open}/messages`, {body: refused})).status).toBe(400);
  expect(await transcript(one)).toEqual(await transcript(other));
});
