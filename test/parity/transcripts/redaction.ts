import type {Client} from '../client.js';
import type {Transcript} from '../transcript.js';
import {makerOf} from './made.js';

const opencx = makerOf('redaction', 'opencx');
const symbl = makerOf('redaction', 'symbl');

const session = '123e4567-e89b-12d3-a456-426614174000';

/** What hides personal data: for good at OpenCX, on reading at Symbl. */
export const redaction: readonly Transcript[] = [
  opencx('redacts a session with its files, and again', async (client) => {
    await client.call('GET', `/chat/sessions/${session}/history`, {status: 200});
    await client.call('POST', '/redaction/session', {json: {sessionId: session}, status: 200});
    await client.call('GET', `/chat/sessions/${session}`, {status: 200});
    await client.call('GET', `/chat/sessions/${session}/history`, {status: 200});
    await client.call('POST', '/redaction/session', {json: {sessionId: session}, status: 200});
    await client.call('GET', '/chat/sessions/search?q=parcel', {status: 200});
  }),
  opencx('redacts a message whose file was opened before', async (client) => {
    const {id} = (await client.call('POST', '/chat/sessions', {json: {channel: {type: 'api'}}, status: 200})).read();
    const message = {
      type: 'text',
      text: 'I am Ada Example, ada@example.org, +12025550143.',
      attachments: [{name: 'größe.txt', mime_type: 'text/plain', base64: 'aGVsbG8='}],
    };
    const sent = await client.call('POST', `/chat/sessions/${id}/send`, {
      json: {sender: 'contact', message},
      status: 200,
    });
    const {data} = sent.read<{data: {message: {id: string}}}>();
    const history = `/chat/sessions/${id}/history`;
    const {items} = (await client.call('GET', history, {status: 200})).read<History>();
    const file = items[0]?.event.attachments[0]?.url ?? '';
    await client.call('GET', file, {nobody: true, status: 200});
    await client.call('POST', '/redaction/message', {json: {messageId: data.message.id}, status: 200});
    await client.call('GET', file, {nobody: true, status: 404});
    await client.call('GET', history, {status: 200});
    await client.call('POST', '/redaction/message', {json: {messageId: data.message.id}, status: 200});
  }),
  opencx('announces redactions as older docs do', redactSeeded, {scenario: 'legacy-docs'}),
  opencx('counts no message that was redacted before', redactSeeded, {scenario: 'already-redacted'}),
  symbl('hides entities and speakers on reading', async (client) => {
    const messages = `${await talk(client)}/messages`;
    for (const query of ['', '?redact=true', '?redact=TRUE&verbose=true', '?redact=false', '?redact=perhaps'])
      await client.call('GET', messages + query);
  }),
  symbl('leaves in clear what is excluded, however that is written', async (client) => {
    const messages = `${await talk(client)}/messages?redact=true&exclude=`;
    for (const exclude of [
      '["LOCATION_CITY"]',
      '["PERSON_NAME","EMAIL_ADDRESS"]',
      'SSN,LOCATION_CITY',
      '[]',
      '["SSN"',
      '',
    ])
      await client.call('GET', messages + encodeURIComponent(exclude));
    await client.call('GET', `${messages}SSN&exclude=LOCATION_CITY`);
  }),
  symbl('hides in transcripts and in each output style of the settings', async (client) => {
    const conversation = await talk(client);
    const styles = [
      {default: true},
      {default: true, exclude: ['LOCATION_CITY']},
      {default: true, type: 'obfuscation'},
      {default: true, type: 'custom', custom: {SSN: 'Social Security Number', default: 'obfuscation'}},
      {default: false, type: 'custom', custom: {SSN: '[123-45-6789]'}},
    ];
    for (const value of styles) {
      await client.call('PATCH', '/v1/manage/settings', {json: [{op: 'add', path: '/redaction', value}], status: 200});
      for (const query of ['', '?redact=true', '?redact=false'])
        await client.call('GET', `${conversation}/messages${query}`, {status: 200});
      for (const contentType of ['text/markdown', 'text/srt', 'text/plain'])
        await client.call('POST', `${conversation}/transcript`, {json: {contentType, showSpeakerSeparation: true}});
      for (const path of ['entities', 'summary', 'topics', 'action-items', 'questions'])
        await client.call('GET', `${conversation}/${path}`);
    }
  }),
  symbl('hides what the account calls an entity of its own', async (client) => {
    const entity = {type: 'Vehicle', category: 'Custom', subType: 'Bicycle', values: ['velocipede']};
    await client.call('POST', '/v1/manage/entities', {json: entity, status: 201});
    const conversation = await talk(client, 'My velocipede stands in Straße 7, 東京.');
    await client.call('GET', `${conversation}/messages?redact=true`, {status: 200});
    await client.call('GET', `${conversation}/entities`, {status: 200});
  }),
];

interface History {
  readonly items: readonly {readonly event: {readonly attachments: readonly {readonly url: string}[]}}[];
}

async function redactSeeded(client: Client): Promise<void> {
  await client.call('POST', '/redaction/session', {json: {sessionId: session}});
  await client.call('POST', '/redaction/message', {json: {messageId: session}});
  await client.call('GET', `/chat/sessions/${session}/history`, {status: 200});
}

/** Hands a conversation over and waits until it is processed. @returns its path. */
async function talk(client: Client, ...texts: readonly string[]): Promise<string> {
  const from = {userId: 'ada.example@example.org', name: 'Ada Example'};
  const messages = [
    {payload: {content: 'My social security number is 444-67-3334 and I live in New York City.'}, from},
    {payload: {content: 'My name is Tony Stark; write to tony.stark@example.org or call 555-555-0142.'}},
    ...texts.map((content) => ({payload: {content}, from})),
  ];
  const accepted = await client.call('POST', '/v1/process/text', {json: {messages}, status: 201});
  const {conversationId} = accepted.read();
  await client.advance('PT1M');
  return `/v1/conversations/${conversationId}`;
}
