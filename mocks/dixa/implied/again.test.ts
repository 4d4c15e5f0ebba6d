import {describe, expect, it} from 'vitest';
import {emittedEvents} from '../webhooks/entities.js';
import {aDay, dataOf, dixaClient, seeded} from '../test-support.js';
import {askAgain, recordCalls} from '../../../test/support/implied-seed.js';

/** Names of what a fresh client of Dixa does, and what it reads at the end. */
async function richDixa() {
  const client = dixaClient();
  const calls = recordCalls(client);
  const make = async (method: string, path: string, body?: unknown) => {
    client.advance(1000);
    const answer = await client.call(method, `/v1${path}`, body === undefined ? {} : {body});
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
    // An answer without a body has no id either, and none is asked of it.
    const made = answer.status === 204 || answer.text === '' ? {id: ''} : dataOf(answer);
    return made as {id: string} & Record<string, unknown>;
  };
  const user = await make('POST', '/endusers', {displayName: 'Wren Alder', email: 'wren@customer.example'});
  await make('PATCH', `/endusers/${user.id}/custom-attributes`, {'3c1d6f9a-1f0e-4d64-8a3b-2b7f7f9f6f01': 'gold'});
  const agent = await make('POST', '/agents', {displayName: 'Bo Agent', email: 'bo.agent@example.org'});
  const tag = await make('POST', '/tags', {name: 'vip'});
  const queue = await make('POST', '/queues', {
    request: {name: 'Wines', callFunctionality: false, isDefault: true, isDoNotOfferEnabled: false},
  });
  const mail = await make('POST', '/conversations', {
    _type: 'Email',
    requesterId: user.id,
    emailIntegrationId: 'support@email.dixa.io',
    subject: 'My order',
    message: {_type: 'Inbound', content: {_type: 'Text', value: 'Where is my order?'}},
  });
  const path = `/conversations/${mail.id}`;
  await make('POST', `${path}/messages`, {
    _type: 'Outbound',
    agentId: agent.id,
    content: {_type: 'Text', value: 'On its way.'},
    attachments: [{url: 'http://attachment.url', prettyName: 'note.txt'}],
  });
  await make('PUT', `${path}/claim`, {agentId: agent.id});
  await make('POST', `${path}/notes`, {message: 'Was friendly.'});
  await make('PUT', `${path}/tags/${tag.id}`);
  await make('PUT', `${path}/tags/${'4b1c0de2-93a5-4c71-8f0e-6d2a7c9b5e01'}`);
  await make('PATCH', `${path}/custom-attributes`, {'7b0f6b4c-2a57-4c39-9a0e-58d2c1a3e902': 'A-1'});
  const rating = await make('POST', `${path}/ratings/offer`, {ratingType: 'Csat'});
  await make('POST', `${path}/ratings/${rating.id}/submit`, {
    ratingResult: {_type: 'Csat', value: 5},
    comment: 'Quick!',
  });
  await make('PUT', `${path}/link`, {parentId: seeded.open, linkType: 'SideConversation'});
  await make('PUT', `${path}/transfer/queue`, {queueId: queue.id});
  const hook = await make('POST', '/webhooks', {
    name: 'Hook',
    url: 'https://hooks.example.org/dixa',
    authorization: {_type: 'BasicAuth', username: 'wren', password: 'sécret:1'},
    customHeaders: {'X-Own': 'yes'},
    events: emittedEvents,
  });
  const gone = await make('PATCH', `/conversations/${seeded.closed}/anonymize`);
  const forgotten = await make('PATCH', `/endusers/${seeded.noor}/anonymize?force=true`);
  client.advance(aDay);
  const targets = [
    ...[
      path,
      `/conversations/${seeded.open}`,
      `/conversations/${seeded.closed}`,
      `/conversations/${seeded.other}`,
    ].flatMap((one) =>
      ['', '/messages', '/notes', '/ratings', '/rating', '/tags', '/activitylog', '/linked'].map((end) => one + end),
    ),
    '/conversations/activitylog?pageLimit=1000',
    ...['/endusers', `/endusers/${user.id}`, `/endusers/${seeded.ada}`, `/endusers/${seeded.noor}`],
    ...[
      `/endusers/${user.id}/conversations`,
      `/endusers/${seeded.ada}/conversations`,
      `/endusers/${seeded.noor}/conversations`,
    ],
    ...['/agents', `/agents/${agent.id}`, '/tags', '/tags?includeDeactivated=true', `/tags/${tag.id}`],
    ...['/queues', `/queues/${queue.id}`, `/queues/conversation-position/${mail.id}`, '/organization'],
    ...['/contact-endpoints', '/conversations/flows', '/conversations/flows?channel=Email', '/custom-attributes'],
    ...['/webhooks', `/webhooks/${hook.id}`],
    ...[`/anonymization/request/${gone.id}`, `/anonymization/request/${forgotten.id}`],
    '/search/conversations?query=order',
  ].map((target) => `/v1${target}`);
  return {client, calls, targets};
}

describe('what Dixa answered', () => {
  it('is answered again by a stand-in that starts with the seed of it', async () => {
    const {client, calls, targets} = await richDixa();
    const asked = await askAgain(client, {calls, targets, second: (seeds) => dixaClient({seeds})});
    for (const {target, before, again} of asked) expect(again, target).toEqual(before);
    expect(asked.length).toBeGreaterThan(50);
  });
});
