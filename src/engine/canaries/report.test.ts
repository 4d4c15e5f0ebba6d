import {describe, expect, it} from 'vitest';
import {tinyVendor} from '../../../test/support/tiny-vendor.js';
import type {Change, Entity} from '../../state/index.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Canary} from './canary.js';
import {invent} from './invent.js';
import {reportOn} from './report.js';
import {Words} from './words.js';

const {conversations: _, key: __, joinedAt: ___, postcode: ____, ...identifiers} = invent(1, new Words(1, 'test'), 0);
const vendors = [tinyVendor({survives: [{collection: 'notes', pointers: ['/author'], rule: 'TINY-1'}]})];

/** A canary with its e-mail address planted in so many notes, each as text or as author. */
function planted(count: number, inside: '/text' | '/author'): Canary {
  const entities = Array.from({length: count}, (_, at) => ({vendor: 'tiny', collection: 'notes', id: at}));
  const places = entities.map((entity) => ({...entity, inside, of: 'email', as: []}) as const);
  return {id: 'canary-1', identifiers, entities, places};
}

/** A sandbox in which so many of those notes still hold the address. */
function holding(count: number, inside: '/text' | '/author'): Holdings {
  const notes = Array.from({length: count}, (_, id): Change => {
    const entity: Entity & Record<string, unknown> = {id, [inside.slice(1)]: identifiers.email};
    return {collection: 'tiny.notes', id: String(id), entity, entries: {}};
  });
  const none = {audit: [], queue: [], records: [], journal: [], faults: [], snapshots: []};
  return {entities: new Map([['tiny.notes', notes]]), ...none, behavioursOf: () => ({})};
}

describe('a score', () => {
  it.each([
    [3, 3, 0],
    [3, 1, 0.666],
    [2000, 1, 0.999],
    [3, 0, 1],
  ])('of %d places of which %d are left is %d', (count, left, score) => {
    const {
      canaries,
      vendors: byVendor,
      ...whole
    } = reportOn([planted(count, '/text')], holding(left, '/text'), vendors);
    const expected = {planted: count, gone: count - left, survived: left, kept: 0, score};
    expect(whole).toEqual(expected);
    expect(byVendor).toEqual({tiny: expected});
    expect(canaries).toMatchObject([expected]);
  });

  it('is 1 where a rule keeps all that was planted: nothing else could be done', () => {
    const report = reportOn([planted(2, '/author')], holding(2, '/author'), vendors);
    expect(report).toMatchObject({planted: 2, gone: 0, survived: 0, kept: 2, score: 1});
    expect(report.canaries[0]?.places[0]).toEqual({
      where: 'state',
      vendor: 'tiny',
      pointer: '/tiny/notes/0/author',
      of: 'email',
      as: [],
      fate: 'kept',
      rule: 'TINY-1',
    });
  });

  it('is 0 without canaries', () => {
    expect(reportOn([], holding(2, '/text'), vendors)).toMatchObject({planted: 0, score: 0, canaries: []});
  });
});

it('tells a place by what it is in now: another disguise is the same place', () => {
  const {email} = identifiers;
  const entity = {id: 0, text: btoa(`Write to ${email}`)};
  const entities = new Map([['tiny.notes', [{collection: 'tiny.notes', id: '0', entity, entries: {}}]]]);
  const {canaries} = reportOn([planted(1, '/text')], {...holding(0, '/text'), entities}, vendors);
  const places = canaries[0]?.places.filter(({of}) => of === 'email');
  expect(places).toMatchObject([{pointer: '/tiny/notes/0/text', as: ['base64'], fate: 'survived'}]);
  expect(places?.[0]).not.toHaveProperty('spread');
});
