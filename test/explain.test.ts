import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/** Why a request was answered as it was: `GET /_standin/explain/{requestId}`. */
let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

const path = '/dixa/v1/conversations';
const token = () => standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';

async function call(method: string, target: string, headers: Record<string, string> = {authorization: token()}) {
  const {status} = await standin.fetch(target, {method, headers});
  const entries = await standin.journal.entries();
  return {status, explanation: await standin.journal.explain(entries.at(-1)?.id ?? '')};
}

describe('an explanation', () => {
  it('names the rules of the answer before those of the operation and of every call', async () => {
    const {status, explanation} = await call('PATCH', `${path}/10750/anonymize`);
    expect(status).toBe(409);
    expect(explanation).toMatchObject({
      vendor: 'dixa',
      operation: 'patchConversationsConversationidAnonymize',
      status: 409,
      step: 'handle',
      spec: {
        file: 'specs/dixa/openapi.yaml',
        operation: '#/paths/~1{version}~1conversations~1{conversationId}~1anonymize/patch',
        response: '#/paths/~1{version}~1conversations~1{conversationId}~1anonymize/patch/responses/409',
      },
    });
    const conflict = explanation.rules.find(({id}) => id === 'DIXA-28');
    expect(conflict).toMatchObject({mark: expect.stringMatching(/^(documented|inferred|assumed)$/) as string});
    expect(conflict?.statement).toMatch(/force/);
    expect(conflict?.source).toMatch(/^https:\/\//);
    const order = explanation.rules.map(({of}) => ['answer', 'operation', 'vendor'].indexOf(of));
    expect(order).toEqual([...order].sort());
    expect(new Set(explanation.rules.map(({id}) => id)).size).toBe(explanation.rules.length);
  });

  it('tells what was read and written, and what was put off', async () => {
    const {explanation} = await call('PATCH', `${path}/10749/anonymize`);
    expect(explanation.read).toContainEqual({vendor: 'dixa', collection: 'conversations', id: '10749'});
    expect(explanation.written.map(({collection, change}) => [collection, change])).toContainEqual([
      'anonymizationRequests',
      'saved',
    ]);
    expect(explanation.scheduled.map(({transition}) => transition)).toContain('anonymize');
  });

  it('says that a refusal wrote nothing', async () => {
    const {explanation} = await call('PATCH', `${path}/10750/anonymize`);
    expect(explanation).toMatchObject({written: [], scheduled: []});
  });

  it('says which step refused, and what was wrong with the request', async () => {
    expect((await call('GET', `${path}/10749`, {})).explanation).toMatchObject({status: 401, step: 'authenticate'});
    const {explanation} = await call('PATCH', `${path}/10749/anonymize?force=perhaps`);
    expect(explanation).toMatchObject({status: 400, step: 'validate'});
    expect(explanation.findings).toMatchObject([{location: 'query', path: '/force'}]);
    expect((await call('GET', '/dixa/v1/nothing')).explanation).toMatchObject({status: 404, step: 'route'});
  });

  it('shows the switches of its rules as they were when the request came', async () => {
    await standin.behaviours.set({'dixa.anonymization_delay': 'PT2H'});
    const {explanation} = await call('PATCH', `${path}/10749/anonymize`);
    expect(explanation.behaviours).toMatchObject({'dixa.anonymization_delay': 'PT2H'});
    await standin.behaviours.set({'dixa.anonymization_delay': 'PT5S'});
    expect((await standin.journal.explain(explanation.request)).behaviours).toEqual(explanation.behaviours);
  });

  it('keeps to the vendor’s own work when only the connection was spoilt, and names no rules for an injected answer', async () => {
    await standin.faults.add([
      {fault: 'delay', delay: 'PT0.001S', times: 1},
      {fault: '500', when: 'after', times: 1},
      {fault: '429', times: 1},
    ]);
    const {explanation: late} = await call('PATCH', `${path}/10750/anonymize`);
    expect(late).toMatchObject({fault: 'delay', status: 409, step: 'handle'});
    expect(late.rules.map(({id}) => id)).toContain('DIXA-28');

    const {explanation: lost} = await call('PATCH', `${path}/10749/anonymize`);
    expect(lost).toMatchObject({fault: '500', status: 500, step: 'handle'});
    expect(lost.written.map(({collection}) => collection)).toContain('anonymizationRequests');
    expect(lost.rules.map(({of}) => of)).not.toContain('answer');
    expect(lost.rules.map(({of}) => of)).toContain('operation');

    expect((await call('GET', `${path}/10749`)).explanation).toMatchObject({fault: '429', rules: [], read: []});
  });

  it('holds no credential and no name, though entities are known by them', async () => {
    const {explanation} = await call('GET', `${path}/10749`);
    const text = JSON.stringify(explanation);
    expect(explanation.read.find(({collection}) => collection === 'apiTokens')?.id).toMatch(/^tok_/);
    expect(text).not.toContain(token());
  });

  it('is there for each vendor', async () => {
    const {OPENCX_API_KEY = ''} = standin.info.vendors.opencx?.env ?? {};
    const session = '123e4567-e89b-12d3-a456-426614174000';
    const opencx = await call('GET', `/opencx/chat/sessions/${session}`, {authorization: `Bearer ${OPENCX_API_KEY}`});
    expect(opencx).toMatchObject({status: 200, explanation: {vendor: 'opencx', step: 'handle'}});
    expect(opencx.explanation.rules.every(({id}) => id.startsWith('OPENCX-'))).toBe(true);

    const symbl = await call('GET', '/symbl/v1/conversations/5083268647485440/messages', {});
    expect(symbl).toMatchObject({status: 401, explanation: {vendor: 'symbl', step: 'authenticate'}});
    expect(symbl.explanation.rules.map(({id}) => id)).toContain('SYMBL-9');
  });

  it('is refused for a request that the journal does not have', async () => {
    await expect(standin.journal.explain('req-99')).rejects.toThrow('The journal has no entry "req-99"');
    expect((await standin.fetch('/_standin/explain/req-99')).status).toBe(404);
  });
});
