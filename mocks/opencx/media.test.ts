import {describe, expect, it} from 'vitest';
import {maxFileBytes} from './files.js';
import {
  formWith,
  history,
  images,
  invalid,
  keys,
  messages,
  opencxClient,
  openSession,
  pathOf,
  post,
  redactMessage,
  redactSession,
  send,
  stateOf,
  upload,
  visitor,
} from './test-support.js';

const tooLarge = {
  statusCode: 413,
  code: 'FST_ERR_CTP_BODY_TOO_LARGE',
  error: 'Payload Too Large',
  message: 'Request body is too large',
};

/** An image that is so many bytes long. */
function imageOf(length: number) {
  const bytes = new Uint8Array(length);
  bytes.set(images['image/png']);
  return formWith(bytes, {type: 'image/png'});
}

describe('POST /media/upload', () => {
  it.each(Object.entries(images))('OPENCX-65 takes %s and serves it', async (type, bytes) => {
    const client = opencxClient();
    const answer = await post<{id: string; url: string}>(
      client,
      '/media/upload',
      formWith(bytes, {type, name: 'ada.x'}),
    );
    expect(answer).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      url: `http://127.0.0.1:4020/files/${answer.id}/${type.replace('/', '.')}`,
    });
    const {url} = answer;
    const served = await client.engine.answer(
      {method: 'GET', target: pathOf(url), headers: {}, origin: '', body: undefined},
      {kind: 'vendor', vendor: client.vendor, sandbox: 'default', target: pathOf(url), prefix: ''},
    );
    expect(served).toMatchObject({status: 200, body: bytes, headers: {'Content-Type': 'application/octet-stream'}});
  });

  it('OPENCX-65 takes an image that is said to be nothing in particular', async () => {
    expect(await upload(opencxClient(), formWith(images['image/gif']))).toContain('/image.gif');
  });

  it('OPENCX-65 takes 5 MB, and not a byte more', async () => {
    const client = opencxClient();
    expect(await upload(client, imageOf(maxFileBytes))).toContain('/files/');
    const before = await stateOf(client);
    for (const length of [maxFileBytes + 1, 6 * 1024 * 1024]) {
      const answer = await client.call('POST', '/media/upload', {body: imageOf(length)});
      expect(answer).toMatchObject({status: 413, body: tooLarge});
    }
    expect(await stateOf(client)).toBe(before);
  });

  it.each([
    ['a text', formWith('This is no image.', {type: 'image/png'})],
    ['a text that says so', formWith('This is no image.', {type: 'text/plain'})],
    ['a text that says nothing', formWith('This is no image.')],
    ['an empty file', formWith('', {type: 'image/png'})],
    ['another image than it says', formWith(images['image/gif'], {type: 'image/png'})],
    ['an image said to be a page', formWith(images['image/png'], {type: 'text/html'})],
    ['a riff that is no webp', formWith('RIFF1234WAVEfmt ', {type: 'image/webp'})],
  ])('OPENCX-65 refuses %s, and keeps nothing', async (_, body) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/media/upload', {body});
    expect(answer).toMatchObject({status: 400, body: invalid('body/file Invalid input')});
    expect(await stateOf(client)).toBe(before);
  });

  it.each(['/media/upload', '/backend/widget/v2/upload'])(
    'OPENCX-5, OPENCX-65 refuses what is no form at %s',
    async (path) => {
      const client = opencxClient();
      const headers = await visitor(client);
      if (path === '/media/upload') headers.authorization = keys.full;
      const [empty, text] = [new FormData(), new FormData()];
      empty.append('image', 'x');
      text.append('file', 'a text');
      const expected = (received: string) => invalid(`body/file Invalid input: expected file, received ${received}`);
      expect(await client.call('POST', path, {body: empty, headers})).toMatchObject({
        status: 400,
        body: expected('undefined'),
      });
      expect(await client.call('POST', path, {body: text, headers})).toMatchObject({
        status: 400,
        body: expected('string'),
      });
      for (const [type, body, status, message] of [
        ['application/json', '{"file": "x"}', 415, 'Unsupported Media Type'],
        ['image/png', images['image/png'], 415, 'Unsupported Media Type'],
        ['multipart/form-data', 'no boundary', 400, 'Unexpected end of form'],
        ['multipart/form-data; boundary=x', '--x\r\nbroken', 400, 'Unexpected end of form'],
      ] as const) {
        const answer = await client.call('POST', path, {body, headers: {...headers, 'content-type': type}});
        expect(answer).toMatchObject({status, body: {statusCode: status, message}});
      }
    },
  );

  it('OPENCX-31 answers 201 by the older docs', async () => {
    const client = opencxClient({docs_generation: 'G2'});
    expect((await client.call('POST', '/media/upload', {body: imageOf(100)})).status).toBe(201);
  });
});

