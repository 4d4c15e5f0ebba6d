/** What the control plane answers when it is asked whether somebody is gone. */
import {beforeEach, describe, expect, it} from 'vitest';
import {Refused, type ErasureProof, type Remnant, type Standin, type Subject} from '../src/index.js';
import {rehearse, type AskVendor} from './support/rehearsal.js';

const ada = {names: ['Ada Example'], emails: ['ada@example.com'], phones: ['+1 202 555 0143']};
/** Ada's end user, and her two conversations: 10749 is closed, 10750 is open. */
const user = 'f28fafd6-2e42-4441-943c-388a8e0ef433';

let standin: Standin;
let ask: AskVendor;

beforeEach(async () => {
  ({standin, ask} = await rehearse());
});

async function prove(subject: unknown, sandbox = 'default') {
  const answer = await standin.fetch(`/s/${sandbox}/_standin/erasure`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({subject}),
  });
  const text = await answer.text();
  return {status: answer.status, text, body: JSON.parse(text) as ErasureProof & {readonly detail: string}};
}

/** What a place of the state leads to, read through the control plane as its pointer says. */
async function lookUp({pointer}: Remnant): Promise<unknown> {
  const [vendor = '', collection = '', id = '', ...inside] = pointer.slice(1).split('/');
  const entities = await standin.state.collection(vendor, collection).list();
  const named = id.startsWith('@') ? entities[Number(id.slice(1))] : entities.find((one) => String(one.id) === id);
  return inside.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], named);
}

describe('somebody who is there', () => {
  it('is told place by place, and each can be looked up', async () => {
    const {status, body} = await prove(ada);
    expect(status).toBe(200);
    expect(body).toMatchObject({erased: false, survivors: [], snapshots: []});
    expect(body.places.length).toBe(body.counted.places);
    expect(new Set(body.places.map(({vendor}) => vendor))).toEqual(new Set(['dixa', 'opencx', 'symbl']));
    for (const place of body.places) expect(await lookUp(place), place.pointer).toBeDefined();
    const exact = body.places.filter(({as, of}) => as.length === 0 && of === '/emails/0');
    for (const place of exact) expect(await lookUp(place)).toContain('ada@example.com');
  });

  it('is not repeated by the answer, nor is any credential', async () => {
    const {OPENCX_API_KEY: key = ''} = standin.info.vendors.opencx?.env ?? {};
    const {text} = await prove({...ada, texts: [key, '12 Sample Street']});
    expect(text).not.toMatch(/ada|0143|Sample Street/i);
    expect(text).not.toContain(key);
    expect(text).toContain('/opencx/apiKeys/@');
  });

  it('is told to programs as to HTTP callers', async () => {
    expect(await standin.erasure(ada)).toEqual((await prove(ada)).body);
  });

  it('is told of the state and of a snapshot of it alike', async () => {
    await standin.snapshots.take('now');
    const {places, snapshots} = await standin.erasure(ada);
    expect(snapshots.map(({pointer}) => pointer)).toEqual(places.map(({pointer}) => `/now/state${pointer}`));
  });

  it('is none of another sandbox’s business', async () => {
    await standin.sandbox('blue').state.collection('dixa', 'endUsers').clear();
    const of = async (sandbox: string) => (await prove(ada, sandbox)).body.places.map(({pointer}) => pointer);
    expect(await of('default')).toContain(`/dixa/endUsers/${user}/email`);
    expect(await of('blue')).not.toContain(`/dixa/endUsers/${user}/email`);
  });

  it('is counted everywhere, and told in the first thousand places', async () => {
    const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const tags = Array.from({length: 1200}, (_, at) => ({id: idOf(at), name: `Ada Example ${at}`, state: 'Active'}));
    await standin.state.patch({dixa: {tags}});
    const {body} = await prove({names: ['Ada Example']});
    expect(body.places).toHaveLength(1000);
    expect(body.counted.places).toBeGreaterThan(1200);
  });
});

