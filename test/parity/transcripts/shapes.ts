import {textOf, utf8} from '../bytes.js';
import type {Client} from '../client.js';
import {encoded} from '../encoded.js';
import type {Transcript} from '../transcript.js';
import {makerOf} from './made.js';

const dixa = makerOf('bodies and addresses', 'dixa');
const opencx = makerOf('bodies and addresses', 'opencx');
const symbl = makerOf('bodies and addresses', 'symbl');

const json = {'content-type': 'application/json'};
/** Every byte that there is. */
const everyByte = textOf(Uint8Array.from({length: 256}, (_, byte) => byte));
const png = '\x89PNG\r\n\x1a\n';

/** Bytes that must come through as they are, and addresses that must be read as they were written. */
export const shapes: readonly Transcript[] = [
  dixa('keeps text of every script', async (client) => {
    const name = 'Zoë Müßig 東京 🦊 \u0000\u200d e\u0301 "quoted" \\ /';
    const made = await client.call('POST', '/v1/endusers', {json: {displayName: name, email: 'zoë@example.org'}});
    await client.call('POST', '/v1/endusers', {json: {displayName: name}, status: 201});
    const {data} = made.status < 300 ? made.read<{data: {id: string}}>() : {data: {id: 'none'}};
    await client.call('GET', `/v1/endusers/${data.id}`);
    await client.call('GET', '/v1/endusers?email=zoë@example.org');
    await client.call('GET', `/v1/search/conversations?query=${encodeURIComponent('Müßig 東京')}`);
    await client.call('GET', '/v1/endusers/größe%20東京');
  }),
  dixa('reads JSON in other encodings as they come', async (client) => {
    const text = JSON.stringify({displayName: 'Zoë'});
    for (const body of [utf8(`\ufeff${text}`), '{"displayName":"\xff\xfe"}', `${utf8(text)} `, '\u0000', ' ', 'null'])
      await client.call('POST', '/v1/endusers', {headers: json, body});
    for (const type of ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.api+json', 'json', ''])
      await client.call('POST', '/v1/endusers', {headers: {'content-type': type}, body: utf8(text)});
  }),
  dixa('leads from page to page', async (client) => {
    for (const first of [
      '/v1/endusers?pageLimit=2',
      '/beta/agents?pageLimit=1',
      '/v1/conversations/activitylog?pageLimit=1',
    ]) {
      let next: string | undefined = first;
      for (let page = 0; next !== undefined && page < 4; page += 1) {
        const answer = await client.call('GET', next, {status: 200});
        next = answer.read<{meta?: {next?: string}}>().meta?.next;
      }
    }
  }),
  dixa('opens a file by the address in a message', async (client) => {
    const {data} = (await client.call('GET', '/v1/conversations/10749/messages', {status: 200})).read<{
      data: readonly {attributes: {attachments?: readonly {url: string}[]}}[];
    }>();
    const [file] = data.flatMap(({attributes}) => attributes.attachments ?? []);
    await client.call('GET', file?.url ?? '', {status: 200});
    await client.call('GET', file?.url ?? '', {nobody: true});
  }),
  dixa('finds its way through odd queries', async (client) => {
    for (const query of oddQueries) await client.call('GET', `/v1/endusers?${query}`);
    await client.call('GET', '/v1/tags?includeDeactivated=true', {status: 200});
  }),
  dixa('reads the token bare and behind its scheme', async (client) => {
    const token = client.env.DIXA_API_KEY ?? '';
    for (const authorization of [token, `Bearer ${token}`, `bearer  ${token} `, `Basic ${token}`, '', 'é'])
      await client.call('GET', '/v1/organization', {headers: {authorization}});
  }),
  dixa('answers other methods', otherMethods(['/v1/organization', '/v1/endusers', '/v1/nothing', '/'])),
  opencx('takes an upload, and serves it as it came', async (client) => {
    const form = new FormData();
    form.append('file', new Blob([png, 'some bytes of a picture'], {type: 'image/png'}), 'größe "1".png');
    const gif = new FormData();
    gif.append('file', new Blob(['GIF89a'], {type: 'image/gif'}), 'parcel.gif');
    for (const one of [form, gif]) {
      const made = await client.call('POST', '/media/upload', await encoded(one));
      if (made.status < 300) await client.call('GET', made.read().url ?? '', {nobody: true});
    }
    await client.call('POST', '/media/upload', {
      headers: {'content-type': 'multipart/form-data; boundary=x'},
      body: '--x--\r\n',
    });
    await client.call('POST', '/media/upload', {headers: {'content-type': 'multipart/form-data'}, body: everyByte});
    await client.call('POST', '/media/upload', {headers: {'content-type': 'image/png'}, body: png});
  }),
  opencx('takes a file of any bytes with a message', async (client) => {
    const {id} = (await client.call('POST', '/chat/sessions', {json: {channel: {type: 'api'}}, status: 200})).read();
    const attachments = [{name: 'every byte.bin', mime_type: 'application/octet-stream', base64: btoa(everyByte)}];
    await client.call('POST', `/chat/sessions/${id}/send`, {
      json: {sender: 'contact', message: {type: 'text', text: 'See 東京.', attachments}},
      status: 200,
    });
    const {items} = (await client.call('GET', `/chat/sessions/${id}/history`, {status: 200})).read<{
      items: readonly {event: {attachments: readonly {url: string}[]}}[];
    }>();
    const file = await client.call('GET', items[0]?.event.attachments[0]?.url ?? '', {nobody: true, status: 200});
    if (file.body !== everyByte) throw new Error('The file is another than the one that was sent.');
  }),
  opencx('tells an address back as it was written', async (client) => {
    for (const path of [
      '/größe?x=東京',
      '/a%20b?c=%2F',
      "/it's?q='",
      '/(a)*!~',
      '/%7Ex',
      '/a;b=c',
      '/%zz',
      '/nothing?',
      '/a?{}|"',
    ])
      await client.call('GET', path);
  }),
  opencx('finds its way through odd queries', async (client) => {
    for (const query of [...oddQueries, 'status=open&status=closed_resolved', 'status[]=open', 'handed_off=true'])
      await client.call('GET', `/chat/sessions?${query}`);
  }),
  opencx('answers other methods', otherMethods(['/chat/sessions', '/redaction/session', '/nothing', '/'])),
  opencx('refuses a body of more than a megabyte', async (client) => {
    const text = 'a'.repeat(1_100_000);
    await client.call('POST', '/redaction/message', {json: {messageId: text}, status: 413});
  }),
  opencx('refuses an address that is too long', async (client) => {
    await client.call('GET', `/chat/sessions?cursor=${'a'.repeat(9000)}`, {status: 400});
  }),
  symbl('takes bytes of audio and video', async (client) => {
    const types = ['audio/wav', 'audio/mpeg', 'video/mp4', 'text/plain', 'application/octet-stream', ''];
    for (const path of ['/v1/process/audio?name=Größe', '/v1/process/video'])
      for (const type of types) {
        await client.call('POST', path, {headers: {...(type && {'content-type': type})}, body: everyByte});
        await client.advance('PT1M');
      }
    const {jobId} = (
      await client.call('POST', '/v1/process/audio', {
        headers: {'content-type': 'audio/wav'},
        body: `RIFF${everyByte}`,
        status: 201,
      })
    ).read();
    await client.call('GET', `/v1/job/${jobId}`, {status: 200});
  }),
  symbl('reads values that are JSON or lists in a query', async (client) => {
    const vocabulary = encodeURIComponent('["Größe","東京"]');
    for (const query of [
      `customVocabulary=${vocabulary}`,
      'customVocabulary=a&customVocabulary=b',
      'entities=%5B%7B%7D%5D',
      'confidenceThreshold=0.5',
      'confidenceThreshold=2',
      'channelMetadata=nonsense',
    ])
      await client.call('POST', `/v1/process/audio?${query}`, {headers: {'content-type': 'audio/wav'}, body: 'RIFF'});
  }),
  symbl('answers other methods', otherMethods(['/v1/manage/settings', '/v1/conversations', '/nothing', '/'])),
  symbl('reads the token from either header', async (client) => {
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = client.env;
    const body = {type: 'application', appId, appSecret};
    const {accessToken = ''} = (await client.call('POST', '/oauth2/token:generate', {json: body, status: 200})).read();
    const spellings: readonly Readonly<Record<string, string>>[] = [
      {'x-api-key': accessToken},
      {'X-API-KEY': ` ${accessToken} `},
      {'x-api-key': 'é', authorization: `Bearer ${accessToken}`},
    ];
    for (const headers of spellings)
      await client.call('GET', '/v1/manage/settings', {nobody: true, headers, status: 200});
  }),
];

const oddQueries = [
  '',
  '&&',
  '=',
  'x',
  'x=1&x=2',
  'pageLimit=1&pageLimit=2',
  'email[]=a&email[]=b',
  'email=%00',
  'email=a+b%2Bc',
  'email=größe',
  '%zz=1',
  'email=%E4',
  '__proto__=1',
  'a.b=1&a[b]=2',
  'x=1#fragment',
];

/** A `HEAD` has no body, `OPTIONS` asks nothing of a vendor, and nobody has heard of `PURGE`. */
function otherMethods(paths: readonly string[]): (client: Client) => Promise<void> {
  return async (client) => {
    for (const path of paths)
      for (const method of ['HEAD', 'OPTIONS', 'PURGE', 'DELETE']) {
        await client.call(method, path);
        await client.call(method, path, {nobody: true});
      }
  };
}