describe('POST /backend/widget/v2/upload', () => {
  it('OPENCX-65 takes a file of any type up to 5 MB, and tells its name and address', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    const path = '/backend/widget/v2/upload';
    const body = formWith('name,amount', {type: 'text/csv', name: 'bill of Ada.csv'});
    const answer = await client.call('POST', path, {body, headers});
    const {fileName, fileUrl} = answer.body as Record<string, string>;
    expect(answer.status).toBe(200);
    expect(fileName).toBe('bill of Ada.csv');
    expect(fileUrl).toMatch(/^http:\/\/127\.0\.0\.1:4020\/files\/[0-9a-f-]{36}\/bill%20of%20Ada\.csv$/);
    expect((await client.call('GET', pathOf(fileUrl ?? ''))).text).toBe('name,amount');
    expect(await client.call('POST', path, {body: imageOf(maxFileBytes + 1), headers})).toMatchObject({
      status: 413,
      body: tooLarge,
    });
  });
});

describe('an uploaded file in a message', () => {
  const sendImage = async (client: ReturnType<typeof opencxClient>, url: string) => {
    const session = await openSession(client);
    const attachments = [{name: 'label.png', url, mime_type: 'image/png'}];
    return {session, message: await send(client, session, {message: {type: 'text', text: '', attachments}})};
  };

  it('OPENCX-55, OPENCX-66 is listed by its address, with its size', async () => {
    const client = opencxClient();
    const url = await upload(client);
    const {session} = await sendImage(client, url);
    const [first] = await messages(client, session);
    expect(first?.event.attachments).toEqual([
      {id: expect.any(String), name: 'label.png', size: 11, type: 'image/png', url},
    ]);
  });

  it.each([
    [
      'message',
      (client: ReturnType<typeof opencxClient>, {message}: {message: string}) => redactMessage(client, message),
    ],
    [
      'session',
      (client: ReturnType<typeof opencxClient>, {session}: {session: string}) => redactSession(client, session),
    ],
  ])('OPENCX-15, OPENCX-66 answers 404 once the %s is redacted', async (_, redact) => {
    const client = opencxClient();
    const url = await upload(client);
    const kept = await upload(client);
    const sent = await sendImage(client, url);
    await redact(client, sent);
    expect((await client.call('GET', pathOf(url))).status).toBe(404);
    expect((await client.call('GET', pathOf(kept))).status).toBe(200);
    expect((await history(client, sent.session))[0]?.event.attachments).toEqual([]);
  });

  it('OPENCX-66, OPENCX-67 a message of another organization does not take it along', async () => {
    const client = opencxClient();
    const url = await upload(client);
    client.authorization = keys.orgB;
    const {message} = await sendImage(client, url);
    await redactMessage(client, message);
    expect((await client.call('GET', pathOf(url))).status).toBe(200);
  });

  it.each<[string, (url: string) => string]>([
    ['with a fragment', (url) => `${url}#a/b`],
    ['with a query', (url) => `${url}?size=s/m`],
    ['with a part of its path escaped', (url) => url.replace('/files/', '/%66iles/').replace('-', '%2d')],
    ['by way of another folder', (url) => url.replace(/[^/]*$/, 'a/../$&')],
    ['between spaces', (url) => ` ${url} `],
    ['without a host', pathOf],
    ['under another name and host', (url) => url.replace('127.0.0.1', 'localhost').replace(/[^/]*$/, 'me.png')],
  ])('OPENCX-15, OPENCX-66 it goes with its message when its address is written %s', async (_, spell) => {
    const client = opencxClient();
    const url = await upload(client);
    const {message} = await sendImage(client, spell(url));
    expect((await client.call('GET', pathOf(url))).status).toBe(200);
    await redactMessage(client, message);
    expect((await client.call('GET', pathOf(url))).status).toBe(404);
  });

  it.each(['https://files.example.com/files/%zz/a.png', 'https://files.example.com/', 'no address', 'http://'])(
    'OPENCX-55 the address %s is listed as it is',
    async (url) => {
      const client = opencxClient();
      const {session} = await sendImage(client, url);
      expect((await messages(client, session))[0]?.event.attachments).toMatchObject([{url, size: 0}]);
    },
  );

  it('OPENCX-66 an address that only looks like one of ours is listed as it is', async () => {
    const client = opencxClient();
    const url = 'https://files.example.com/files/7d2b8c0e-11d4-4a5b-9f53-5a5d2e1c7a99/label.png';
    const {session, message} = await sendImage(client, url);
    expect((await messages(client, session))[0]?.event.attachments).toMatchObject([{url, size: 0}]);
    expect(await redactMessage(client, message)).toMatchObject({success: true});
  });
});
