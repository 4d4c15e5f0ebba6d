import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {
  badRequest,
  configure,
  credentialsOf,
  otherApp,
  process,
  seeded,
  sentence,
  signedIn,
  texts,
  tokenOf,
  transcript,
} from './test-support.js';

const path = '/v1/manage/settings';

/** The value of the vendor's sample. */
const sample = {
  default: true,
  type: 'custom',
  exclude: ['PERSON_NAME', 'EMAIL_ADDRESS'],
  custom: {SSN: 'Social Security Number', DRIVERS_LICENSE: 'Personal ID', default: 'obfuscation'},
};
const all = 'My social security number is [SSN] and I live in [LOCATION_CITY].';

const patch = (client: VendorClient, ...operations: unknown[]) => client.call('PATCH', path, {body: operations});
const settingsOf = async (client: VendorClient) => (await client.call('GET', path)).body;

/** The sentence of the redaction page as an account with these settings gets it. */
async function read(redaction: unknown, query = 'redact=true'): Promise<string | undefined> {
  const client = await signedIn();
  const id = await process(client, [sentence]);
  await configure(client, redaction);
  return (await texts(client, id, query))[0];
}

describe('changing settings', () => {
  it('SYMBL-68 starts from nothing', async () => {
    const answer = await (await signedIn()).call('GET', path);
    expect(answer).toMatchObject({status: 200, body: {}, text: '{}'});
  });

  it('SYMBL-69 adds, and shows what there is then, its id first', async () => {
    const client = await signedIn();
    const answer = await patch(client, {op: 'add', path: '/redaction', value: sample});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({id: expect.any(String) as string, redaction: sample});
    expect(Object.keys(answer.body as object)[0]).toBe('id');
    expect(await settingsOf(client)).toEqual({settings: {redaction: sample}});
  });

  it('SYMBL-70 never changes their id', async () => {
    const client = await signedIn();
    const idOf = async (...operations: unknown[]) => ((await patch(client, ...operations)).body as {id: string}).id;
    const first = await idOf({op: 'add', path: '/redaction', value: {default: true}});
    expect(await idOf({op: 'replace', path: '/redaction', value: {default: false}})).toBe(first);
    expect(await idOf({op: 'remove', path: '/redaction'})).toBe(first);
    client.advance(86_400_000);
    client.authorization = `Bearer ${await tokenOf(client)}`;
    expect(await idOf({op: 'add', path: '/redaction', value: sample})).toBe(first);
  });

  it('SYMBL-71 does not replace what is not there', async () => {
    const client = await signedIn();
    const answer = await patch(client, {op: 'replace', path: '/redaction', value: sample});
    expect(answer).toMatchObject({status: 400, body: badRequest});
    expect(await settingsOf(client)).toEqual({});
  });

  it('SYMBL-72 goes back to the defaults by removing', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    await configure(client, {default: true, type: 'obfuscation'});
    const answer = await patch(client, {op: 'remove', path: '/redaction'});
    expect(answer.body).toEqual({id: expect.any(String) as string});
    expect(await settingsOf(client)).toEqual({});
    expect(await texts(client, id)).toEqual([sentence]);
    expect(await texts(client, id, 'redact=true')).toEqual([all]);
  });

  it('SYMBL-73 carries operations out in order', async () => {
    const client = await signedIn();
    const answer = await patch(
      client,
      {op: 'add', path: '/redaction', value: {default: false}},
      {op: 'replace', path: '/redaction/default', value: true},
      {op: 'add', path: '/redaction/exclude', value: []},
      {op: 'add', path: '/redaction/exclude/-', value: 'SSN'},
      {op: 'add', path: '/redaction/exclude/0', value: 'AGE'},
      {op: 'replace', path: '/redaction/exclude/1', value: 'CVV'},
      {op: 'add', path: '/redaction/custom', value: {CVV: 'Code'}},
      {op: 'add', path: '/redaction/custom/A~1B~0C', value: 'Odd'},
      {op: 'remove', path: '/redaction/custom/CVV'},
      {op: 'add', path: '/intelligence', value: {bookmarks: {duration: 30}}},
      {op: 'replace', path: '/intelligence/bookmarks/duration', value: 45},
    );
    expect(answer.body).toMatchObject({
      redaction: {default: true, exclude: ['AGE', 'CVV'], custom: {'A/B~C': 'Odd'}},
      intelligence: {bookmarks: {duration: 45}},
    });
    await patch(client, {op: 'remove', path: '/redaction/exclude/0'});
    expect(await settingsOf(client)).toMatchObject({settings: {redaction: {exclude: ['CVV']}}});
  });

  it('SYMBL-73 carries out all of them or none', async () => {
    const client = await signedIn();
    await configure(client, sample);
    const answer = await patch(
      client,
      {op: 'replace', path: '/redaction/default', value: false},
      {op: 'remove', path: '/redaction/exclude'},
      {op: 'replace', path: '/redaction/nothing', value: 1},
    );
    expect(answer).toMatchObject({status: 400, body: badRequest});
    expect(await settingsOf(client)).toEqual({settings: {redaction: sample}});
  });

  const add = (value: unknown) => [{op: 'add', path: '/redaction', value}];
  it.each([
    ['no list', {op: 'add', path: '/redaction', value: {}}],
    ['an empty list', []],
    ['an unknown operation', [{op: 'merge', path: '/redaction', value: {}}]],
    ['an operation that the vendor does not name', [{op: 'test', path: '/redaction', value: sample}]],
    ['a move', [{op: 'move', from: '/redaction/type', path: '/redaction/custom'}]],
    ['a missing path', [{op: 'remove'}]],
    ['a missing value', [{op: 'add', path: '/redaction/default'}]],
    ['an unknown path', [{op: 'add', path: '/privacy', value: {}}]],
    ['an unknown path below a known one', [{op: 'add', path: '/redaction/mode', value: 'x'}]],
    ['a path without its beginning', [{op: 'add', path: 'redaction', value: {}}]],
    ['the whole document', [{op: 'add', path: '', value: {}}]],
    ['a broken escape', [{op: 'add', path: '/redaction/custom/~2', value: 'x'}]],
    ['a parent that is not there', [{op: 'add', path: '/intelligence/bookmarks/duration', value: 5}]],
    ['a prototype', [{op: 'add', path: '/redaction/custom/__proto__', value: 'x'}]],
    ['replacing what is inherited', [{op: 'replace', path: '/redaction/custom/toString', value: 'x'}]],
    ['adding below what is inherited', [{op: 'add', path: '/redaction/custom/toString/x', value: 'x'}]],
    ['adding below what a list inherits', [{op: 'add', path: '/redaction/exclude/push/x', value: 'x'}]],
    ['adding below what a text inherits', [{op: 'add', path: '/redaction/type/toString/x', value: 'x'}]],
    ['a constructor', [{op: 'add', path: '/redaction/custom/constructor/prototype/x', value: 'x'}]],
    ['the length of a list', [{op: 'replace', path: '/redaction/exclude/length', value: 0}]],
    ['a place before the first', [{op: 'replace', path: '/redaction/exclude/-1', value: 'SSN'}]],
    ['removing what is not there', [{op: 'remove', path: '/intelligence'}]],
    ['a place behind the end of a list', [{op: 'add', path: '/redaction/exclude/3', value: 'SSN'}]],
    ['a place that is no number', [{op: 'add', path: '/redaction/exclude/01', value: 'SSN'}]],
    ['removing behind the end', [{op: 'remove', path: '/redaction/exclude/-'}]],
    ['going below a text', [{op: 'add', path: '/redaction/type/x', value: 'x'}]],
    ['an unknown type', add({type: 'stars'})],
    ['a default that is no boolean', add({default: 'true'})],
    ['an exclude that is no list', add({exclude: 'SSN'})],
    ['an unknown member', add({default: true, mode: 'x'})],
    ['a marker that is no text', add({custom: {SSN: 5}})],
    ['an unknown style for the rest', add({custom: {default: 'stars'}})],
    ['nothing', add(null)],
    ['a duration that is no number', [{op: 'add', path: '/intelligence', value: {bookmarks: {duration: 'long'}}}]],
    ['a body that is not JSON', '[{"op":"add"'],
  ])('SYMBL-74 refuses %s', async (_, body) => {
    const client = await signedIn();
    await configure(client, sample);
    expect(await client.call('PATCH', path, {body})).toMatchObject({status: 400, body: badRequest});
    expect(await settingsOf(client)).toEqual({settings: {redaction: sample}});
    for (const shared of [Object, Array, String, Function]) {
      expect(Object.getOwnPropertyNames(shared.prototype).concat(Object.keys(shared.prototype.toString))).not.toContain(
        'x',
      );
    }
    expect(Object.keys(Array.prototype.push)).toEqual([]);
  });

  it('SYMBL-80 concerns the account alone, and lasts', async () => {
    const client = await signedIn();
    await configure(client, sample);
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect(await settingsOf(client)).toEqual({});
    client.advance(30 * 86_400_000);
    client.authorization = `Bearer ${await tokenOf(client, credentialsOf())}`;
    expect(await settingsOf(client)).toEqual({settings: {redaction: sample}});
  });

  it('SYMBL-80 concerns all of the account’s conversations, and nobody else’s', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    await configure(client, {default: true, type: 'obfuscation'});
    expect((await texts(client, id))[0]).toContain('[****]');
    expect((await texts(client, seeded.page))[0]).toContain('[****]');
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect(await texts(client, await process(client, [sentence]))).toEqual([sentence]);
    expect(await texts(client, seeded.foreign)).toEqual(['My name is Noor Elsewhere and my number is 202-555-0188.']);
  });
});

