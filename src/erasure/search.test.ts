import {describe, expect, it} from 'vitest';
import {createSearch} from './index.js';

const ada = {names: ['Ada Example'], emails: ['ada@example.org', 'ada@work.example'], phones: ['+1 212 555 0142']};
const tracesIn = (value: unknown, at?: string) => [...createSearch(ada).in(value, at)];

describe('a trace', () => {
  it('tells the place, the text of the subject, and how it was found, in the order of the value', () => {
    const value = {
      contact: {name: 'ADA EXAMPLE', emails: ['noor@example.org', 'ada@work.example']},
      messages: [{text: 'Hello'}, {text: 'Call (212) 555-0142 or mail ada%40example.org'}],
      count: 2,
      isOpen: true,
      note: null,
      nothing: undefined,
    };
    expect(tracesIn(value)).toEqual([
      {pointer: '/contact/name', of: '/names/0', as: ['case']},
      {pointer: '/contact/emails/1', of: '/emails/1', as: []},
      {pointer: '/messages/1/text', of: '/phones/0', as: ['phone']},
      {pointer: '/messages/1/text', of: '/emails/0', as: ['url']},
    ]);
  });

  it('is told once for each place and text, however often it stands there', () => {
    expect(tracesIn('ada@example.org, Ada@Example.Org, ada@example.org')).toEqual([
      {pointer: '', of: '/emails/0', as: []},
    ]);
  });

  it('says so when the name of a member holds it; the pointer leads to that member', () => {
    const value = {'ada@example.org': {'x/y~z': {'phone 2125550142': 'Ada Example'}}};
    expect(tracesIn(value)).toEqual([
      {pointer: '/ada@example.org', of: '/emails/0', as: [], inName: true},
      {pointer: '/ada@example.org/x~1y~0z/phone 2125550142', of: '/phones/0', as: ['phone'], inName: true},
      {pointer: '/ada@example.org/x~1y~0z/phone 2125550142', of: '/names/0', as: []},
    ]);
  });

  it('finds the name of a member each time, also after it was clean beside others', () => {
    const same = Array.from({length: 500}, () => ({title: 'Hello', 'ada@example.org': 1}));
    expect(tracesIn([{title: 'Hello'}, ...same])).toHaveLength(500);
  });

  it('points to the object whose members hold a name in parts', () => {
    expect(tracesIn({users: [{first: 'Noor'}, {first: 'Ada', last: 'Example'}]})).toEqual([
      {pointer: '/users/1', of: '/names/0', as: ['split']},
    ]);
  });

  it('of a whole name is none of its parts', () => {
    expect(tracesIn({name: 'Ada Example', nick: 'Ada'})).toEqual([{pointer: '/name', of: '/names/0', as: []}]);
  });

  it('keeps the pointer of a text whatever is encoded in it', () => {
    expect(tracesIn({payload: '{"user":{"email":"ada\\u0040example.org"}}'})).toEqual([
      {pointer: '/payload', of: '/emails/0', as: ['json']},
    ]);
  });

  it('begins with the pointer of what was searched', () => {
    expect(tracesIn(['ada@example.org'], '/state/dixa')).toMatchObject([{pointer: '/state/dixa/0'}]);
    expect(tracesIn('ada@example.org', '/journal')).toMatchObject([{pointer: '/journal'}]);
    expect(tracesIn('ada@example.org')).toMatchObject([{pointer: ''}]);
  });

  it('never repeats what it found', () => {
    const told = JSON.stringify(tracesIn({a: 'ada@example.org', b: 'Ada Example', c: 2125550142}));
    expect(told).not.toMatch(/ada|212/i);
  });

  it('is looked for in objects without a prototype, and in members called __proto__', () => {
    const value: unknown = JSON.parse('{"__proto__": {"mail": "ada@example.org"}}');
    expect(tracesIn(Object.assign(Object.create(null), {value}))).toMatchObject([{pointer: '/value/__proto__/mail'}]);
  });
});

describe('a search', () => {
  it('looks for texts no further than they are taken', () => {
    let reads = 0;
    const entities = Array.from({length: 2_000}, () => ({
      get text() {
        reads++;
        return 'Mail ada@example.org';
      },
    }));
    for (const trace of createSearch(ada).in(entities)) {
      expect(trace.pointer).toBe('/0/text');
      break;
    }
    expect(reads).toBeLessThan(1_000);
  });

  it('can be used again', () => {
    const search = createSearch(ada);
    const value = {mail: 'ada@example.org'};
    expect([...search.in(value)]).toEqual([...search.in(value)]);
    expect([...search.in({mail: 'noor@example.org'})]).toEqual([]);
  });

  it('finds one text among a hundred thousand', () => {
    const entities = Array.from({length: 100_000}, (_, id) => ({id, text: `Message ${id} of somebody`}));
    entities[77_777] = {id: 77_777, text: 'Message of ada@example.org'};
    expect(tracesIn(entities)).toEqual([{pointer: '/77777/text', of: '/emails/0', as: []}]);
  });

  it('looks for every text of the subject', () => {
    const names = Array.from({length: 30}, (_, at) => `Person Number${at}`);
    const traces = [...createSearch({names}).in(names)];
    expect(traces.map(({pointer, of}) => `${pointer} ${of}`)).toEqual(names.map((_, at) => `/${at} /names/${at}`));
  });
});
