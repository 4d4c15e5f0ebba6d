import {describe, expect, it} from 'vitest';
import {symbl} from '../index.js';
import {badRequest, recordingRoutes, signedIn, stored, bytes, wav} from '../test-support.js';

const ofFiles = recordingRoutes.flatMap(([method, path, call]) =>
  'headers' in call ? [[method, path, call] as const] : [],
);
const ofAddresses = recordingRoutes.filter(([, path]) => path.includes('/url'));

describe('a recording is refused', () => {
  /** Refused in these words, and nothing is there that was not before. */
  async function refused(method: string, path: string, call: object, body: object = badRequest) {
    const client = await signedIn();
    const before = await stored(client);
    expect(await client.call(method, path, call)).toMatchObject({status: 400, body});
    expect(await stored(client)).toBe(before);
  }

  it.each(ofFiles)('SYMBL-19 when there is none: %s %s', (method, path, {headers}) =>
    refused(method, path, {body: '', headers}),
  );

  it.each(ofFiles)('SYMBL-19 when it says it is something else: %s %s', async (method, path) => {
    for (const type of ['application/json', 'text/plain', 'audio/ogg', 'multipart/form-data; boundary=x']) {
      await refused(method, path, {body: bytes('RIFF'), headers: {'content-type': type}});
    }
  });

  it.each(ofFiles)('SYMBL-19 but taken when it does not say what it is: %s %s', async (method, path) => {
    const answer = await (await signedIn()).call(method, path, {body: bytes('OggS'), headers: {'content-type': ''}});
    expect(answer.status).toBe(201);
  });

  it.each(['audio/wav', 'audio/wave', 'audio/mpeg', 'audio/mp3', 'Audio/WAV; codecs=1'])(
    'SYMBL-19 but taken as %s',
    async (type) => {
      const client = await signedIn();
      const answer = await client.call('POST', '/v1/process/audio', {
        body: bytes('x'),
        headers: {'content-type': type},
      });
      expect(answer.status).toBe(201);
    },
  );

  it.each([
    ['detectPhrases=perhaps', '"detectPhrases" must be a boolean'],
    ['detectEntities=1', '"detectEntities" must be a boolean'],
    ['enableSpeakerDiarization=', '"enableSpeakerDiarization" must be a boolean'],
    ['diarizationSpeakerCount=two', '"diarizationSpeakerCount" must be a number'],
    ['diarizationSpeakerCount=0', '"diarizationSpeakerCount" must be greater than or equal to 1'],
    ['confidenceThreshold=0.4', '"confidenceThreshold" must be greater than or equal to 0.5'],
    ['confidenceThreshold=1.5', '"confidenceThreshold" must be less than or equal to 1'],
    ['confidenceThreshold=high', '"confidenceThreshold" must be a number'],
    ['mode=tape', '"mode" must be one of [phone, default]'],
    ['webhookUrl=hooks.example.com', '"webhookUrl" must be a valid uri'],
    ['webhookUrl=ftp://hooks.example.com', '"webhookUrl" must be a valid uri'],
    ['customVocabulary=Platform', '"customVocabulary" must be an array'],
    ['customVocabulary={}', '"customVocabulary" must be an array'],
    ['channelMetadata=[1', '"channelMetadata" must be an array'],
    ['customVocabulary=["Platform",1]', '"customVocabulary[1]" must be a string'],
    ['channelMetadata=[{"channel":1}]', '"channelMetadata[0].speaker" is required'],
    ['trackers=[]&trackers=[]', '"trackers" must be an array'],
    ['name=a&name=b', '"name" must be a string'],
  ])('SYMBL-19 for a wrong option: %s', (query, message) =>
    refused('POST', `/v1/process/audio?${query}`, {body: bytes('x'), headers: wav}, {message}),
  );

  it.each([
    '[1]',
    '[{"channel":1}]',
    '[{"channel":"1","speaker":{}}]',
    '[{"channel":0,"speaker":{}}]',
    `${'['.repeat(3000)}${']'.repeat(3000)}`,
  ])('SYMBL-19 for channels that are none: %.40s', async (channels) => {
    const call = {body: bytes('x'), headers: wav};
    const answer = await (await signedIn()).call('POST', `/v1/process/audio?channelMetadata=${channels}`, call);
    expect(answer.status).toBe(400);
  });

  it.each(['customVocabulary=', 'entities=[]', 'channelMetadata=[{"channel":1,"speaker":{},"__proto__":{"x":1}}]'])(
    'SYMBL-19 but taken with lists that say nothing: %s',
    async (query) => {
      const call = {body: bytes('x'), headers: wav};
      const answer = await (await signedIn()).call('POST', `/v1/process/audio?${query}`, call);
      expect(answer.status).toBe(201);
    },
  );

  it.each(ofAddresses)('SYMBL-19 without a right address: %s %s', async (method, path) => {
    const right = 'https://files.example.com/a';
    for (const body of [
      {},
      {url: ''},
      {url: 1},
      {url: 'call.wav'},
      {url: 'file:///etc/hosts'},
      {url: 'https://'},
      {url: right, webhookUrl: 'nowhere'},
      {url: right, mode: 'tape'},
      {url: right, diarizationSpeakerCount: 'two'},
      {url: right, channelMetadata: {}},
      [right],
      '{"url":"https://files.example.com/a",}',
    ]) {
      await refused(method, path, {body});
    }
  });

  it('SYMBL-85 by other methods', async () => {
    const client = await signedIn();
    for (const [, path] of recordingRoutes) {
      expect(await client.call('DELETE', path)).toMatchObject({status: 405, body: {message: 'Method Not Allowed'}});
    }
  });

  it('where it is larger than 64 MiB, which is more than a text may be', async () => {
    const files = symbl.operationList.filter(({body}) => body?.form === 'binary');
    expect(files).toHaveLength(4);
    for (const {body} of files) expect(body?.maxBytes).toBe(64 * 1024 * 1024);
    const client = await signedIn();
    const body = new Uint8Array(2 * 1024 * 1024);
    expect((await client.call('POST', '/v1/process/audio', {body, headers: wav})).status).toBe(201);
  });
});
