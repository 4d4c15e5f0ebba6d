/** A vendor that says it has erased a note, and has kept a copy: wherever it put it, the copy is found. */
import {describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor, type Note} from '../../../test/support/tiny-vendor.js';
import {VendorClient} from '../../../test/support/vendor-client.js';
import {collection, type Vendor} from '../index.js';
import type {ErasureProof} from './erasure.js';

type Definition = NonNullable<Parameters<typeof tinyVendor>[0]>;
type Erase = NonNullable<Definition['transitions']>[string];

const honest = tinyVendor();
const text = 'Ask Ada Example, ada@example.org';
const subject = {names: ['Ada Example'], emails: ['ada@example.org']};

/** Erases a note as it should, and keeps something of it. */
function keeping(keep: (note: Note, scope: Parameters<Erase>[0]) => void): Definition {
  return {
    transitions: {
      ...(honest.transitions as unknown as Definition['transitions']),
      erase: async (scope, id) => {
        const note = await scope.state.notes.get(String(id));
        if (!note) return;
        scope.erases();
        scope.state.notes.save({id: note.id, number: note.number, text: ''});
        keep(note, scope);
      },
    },
  };
}

/** What is proven once a vendor has carried out an erasure. */
async function proofOf(vendor: Vendor): Promise<ErasureProof & {readonly id: string}> {
  const client = new VendorClient(vendor, {authorization: `Bearer ${tinyToken('admin')}`});
  const created = await client.call('POST', '/v1/notes', {body: {text, author: 'ada@example.org'}});
  const {id} = created.body as Note;
  await client.call('POST', `/v1/notes/${id}/erase?after=0`);
  client.advance(1000);
  return {...(await client.erasure(subject)), id};
}

it('says nothing of an honest one', async () => {
  const proof = await proofOf(tinyVendor(keeping(() => undefined)));
  expect(proof).toMatchObject({erased: true, places: [], survivors: [], snapshots: []});
  expect(proof.counted.searched).toMatchObject({entities: 5, audit: 1, queue: 0, journal: 2, faults: 0, snapshots: 0});
});

describe('finds what is kept', () => {
  const other = '00000000-0000-4000-8000-00000000000a';

  it.each<[string, Definition, (id: string) => object[]]>([
    [
      'in a second entity',
      keeping(({number}, {state}) => void state.notes.save({id: other, number, text})),
      () => [
        {pointer: `/tiny/notes/${other}/text`, of: '/names/0', as: []},
        {pointer: `/tiny/notes/${other}/text`, of: '/emails/0', as: []},
      ],
    ],
    [
      'in a file',
      keeping((_, {state}) => void state.log.save({id: other, what: `data:text/plain;base64,${btoa(text)}`, at: 0})),
      () => [
        {pointer: `/tiny/log/${other}/what`, of: '/names/0', as: ['base64']},
        {pointer: `/tiny/log/${other}/what`, of: '/emails/0', as: ['base64']},
      ],
    ],
    [
      'in a delivery that waits, percent-encoded',
      keeping((_, {state}) => {
        const url = `https://hooks.example/?about=${encodeURIComponent(text)}`;
        state.log.save({id: other, what: url, at: 0});
      }),
      () => [
        {pointer: `/tiny/log/${other}/what`, of: '/names/0', as: ['url']},
        {pointer: `/tiny/log/${other}/what`, of: '/emails/0', as: ['url']},
      ],
    ],
    [
      'as the name of a member, which is not repeated',
      keeping(({number}, {state}) => {
        const data = {kind: 'contact', 'ada@example.org': true};
        state.notes.save({id: other, number, text: '', data} as Note);
      }),
      () => [{pointer: `/tiny/notes/${other}/data/@1`, of: '/emails/0', as: [], inName: true}],
    ],
    [
      'as an id, which is not repeated: the first of all notes by the order of their ids',
      keeping(({number}, {state}) => void state.notes.save({id: ' ada@example.org', number, text: ''})),
      () => [{pointer: '/tiny/notes/@0/id', of: '/emails/0', as: []}],
    ],
    [
      'under a credential, which is not shown: the third of the accounts',
      keeping((_, {state}) => void state.accounts.save({id: 'key-1', token: text, role: 'reader'})),
      () => [
        {pointer: '/tiny/accounts/@2/token', of: '/names/0', as: []},
        {pointer: '/tiny/accounts/@2/token', of: '/emails/0', as: []},
      ],
    ],
    [
      'in the audit trail',
      keeping(({id}, {audit}) => audit({action: 'erase', type: 'note', item: id, actor: 'us', reason: text})),
      () => [
        {where: 'audit', pointer: '/entries/1/reason', of: '/names/0', as: []},
        {where: 'audit', pointer: '/entries/1/reason', of: '/emails/0', as: []},
      ],
    ],
    [
      'in what waits for its time',
      keeping((_, {schedule}) => schedule('erase', 'ada@example.org', {after: 60_000})),
      () => [{where: 'queue', pointer: '/0/payload', of: '/emails/0', as: []}],
    ],
    [
      'in the name of a counter',
      keeping(({author = ''}, {ids}) => void ids.next(author)),
      () => [{where: 'record', vendor: undefined, pointer: '/counters/@3', of: '/emails/0', as: [], inName: true}],
    ],
  ])('%s', async (_, definition, expected) => {
    const {erased, places, survivors, id} = await proofOf(tinyVendor(definition));
    const common = {where: 'state', vendor: 'tiny'};
    const wanted = expected(id).map((place) => ({...common, ...place}));
    expect(places).toEqual(wanted);
    expect({erased, survivors}).toEqual({erased: false, survivors: []});
  });

  it('in a key by which the note is still found, though the note does not say it', async () => {
    const authors = new Map<string, string | undefined>();
    const notes = collection<Note>()({
      author: {
        by: ({id, author}) => authors.set(id, authors.get(id) ?? author).get(id),
        sort: ({number}) => number,
      },
    });
    const collections = {...honest.collections, notes} as unknown as NonNullable<Definition['collections']>;
    const {places, id} = await proofOf(tinyVendor({...keeping(() => undefined), collections}));
    expect(places).toEqual([
      {where: 'index', vendor: 'tiny', pointer: `/tiny/notes/${id}/author/by`, of: '/emails/0', as: []},
    ]);
  });
});

it('tells one place of a note and of the keys by which it is found', async () => {
  const client = new VendorClient(honest, {authorization: `Bearer ${tinyToken('admin')}`});
  const {body} = await client.call('POST', '/v1/notes', {body: {text: 'Nothing', author: 'ada@example.org'}});
  const {places} = await client.erasure(subject);
  expect(places.map(({where, pointer}) => [where, pointer])).toEqual([
    ['state', `/tiny/notes/${(body as Note).id}/author`],
  ]);
});