describe('what settings do to a transcript', () => {
  it.each([
    ['', all],
    ['redact=true', all],
    ['redact=false', sentence],
  ])('SYMBL-75 redacts by default, unless the request says otherwise: ?%s', async (query, expected) => {
    expect(await read({default: true}, query)).toBe(expected);
  });

  it('SYMBL-75 redacts nothing by default where that is off', async () => {
    expect(await read({default: false}, '')).toBe(sentence);
    expect(await read({type: 'obfuscation'}, '')).toBe(sentence);
  });

  it.each([
    ['', 'My social security number is [SSN] and I live in New York City.'],
    ['exclude=["SSN"]', 'My social security number is 444-67-3334 and I live in [LOCATION_CITY].'],
    ['exclude=[]', all],
    ['exclude=', all],
  ])('SYMBL-76 excludes by default, unless the request has its own list: ?%s', async (query, expected) => {
    expect(await read({default: true, exclude: ['LOCATION_CITY', 'no_such_entity']}, query)).toBe(expected);
  });

  it('SYMBL-66 excludes nothing where nothing is redacted', async () => {
    expect(await read({exclude: ['LOCATION_CITY']}, 'exclude=["SSN"]')).toBe(sentence);
  });

  it('SYMBL-77 obfuscates', async () => {
    expect(await read({type: 'obfuscation', custom: {SSN: 'x'}})).toBe(
      'My social security number is [****] and I live in [****].',
    );
  });

  it.each([
    [{SSN: 'Number', LOCATION_CITY: 'City'}, 'My social security number is [Number] and I live in [City].'],
    [{SSN: 'Number'}, 'My social security number is [Number] and I live in [LOCATION_CITY].'],
    [{SSN: 'Number', default: 'default'}, 'My social security number is [Number] and I live in [LOCATION_CITY].'],
    [{SSN: 'Number', default: 'obfuscation'}, 'My social security number is [Number] and I live in [****].'],
    [{ssn: 'Number', NO_SUCH_ENTITY: 'x'}, all],
    [undefined, all],
  ])('SYMBL-78 has the account’s own markers, and for others what it says: %j', async (custom, expected) => {
    expect(await read({type: 'custom', ...(custom && {custom})})).toBe(expected);
  });

  it('SYMBL-78 has no own markers when the type is another', async () => {
    expect(await read({type: 'default', custom: {SSN: 'Number'}})).toBe(all);
  });

  it('SYMBL-78 knows Symbl’s own spelling', async () => {
    const client = await signedIn();
    const id = await process(client, ["My driver's license is D123-4567."]);
    await configure(client, sample);
    expect(await texts(client, id)).toEqual(["My driver's license is [Personal ID]."]);
  });

  it('SYMBL-79 puts brackets around a marker once', async () => {
    const custom = {SSN: '[Number]', LOCATION_CITY: 'City'};
    expect(await read({type: 'custom', custom})).toBe('My social security number is [Number] and I live in [City].');
  });

  it.each([{type: 'obfuscation'}, {type: 'custom', custom: {PERSON_NAME: 'Somebody', EMAIL_ADDRESS: 'Somewhere'}}])(
    'SYMBL-49 leaves the speakers’ placeholders as they are: %j',
    async (redaction) => {
      const client = await signedIn();
      await configure(client, redaction);
      const [first] = await transcript(client, '5083268647485440', 'redact=true');
      expect(first?.from).toMatchObject({name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'});
    },
  );
});
