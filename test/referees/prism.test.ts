import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {vendorsNamed} from '../../src/registry.js';
import type {Operation} from '../../src/openapi/index.js';
import {pathToNothing, refusals} from './refusals.js';
import {Stage, type Lie} from './stage.js';
import {bodyFor, samplesOf} from './transcript.js';

const registry = await vendorsNamed();

/**
 * `prism proxy --errors` answers in the stand-in's place as soon as a request or an answer differs from the document. So
 * what comes through with the stand-in's own status has no violation at all.
 */

/** Samples of the documents that are refused, though they are well-formed. */
const refused: Readonly<Record<string, number>> = {
  // This end user has an open conversation, so that `force` can be tried.
  'patchEndusersUseridAnonymize documented': 409,
  // The agent who reopens is an end user in the sample of "Anonymize entity"; one id cannot be both.
  'putConversationsConversationidReopen documented': 400,
  'putConversationsConversationidTransferQueue documented': 400,
  'postConversationsConversationidNotes documented': 400,
  // These name people, conversations and phone numbers that stand in no other sample.
  'postConversationsConversationidRatingsOffer documented': 404,
  'putConversationsConversationidLink documented': 404,
  'postConversations callback': 404,
  // There are no settings to take back at first.
  'updateSettings backToDefaults': 400,
};

describe.each(registry.map((vendor) => [vendor.name, vendor] as const))('%s through Prism', (name, vendor) => {
  let stage: Stage;
  /** All is judged. */
  let strict: string;
  /** Requests are not judged; answers are. */
  let lenient: string;

  beforeAll(async () => {
    stage = await Stage.open(vendor);
    [strict, lenient] = await Promise.all([stage.proxied(), stage.proxied('--validate-request=false')]);
  }, 120_000);

  afterAll(() => stage.close());

  /** Fails when Prism answered, or had anything to say of the stand-in's answer. */
  async function expectPassed(answer: Response, ...statuses: readonly number[]): Promise<void> {
    const text = await answer.text();
    expect(answer.headers.get('sl-violations'), text).toBeNull();
    expect(answer.headers.get('content-type') ?? '', text).not.toContain('problem+json');
    expect(statuses, text).toContain(answer.status);
    expect((await stage.answered()).at(-1), 'what the stand-in answered').toBe(answer.status);
  }

  const samples = samplesOf(vendor);

  it('calls every operation', () => {
    const called = new Set(samples.map(({operation}) => operation.id));
    expect(vendor.operationList.map(({id}) => id).filter((id) => !called.has(id))).toEqual([]);
  });

  it.each(samples.map((sample) => [`${sample.operation.id} ${sample.example}`, sample] as const))(
    'has no violation at %s',
    async (title, sample) => {
      const caller = await stage.anew();
      const answer = await fetch(strict + sample.path, stage.requestOf(sample, caller));
      const success = [...sample.operation.responses.keys()].filter((status) => status < 300);
      await expectPassed(answer, ...(title in refused ? [refused[title] as number] : success));
    },
  );

  const namesSomething = ({parameters, responses}: Operation) =>
    responses.has(404) && parameters.some((parameter) => parameter.in === 'path' && parameter.enum === undefined);
  const lost = samples.filter(
    ({operation}, position) =>
      namesSomething(operation) && samples.findIndex((other) => other.operation === operation) === position,
  );

  it.each(lost.map((sample) => [sample.operation.id, sample] as const))(
    'has no violation where nothing is found: %s',
    async (_, sample) => {
      const caller = await stage.anew();
      const path = pathToNothing(vendor, sample.operation.path);
      await expectPassed(await fetch(lenient + path, stage.requestOf(sample, caller)), 404);
    },
  );

  it.each((refusals[name] ?? []).map(({what, ...refusal}) => [what, refusal] as const))(
    'has no violation where it refuses %s',
    async (_, {status, calls}) => {
      const caller = await stage.anew();
      let answer: Response | undefined;
      for (const {method, path, body} of calls) {
        const match = vendor.router.match(method, path.split('?')[0] as string);
        if (match.kind !== 'found') throw new Error(`There is no ${method} ${path}.`);
        const {headers, ...sent} = bodyFor({body});
        answer = await fetch(lenient + path, {method, headers: {...caller(match.operation), ...headers}, ...sent});
      }
      await expectPassed(answer as Response, status);
    },
  );

  it('is not asked at all where Prism answers by itself, which is why that is judged from a HAR', async () => {
    const sample = samples.find(({operation}) => operation.secured && operation.body?.form === 'json');
    if (sample === undefined) throw new Error('There is no such sample.');
    const caller = await stage.anew();
    const before = await stage.answered();
    const request = stage.requestOf(sample, caller);
    const noCredential = await fetch(
      lenient + sample.path,
      stage.requestOf(sample, () => ({})),
    );
    const brokenJson = await fetch(lenient + sample.path, {...request, body: '{"a":'});
    const noRoute = await fetch(`${lenient}/nothing`, {headers: caller(sample.operation)});
    expect([noCredential.status, brokenJson.status, noRoute.status]).toEqual([401, 400, 404]);
    expect(await stage.answered()).toEqual(before);
  });

  describe('as for lies', () => {
    async function lie(proxy: string, told: Lie): Promise<Response> {
      const sample = samples.find(({operation}) => operation.secured && operation.responses.get(200)?.schema);
      if (sample === undefined) throw new Error('There is no such sample.');
      const request = stage.requestOf(sample, await stage.anew());
      const headers = {...(request.headers as Record<string, string>), 'x-lie': JSON.stringify(told)};
      return fetch(proxy + sample.path, {...request, headers});
    }

    it('has Prism answer in place of a body that differs', async () => {
      for (const proxy of [strict, lenient]) {
        const answer = await lie(proxy, {status: 200, body: {surplus: true}});
        expect(answer.headers.get('content-type')).toContain('problem+json');
        expect(answer.status).toBe(500);
      }
    });

    it('lets a refusal through that is not declared, which is why statuses are judged from a HAR', async () => {
      const answer = await lie(strict, {status: 418, body: {surplus: true}});
      expect(answer.status).toBe(418);
      expect(answer.headers.get('sl-violations')).toContain('Warning');
    });
  });
});
