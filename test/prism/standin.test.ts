import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Referee, type Ask} from '../support/referee.js';

/** The control plane through Prism: every operation once with success, and what is refused. It is held to its document as vendors are. */
let referee: Referee;
let ask: Ask;

beforeAll(async () => {
  referee = await Referee.startControl();
  ask = referee.as({});
}, 120_000);

afterAll(() => referee.stop());

const conversation = '/dixa/v1/conversations/10750';
const authorization = () => referee.standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
const call = (method: string, path: string) =>
  referee.standin.fetch(path, {method, headers: {authorization: authorization()}});

describe('Prism finds right', () => {
  it('the stand-in as a whole', async () => {
    await ask('GET', '/_standin/health', 200);
    await ask('GET', '/_standin/info', 200);
    await ask('GET', '/_standin/openapi.json', 200);
    await ask('GET', '/_standin/seed.schema.json', 200);
    await ask('POST', '/_standin/reset', 204);
    await ask('GET', '/_standin/audit', 200);
  });

  it('behaviours, scenarios and the clock', async () => {
    await ask('GET', '/_standin/behaviours', 200);
    await ask('PUT', '/_standin/behaviours', 200, {body: {'dixa.dates': 'plain'}});
    await ask('PUT', '/_standin/behaviours', 400, {body: {'dixa.dats': 'plain'}});
    await ask('GET', '/_standin/scenarios', 200);
    await ask('GET', '/_standin/scenario', 200);
    await ask('PUT', '/_standin/scenario', 200, {body: {name: 'happy-path'}});
    const anew = {state: 'the stand-in begins anew', params: {scenario: 'happy-path'}, action: 'setup'};
    await ask('POST', '/_standin/pact-states', 204, {body: anew});
    await ask('POST', '/_standin/pact-states?state=happy-path&action=teardown', 204);
    await ask('POST', '/_standin/pact-states', 400, {body: {state: 'somebody is there'}});
    await ask('GET', '/_standin/clock', 200);
    await ask('POST', '/_standin/clock', 200, {body: {freeze: true}});
    await call('PATCH', '/dixa/v1/conversations/10749/anonymize');
    const moved = await ask<{settled: unknown[]}>('POST', '/_standin/clock', 200, {body: {advance: 'PT1H'}});
    expect(moved.body.settled).toHaveLength(1);
    await ask('POST', '/_standin/clock', 400, {body: {advance: 'soon'}});
    await ask('POST', '/_standin/clock', 400, {body: {stop: true}, request: 'wrong'});
  });

  it('sandboxes', async () => {
    await ask('POST', '/_standin/sandboxes', 201, {body: {id: 'blue', scenario: 'flaky', expiresAfter: 'PT1H'}});
    await ask('POST', '/_standin/sandboxes', 409, {body: {id: 'blue'}});
    await ask('GET', '/_standin/sandboxes', 200);
    await ask('GET', '/_standin/sandboxes/blue', 200);
    await ask('DELETE', '/_standin/sandboxes/blue', 204);
    await ask('GET', '/_standin/sandboxes/blue', 404);
    await ask('DELETE', '/_standin/sandboxes/default', 409);
  });

  it('faults', async () => {
    const {body} = await ask<{faults: {id: string}[]}>('POST', '/_standin/faults', 201, {
      body: {fault: '429', vendor: 'dixa', times: 1},
    });
    const id = body.faults[0]?.id ?? '';
    expect((await call('GET', conversation)).status).toBe(429);
    await ask('GET', '/_standin/faults', 200);
    await ask('GET', `/_standin/faults/${id}`, 200);
    await ask('DELETE', `/_standin/faults/${id}`, 204);
    await ask('GET', `/_standin/faults/${id}`, 404);
    await ask('DELETE', '/_standin/faults', 204);
    await ask('POST', '/_standin/faults', 400, {body: {fault: '429', operation: 'nothing'}});
  });

  it('the journal and what is asked of it', async () => {
    await call('PATCH', `${conversation}/anonymize?force=perhaps`);
    await call('GET', '/dixa/conversations/10750');
    const {body} = await ask<{entries: {id: string}[]}>('GET', '/_standin/journal?vendor=dixa', 200);
    const id = body.entries.at(-2)?.id ?? '';
    await ask('GET', `/_standin/journal/${id}`, 200);
    await ask('GET', '/_standin/journal/req-999', 404);
    await ask('GET', '/_standin/journal/count?status=4xx', 200);
    await ask('GET', '/_standin/journal?where=%24.%5B', 400);
    await ask('GET', '/_standin/journal/near-misses', 200);
    await ask('POST', '/_standin/journal/find', 200, {body: {operation: 'patchConversationsConversationidAnonymize'}});
    await ask('POST', '/_standin/verify', 200, {body: {requests: [{vendor: 'dixa', times: {atLeast: 100}}]}});
    await ask('POST', '/_standin/verify', 400, {body: {requests: [{operation: 'nothing'}]}});
    await ask('GET', `/_standin/explain/${id}`, 200);
    await ask('GET', '/_standin/explain/req-999', 404);
    const {body: material} = await ask<{entries: object[]}>('GET', '/_standin/journal/export', 200);
    expect(material.entries.length).toBeGreaterThan(1);
    await ask('DELETE', '/_standin/journal', 204);
  });

  it('state', async () => {
    const {body: state} = await ask('GET', '/_standin/state', 200);
    await ask('PUT', '/_standin/state', 204, {body: state});
    const {body: dixa} = await ask('GET', '/_standin/state/dixa', 200);
    await ask('PATCH', '/_standin/state', 204, {body: dixa});
    const {body: tags} = await ask<{entities: {id: string}[]}>('GET', '/_standin/state/dixa/tags', 200);
    const [tag = {id: ''}] = tags.entities;
    await ask('PUT', '/_standin/state/dixa/tags', 204, {body: {entities: tags.entities}});
    await ask('GET', `/_standin/state/dixa/tags/${tag.id}`, 200);
    await ask('PATCH', `/_standin/state/dixa/tags/${tag.id}`, 200, {body: {name: 'renamed'}});
    await ask('PUT', `/_standin/state/dixa/tags/${tag.id}`, 200, {body: tag});
    await ask('PUT', `/_standin/state/dixa/tags/${tag.id}`, 400, {body: {...tag, nmae: 'x'}});
    const headers = {'if-match': '"0"'};
    await ask('DELETE', `/_standin/state/dixa/tags/${tag.id}`, 412, {headers});
    await ask('DELETE', `/_standin/state/dixa/tags/${tag.id}`, 204);
    await ask('PUT', `/_standin/state/dixa/tags/${tag.id}`, 201, {body: tag});
    await ask('DELETE', '/_standin/state/dixa/tags', 204);
    await ask('GET', '/_standin/state/nobody', 404);
    await ask('GET', '/_standin/state/dixa/nothing', 404);
  });

  it('snapshots', async () => {
    await ask('PUT', '/_standin/snapshots/before', 201);
    await ask('GET', '/_standin/snapshots', 200);
    const {body} = await ask('GET', '/_standin/snapshots/before', 200);
    await ask('PUT', '/_standin/snapshots/copy', 201, {body});
    await ask('POST', '/_standin/snapshots/copy/restore', 204);
    await ask('DELETE', '/_standin/snapshots/copy', 204);
    await ask('GET', '/_standin/snapshots/copy', 404);
  });

  it('the proof of an erasure, and canaries', async () => {
    await ask('POST', '/_standin/erasure', 200, {body: {subject: {emails: ['ada@example.com']}}});
    await ask('POST', '/_standin/erasure', 400, {body: {}, request: 'wrong'});
    await ask('POST', '/_standin/canaries', 201, {body: {vendors: ['dixa']}});
    await ask('GET', '/_standin/canaries', 200);
    await ask('DELETE', '/_standin/canaries', 204);
  });
});

it('every operation was answered through Prism', () => {
  // A proxy waits for the end of an answer, and live events have none.
  expect(referee.unconfirmed).toEqual(['followJournal']);
});
