import {describe, expect, it} from 'vitest';
import {
  badRequest,
  membersOf,
  notFound,
  poll,
  process,
  refused,
  said,
  seeded,
  signedIn,
  submit,
  transcript,
} from '../test-support.js';

const mary = {userId: 'mary@example.com', name: 'Mary'};

describe('speaker events', () => {
  const derek = {id: '4194eb50-357d-4712-a02d-94215ead1064', name: 'Derek', email: 'Derek@example.com'};
  const richard = {id: '4194eb50-357d-4712-a02d-94215ead2104', name: 'Richard', email: 'Richard@example.com'};
  const dana = {id: 'dana', name: 'Dana'};
  const started = (user: object, seconds: number, nanos?: number) => ({
    type: 'started_speaking',
    user,
    offset: {seconds, ...(nanos !== undefined && {nanos})},
  });
  const stopped = (user: object, seconds: number, nanos?: number) => ({
    ...started(user, seconds, nanos),
    type: 'stopped_speaking',
  });
  const at = (from: number, to: number) => ({
    duration: {
      startTime: new Date(Date.parse('2026-01-02T10:00:00Z') + from * 1000).toISOString(),
      endTime: new Date(Date.parse('2026-01-02T10:00:00Z') + to * 1000).toISOString(),
    },
  });

  /** Four messages of ten seconds each, and whose they are after the events. */
  async function spokenBy(speakerEvents: readonly object[], from: object = {}) {
    const client = await signedIn();
    const id = await process(
      client,
      [0, 10, 20, 30].map((start) => said(`From ${start}.`, {...at(start, start + 10), ...from})),
    );
    const answer = await client.call('PUT', `/v1/conversations/${id}/speakers`, {body: {speakerEvents}});
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual({
      message:
        `Speaker events associated for conversationId: ${id} successfully! ` +
        'The update should be reflected in all messages and insights along with this conversation',
    });
    return {client, id, names: (await transcript(client, id)).map(({from: speaker}) => speaker.name)};
  }

  it('make each message that of who spoke longest while it was said', async () => {
    const {client, id, names} = await spokenBy([
      started(derek, 0),
      started(richard, 15),
      stopped(derek, 16),
      started(dana, 22),
      stopped(richard, 23),
      stopped(dana, 31),
    ]);
    expect(names).toEqual(['Derek', 'Derek', 'Dana', 'Dana']);
    expect(await membersOf(client, id)).toMatchObject([
      {name: 'Derek', email: 'Derek@example.com'},
      {name: 'Richard', email: 'Richard@example.com'},
      {name: 'Dana'},
    ]);
    expect((await transcript(client, id, 'redact=true'))[0]?.from).toMatchObject({name: '[REDACTED NAME 1]'});
  });

  it('leave a message to whom it was when nobody spoke', async () => {
    expect((await spokenBy([started(derek, 10), stopped(derek, 20)])).names).toEqual([
      undefined,
      'Derek',
      undefined,
      undefined,
    ]);
    const {names} = await spokenBy([started(derek, 10), stopped(derek, 20)], {from: mary});
    expect(names).toEqual(['Mary', 'Derek', 'Mary', 'Mary']);
  });

  it('count nanoseconds beside the seconds, more than a second’s worth as in the vendor’s sample', async () => {
    expect((await spokenBy([started(derek, 5, 5_000_000_000), stopped(derek, 15, 5_000_000_000)])).names).toEqual([
      undefined,
      'Derek',
      undefined,
      undefined,
    ]);
  });

  it('go to the end of the conversation where nobody stopped, and mean nothing where nobody started', async () => {
    expect((await spokenBy([started(derek, 20), stopped(richard, 20)])).names).toEqual([
      undefined,
      undefined,
      'Derek',
      'Derek',
    ]);
    expect((await spokenBy([])).names).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('know a member by id, by e-mail, and by the id that they had in earlier events', async () => {
    const {client, id} = await spokenBy([started(derek, 0), stopped(derek, 10)]);
    const path = `/v1/conversations/${id}/speakers`;
    const [member] = await membersOf(client, id);
    const tell = (user: object) => client.call('PUT', path, {body: {speakerEvents: [started(user, 0)]}});
    await tell({id: derek.id});
    await tell({id: 'anything', email: 'Derek@example.com'});
    await tell({id: member?.id, name: 'Derek the Second'});
    expect(await membersOf(client, id)).toEqual([{...member, name: 'Derek the Second'}]);
    const twice = [started({id: 'a', email: 'new@example.com'}, 0), started({id: 'b', email: 'new@example.com'}, 20)];
    await client.call('PUT', path, {body: {speakerEvents: twice}});
    expect(await membersOf(client, id)).toHaveLength(2);
  });

  it('never touch a member of another conversation, though they name one’s id', async () => {
    const client = await signedIn();
    const before = await transcript(client, seeded.noor);
    const [, noor] = await membersOf(client, seeded.noor);
    const speakerEvents = [started({id: noor?.id, name: 'Somebody else'}, 0)];
    await client.call('PUT', `/v1/conversations/${seeded.page}/speakers`, {body: {speakerEvents}});
    expect(await transcript(client, seeded.noor)).toEqual(before);
    expect((await transcript(client, seeded.page))[0]?.from.name).toBe('Somebody else');
  });

  it.each([
    ['no body', ''],
    ['no list', {speakerEvents: {}}],
    ['nothing', {}],
    ['an unknown type', {speakerEvents: [{...started(derek, 0), type: 'coughed'}]}],
    ['nobody', {speakerEvents: [{type: 'started_speaking', offset: {seconds: 0}}]}],
    ['a user without id', {speakerEvents: [started({name: 'x'}, 0)]}],
    ['no offset', {speakerEvents: [{type: 'started_speaking', user: derek}]}],
    ['an offset before the beginning', {speakerEvents: [started(derek, -1)]}],
    ['an offset that is a text', {speakerEvents: [{...started(derek, 0), offset: {seconds: '1'}}]}],
    ['an offset beyond all times', {speakerEvents: [started(derek, 1e300)]}],
  ])('are refused with %s', async (_, body) => {
    const path = `/v1/conversations/${seeded.page}/speakers`;
    await refused(await signedIn(), path, body, {status: 400, body: badRequest});
  });

  it('SYMBL-13 SYMBL-30 are for the account’s own conversations', async () => {
    const client = await signedIn();
    for (const id of [seeded.foreign, '1111111111111111', 'nonsense']) {
      await refused(client, `/v1/conversations/${id}/speakers`, {speakerEvents: []}, {status: 404, body: notFound});
    }
  });

  it('concern what is there: what is processed later has its own speakers', async () => {
    const client = await signedIn();
    const {conversationId: id, jobId} = await submit(client, [said('One.', {from: mary})]);
    await client.call('PUT', `/v1/conversations/${id}/speakers`, {body: {speakerEvents: [started(derek, 0)]}});
    await poll(client, jobId);
    await poll(client, jobId);
    expect((await transcript(client, id)).map(({from}) => from.name)).toEqual(['Mary']);
  });
});
