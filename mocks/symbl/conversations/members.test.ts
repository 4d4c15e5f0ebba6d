import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  badRequest,
  membersOf,
  notFound,
  otherApp,
  process,
  refused,
  said,
  seeded,
  signedIn,
  stored,
  tokenOf,
  transcript,
} from '../test-support.js';

type Schemas = components['schemas'];

const john = {userId: 'john@example.com', name: 'John'};
const mary = {userId: 'mary@example.com', name: 'Mary'};
const unknown = '11111111-1111-4111-8111-111111111111';

const put = (client: VendorClient, id: string, memberId: string, body: unknown) =>
  client.call('PUT', `/v1/conversations/${id}/members/${memberId}`, {body});

describe('a member', () => {
  it('SYMBL-82 has another name from then on, in messages and everywhere, and redacted still none', async () => {
    const client = await signedIn();
    const id = await process(client, [said('One.', {from: {...john, name: 'CANARY'}}), said('Two.', {from: mary})]);
    const [first, second] = await membersOf(client, id);
    const answer = await put(client, id, first?.id ?? '', {id: first?.id, name: 'Jonathan'});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      message:
        `Member with id: ${first?.id} for conversationId: ${id} updated successfully! ` +
        'The update should be reflected in all messages and insights along with this conversation',
    });
    const renamed = {id: first?.id, name: 'Jonathan', email: 'john@example.com'};
    expect(await membersOf(client, id)).toEqual([renamed, second]);
    expect((await transcript(client, id)).map(({from}) => from)).toEqual([renamed, second]);
    expect((await client.call('GET', `/v1/conversations/${id}`)).body).toMatchObject({members: [renamed, second]});
    const redacted = await transcript(client, id, 'redact=true');
    expect(redacted.map(({from}) => from)).toMatchObject([
      {id: first?.id, name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'},
      {name: '[REDACTED NAME 2]'},
    ]);
    expect((await stored(client)).includes('CANARY')).toBe(false);
  });

  it('SYMBL-82 has the new name in questions too', async () => {
    const client = await signedIn();
    const id = await process(client, [said('Who is there?', {from: john})]);
    const [member] = await membersOf(client, id);
    await put(client, id, member?.id ?? '', {id: member?.id, name: 'Jonathan'});
    const {text} = await client.call('GET', `/v1/conversations/${id}/questions`);
    expect(text).toContain('Jonathan');
    expect(text).not.toContain('"John"');
  });

  it('SYMBL-82 is one with the member who has the same e-mail: the first one stays, under the last name', async () => {
    const client = await signedIn();
    const id = await process(client, [
      said('One.', {from: john}),
      said('Two.', {from: mary}),
      said('Three.', {from: john}),
    ]);
    const [first, second] = await membersOf(client, id);
    await put(client, id, second?.id ?? '', {id: second?.id, name: 'Johnny', email: 'john@example.com'});
    const merged = {id: first?.id, name: 'Johnny', email: 'john@example.com'};
    expect(await membersOf(client, id)).toEqual([merged]);
    expect((await transcript(client, id)).map(({from}) => from)).toEqual([merged, merged, merged]);
    expect(await put(client, id, second?.id ?? '', {id: second?.id, name: 'x'})).toMatchObject({status: 404});
    await process(client, [said('Four.', {from: john})], {to: id});
    expect(await membersOf(client, id)).toHaveLength(1);
  });

  it('SYMBL-82 is one with a later member, who then goes', async () => {
    const client = await signedIn();
    const id = await process(client, [said('One.', {from: john}), said('Two.', {from: mary})]);
    const [first] = await membersOf(client, id);
    await put(client, id, first?.id ?? '', {id: first?.id, name: 'John', email: 'mary@example.com'});
    expect(await membersOf(client, id)).toEqual([{id: first?.id, name: 'John', email: 'mary@example.com'}]);
    expect((await transcript(client, id)).map(({from}) => from.id)).toEqual([first?.id, first?.id]);
  });

  it('SYMBL-82 told apart by voice can be given a name and an address', async () => {
    const client = await signedIn();
    const path = '/v1/process/audio?enableSpeakerDiarization=true';
    const call = {body: new Uint8Array([1]), headers: {'content-type': 'audio/wav'}};
    const first = (await client.call('POST', path, call)).body as Schemas['ProcessResponse'];
    client.advance(5000);
    const {conversationId: id} = first;
    await client.call('PUT', path.replace('audio?', `audio/${id}?`), call);
    client.advance(5000);
    const members = await membersOf(client, id);
    const same = members.filter(({name}) => name === 'Speaker 1');
    expect(same).toHaveLength(2);
    for (const member of same) await put(client, id, member.id, {id: member.id, name: 'Ada', email: 'ada@example.com'});
    expect(await membersOf(client, id)).toHaveLength(members.length - 1);
    const adas = (await transcript(client, id)).filter(({from}) => from.name === 'Ada');
    expect(new Set(adas.map(({from}) => from.id))).toEqual(new Set([same[0]?.id]));
  });

  it('SYMBL-82 leaves people of other conversations alone, whatever their e-mail', async () => {
    const client = await signedIn();
    const before = await transcript(client, seeded.noor);
    const [kim] = await membersOf(client, seeded.ada);
    await put(client, seeded.ada, kim?.id ?? '', {id: kim?.id, name: 'Somebody', email: 'noor@example.org'});
    expect(await transcript(client, seeded.noor)).toEqual(before);
  });

  it.each([
    ['no body at all', '', badRequest],
    ['no JSON', '{"id":', badRequest],
    ['no id', {name: 'x'}, badRequest],
    ['no name', {id: 'ID'}, badRequest],
    ['an empty name', {id: 'ID', name: ''}, badRequest],
    ['an empty e-mail', {id: 'ID', name: 'x', email: ''}, badRequest],
    ['a name that is no text', {id: 'ID', name: 5}, badRequest],
    ['the id of another', {id: unknown, name: 'x'}, badRequest],
  ])('SYMBL-82 is not changed by a request with %s', async (_, body, answer) => {
    const client = await signedIn();
    const [member] = await membersOf(client, seeded.page);
    const own = typeof body === 'string' ? body : JSON.stringify(body).replace('ID', member?.id ?? '');
    const path = `/v1/conversations/${seeded.page}/members/${member?.id}`;
    await refused(client, path, own, {status: 400, body: answer});
  });

  it('SYMBL-13 SYMBL-82 is found in their own conversation only', async () => {
    const client = await signedIn();
    const [member] = await membersOf(client, seeded.page);
    const body = {id: member?.id, name: 'x'};
    for (const [id, memberId] of [
      [seeded.page, unknown],
      [seeded.page, 'nonsense'],
      [seeded.others, member?.id],
      ['1111111111111111', member?.id],
    ]) {
      const path = `/v1/conversations/${id}/members/${memberId}`;
      await refused(client, path, {...body, id: memberId}, {status: 404, body: notFound});
    }
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    await refused(client, `/v1/conversations/${seeded.page}/members/${member?.id}`, body, {
      status: 404,
      body: notFound,
    });
  });
});