describe('somebody who was erased', () => {
  beforeEach(async () => {
    await ask('PATCH', `/dixa/v1/endusers/${user}/anonymize?force=true`);
  });

  const atDixa = ({places}: ErasureProof) => places.filter(({vendor}) => vendor === 'dixa');

  it('is still there while the erasure waits for its time, and gone once it came, whoever else asks', async () => {
    expect(atDixa(await standin.erasure(ada))).not.toEqual([]);
    await standin.clock.speed('3600x');
    await standin.clock.advance('PT0.5S');
    expect(atDixa(await standin.erasure(ada))).not.toEqual([]);
    await standin.clock.advance('PT1H');
    expect(atDixa(await standin.erasure(ada))).toEqual([]);
  });

  it('is reported apart where a snapshot keeps them, and back when it is restored', async () => {
    await standin.snapshots.take('before');
    await standin.clock.advance('PT1H');
    const subject = {phones: ['+1 202 555 0143']};
    const {places, snapshots, counted} = await standin.erasure(subject);
    expect(atDixa({places} as ErasureProof)).toEqual([]);
    const own = snapshots.filter(({vendor}) => vendor === 'dixa').map(({where, pointer}) => `${where} ${pointer}`);
    expect(own).toContain(`snapshot /before/state/dixa/endUsers/${user}/phoneNumber`);
    expect(counted).toMatchObject({snapshots: snapshots.length, searched: {snapshots: 1}});

    await standin.snapshots.restore('before');
    expect(atDixa(await standin.erasure(subject))).not.toEqual([]);
    await standin.clock.advance('PT1H');
    await standin.snapshots.delete('before');
    expect(await standin.erasure(subject)).toMatchObject({snapshots: [], counted: {searched: {snapshots: 0}}});
  });

  it('is found in the audit trail of a snapshot, whose name is not repeated if it tells', async () => {
    await ask('POST', '/opencx/redaction/session', {
      sessionId: '123e4567-e89b-12d3-a456-426614174000',
      reason: 'Asked by Ida Keeper',
    });
    await standin.snapshots.take('ida-keeper');
    const {erased, survivors, snapshots} = await standin.erasure({names: ['Ida Keeper']});
    expect(erased).toBe(true);
    expect(survivors.map(({pointer}) => pointer)).toEqual(['/entries/0/reason']);
    expect(snapshots.map(({pointer}) => pointer)).toEqual(['/@0/engine/audit/0/reason']);
  });
});

describe('a journal in clear', () => {
  it('is searched as well, and what stays in it is no survivor', async () => {
    ({standin, ask} = await rehearse({journal: 'clear'}));
    await ask('GET', '/opencx/chat/sessions/123e4567-e89b-12d3-a456-426614174000');
    const entry = (await standin.journal.entries()).at(-1)?.id;
    const inJournal = ({places}: ErasureProof) =>
      places.filter(({where}) => where === 'journal').map(({pointer}) => pointer);
    expect(inJournal(await standin.erasure(ada))).toContain(`/${entry}/response/body/contact/email`);
    await standin.journal.clear();
    expect(inJournal(await standin.erasure(ada))).toEqual([]);
  });

  it('with tokens holds nothing of anybody', async () => {
    await ask('GET', `/dixa/v1/endusers/${user}`);
    await ask('GET', '/dixa/v1/endusers?email=ada@example.com');
    const {places} = await standin.erasure(ada);
    expect(places.filter(({where}) => where === 'journal')).toEqual([]);
  });
});

describe('who cannot be looked for', () => {
  it.each<[unknown, string]>([
    [{}, 'There is nothing to look for'],
    [{names: []}, 'There is nothing to look for'],
    [{names: ['A']}, 'The name at /names/0 is too short'],
    [{texts: ['ok', 'no']}, 'The text at /texts/0 is too short'],
    [{emails: ['nobody']}, 'What stands at /emails/0 is no e-mail address'],
    [{phones: ['123']}, 'What stands at /phones/0 is no phone number'],
    [{name: 'Ada'}, "The body's /subject must NOT have additional properties such as name."],
    [{names: 'Ada'}, '/subject/names must be array'],
    [{names: ['Ada', 7]}, '/subject/names/1 must be string'],
    [{texts: ['x'.repeat(1001)]}, '/subject/texts/0 must NOT have more than 1000 characters'],
    [
      {emails: Array.from({length: 21}, (_, at) => `a${at}@example.org`)},
      '/subject/emails must NOT have more than 20 items',
    ],
    ['Ada', "The body's /subject must be object."],
    [undefined, 'The body must have required property'],
  ])('is refused in a sentence: %#', async (subject, sentence) => {
    const {status, body} = await prove(subject);
    expect(status).toBe(400);
    expect(body.detail).toContain(sentence);
    expect(body.detail).toMatch(/^[A-Z/].*\.$/s);
  });

  it('is a Refused to a program', async () => {
    await expect(standin.erasure({} as Subject)).rejects.toThrow(Refused);
  });
});
