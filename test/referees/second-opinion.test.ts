import {beforeAll, describe, expect, it} from 'vitest';
import {judge, judgeRefusal, judgeRequest} from '../../src/checks/judge/index.js';
import type {RecordedExchange} from '../../src/traffic/exchange.js';
import {vendorsNamed, type KnownVendor} from '../../src/registry.js';
import {exchangesOf, HarRecorder} from '../support/har.js';
import {alterationsOf} from './alterations.js';
import {SecondEngine} from './second-engine.js';
import {Stage} from './stage.js';
import {samplesOf} from './transcript.js';

const registry = await vendorsNamed();

/**
 * What Prism answers by itself or lets pass is judged from a HAR: by our own judge, and by a second engine that shares
 * nothing with it but the vendor's document. What the stand-in says is right in the eyes of both, and what was altered is
 * wrong in the eyes of both.
 */

/** What the answer to a call of no operation looks like, which no operation declares. */
const errorBody: Readonly<Record<string, string>> = {
  dixa: '/components/schemas/ErrorMessage',
  opencx: '/components/schemas/ErrorDto',
  symbl: '/components/schemas/Error',
};

const date = /"created_at":"[^"]*"/;

/**
 * Where the two differ, and why. The stand-in says none of these values; they are here so that a real vendor's answer which
 * one of the two finds right and the other wrong surprises nobody.
 *
 * - Ajv reads dates as freely as ISO 8601: a blank for the `T`, an offset without its colon or its minutes. The second
 *   engine reads them as RFC 3339 does.
 * - Ajv takes `urn:uuid:` before a UUID, the second engine does not.
 * - `int32` is a format of OpenAPI, not of JSON Schema: Ajv checks its range, the second engine knows nothing of it.
 * - Ajv wants a dot in the domain of an e-mail address and takes no quoted names, the second engine does as RFC 5321 says.
 *   No answer declares such an address, so there is no line for it below.
 * - Ajv carries out `discriminator`; for the second engine it is a remark, and the `const` in each form says the same.
 * - What an answer's headers must be is judged by our judge alone.
 */
const differences = [
  ['opencx', 'a blank for the T of a date', 'getChatSession', date, '"created_at":"2026-01-05 09:00:00Z"', 'ours'],
  ['opencx', 'an offset without its colon', 'getChatSession', date, '"created_at":"2026-01-05T09:00:00+0100"', 'ours'],
  ['opencx', 'an offset of hours alone', 'getChatSession', date, '"created_at":"2026-01-05T09:00:00+01"', 'ours'],
  ['opencx', 'a UUID that is a URN', 'getChatSession', /"id":"/, '"id":"urn:uuid:', 'ours'],
  ['dixa', 'a number beyond int32', 'getCustom-attributes', /"orderIndex":\d+/, '"orderIndex":2147483648', 'theirs'],
] as const;

/** What the stand-in was asked for. */
type Kind = 'sample' | 'no credential' | 'broken JSON' | 'no such route';

interface Recorded {
  readonly kind: Kind;
  readonly title: string;
  readonly exchange: RecordedExchange;
}

describe.each(registry.map((vendor) => [vendor.name, vendor] as const))('%s', (name, vendor) => {
  let recorded: readonly Recorded[];
  let second: SecondEngine;

  beforeAll(async () => {
    recorded = await record(vendor);
    second = await SecondEngine.of(name);
  }, 120_000);

  const of = (kind: Kind) => recorded.filter((one) => one.kind === kind);

  it('gives the answers to its samples, which both find right', async () => {
    expect(of('sample').length).toBeGreaterThan(vendor.operationList.length - 1);
    await expectRight(of('sample'));
  });

  it('refuses whoever brings no credential, at every operation that asks for one', async () => {
    const secured = vendor.operationList.filter((operation) => operation.secured);
    expect(of('no credential')).toHaveLength(secured.length);
    for (const {title, exchange} of of('no credential')) {
      expect(judgeRefusal(vendor, exchange, 'missing'), title).toEqual([]);
      expect([401, 403], title).toContain(exchange.response.status);
    }
    await expectRight(of('no credential'));
  });

  it('refuses a body that is no JSON, at every operation that takes JSON', async () => {
    const takers = vendor.operationList.filter(({body}) => body?.form === 'json');
    expect(of('broken JSON')).toHaveLength(takers.length);
    for (const {title, exchange} of of('broken JSON')) expect(exchange.response.status, title).toBe(400);
    await expectRight(of('broken JSON'));
  });

  it('has a 404 of its own for routes that the document does not have', async () => {
    expect(of('no such route').length).toBeGreaterThan(1);
    for (const {title, exchange} of of('no such route')) {
      expect(exchange.response.status, title).toBe(404);
      expect((await judgeRequest(vendor, exchange)).operation, title).toBeUndefined();
      expect(await second.judge(exchange), title).toEqual(['route']);
      expect(await second.isValid(errorBody[name] ?? '', exchange.response.body ?? ''), title).toBe(true);
    }
  });

  it('is found out by both when it answers a status that is not declared', async () => {
    for (const {title, exchange} of of('sample')) {
      const lie = {...exchange, response: {...exchange.response, status: 418}};
      expect(
        judge(vendor, lie).map(({check}) => check),
        title,
      ).toEqual(['status']);
      expect(await second.judge(lie), title).toEqual(['status']);
    }
  });

  it('is found out by both when it answers another content type', async () => {
    for (const {title, exchange} of withJson(recorded)) {
      const headers = {...exchange.response.headers, 'content-type': 'text/html'};
      const lie = {...exchange, response: {...exchange.response, headers}};
      expect(
        judge(vendor, lie).map(({check}) => check),
        title,
      ).toContain('content-type');
      expect(await second.judge(lie), title).toEqual(['content-type']);
    }
  });

  it('is found out by both, or by neither, whatever is altered in a body', async () => {
    const found = new Map<string, number>();
    const split: string[] = [];
    for (const {title, exchange} of withJson(recorded)) {
      for (const {what, body} of alterationsOf(JSON.parse(exchange.response.body ?? ''))) {
        const lie = {...exchange, response: {...exchange.response, body: JSON.stringify(body)}};
        const ours = judge(vendor, lie).length > 0;
        const theirs = (await second.judge(lie)).length > 0;
        if (ours !== theirs) split.push(`${title}: ${what}: ours ${ours}, theirs ${theirs}`);
        const way = what.split(' /')[0] as string;
        if (ours && theirs) found.set(way, (found.get(way) ?? 0) + 1);
      }
    }
    expect(split).toEqual([]);
    for (const way of ['dropped', 'extra member', 'type', 'null', 'enum', 'format']) {
      expect(found.get(way), way).toBeGreaterThan(20);
    }
  });

  it.each(differences.filter(([vendorName]) => vendorName === name))(
    '%s: is judged otherwise, as is known, for %s',
    async (_, __, operation, said, instead, who) => {
      const {exchange} = of('sample').find((one) => one.title.startsWith(`${operation} `)) as Recorded;
      const {body = ''} = exchange.response;
      expect(body).toMatch(said);
      const lie = {...exchange, response: {...exchange.response, body: body.replace(said, instead)}};
      const rightBy = [
        ...(judge(vendor, lie).length === 0 ? ['ours'] : []),
        ...((await second.judge(lie)).length === 0 ? ['theirs'] : []),
      ];
      expect(rightBy).toEqual([who]);
    },
  );

  function expectRight(some: readonly Recorded[]): Promise<void[]> {
    return Promise.all(
      some.map(async ({title, exchange}) => {
        expect(judge(vendor, exchange), title).toEqual([]);
        expect(await second.judge(exchange), title).toEqual([]);
      }),
    );
  }
});

/** Asks a stand-in for everything once, and keeps a HAR of it. */
async function record(vendor: KnownVendor): Promise<Recorded[]> {
  const stage = await Stage.open(vendor);
  const recorder = new HarRecorder();
  const kinds: {readonly kind: Kind; readonly title: string}[] = [];
  const ask = async (kind: Kind, title: string, path: string, init: RequestInit) => {
    kinds.push({kind, title: `${title} (${kind})`});
    await recorder.fetch(stage.base + path, init);
  };
  const seen = new Set<string>();
  for (const sample of samplesOf(vendor)) {
    const {operation, example, path} = sample;
    const request = stage.requestOf(sample, await stage.anew());
    await ask('sample', `${operation.id} ${example}`, path, request);
    if (seen.has(operation.id)) continue;
    seen.add(operation.id);
    if (operation.secured)
      await ask(
        'no credential',
        operation.id,
        path,
        stage.requestOf(sample, () => ({})),
      );
    if (operation.body?.form === 'json') await ask('broken JSON', operation.id, path, {...request, body: '{"a":'});
  }
  const [first] = vendor.operationList.filter(({secured}) => secured);
  if (first === undefined) throw new Error(`${vendor.name} has no operation that asks for a credential.`);
  const headers = (await stage.anew())(first);
  for (const path of ['/nothing', '/v1/nothing/at/all']) await ask('no such route', path, path, {headers});
  const exchanges = exchangesOf(recorder.har, stage.base);
  await stage.close();
  return kinds.map((one, position) => ({...one, exchange: exchanges[position] as RecordedExchange}));
}

/** Those whose answer is JSON. */
function withJson(recorded: readonly Recorded[]): readonly Recorded[] {
  return recorded.filter(
    ({kind, exchange}) =>
      kind !== 'no such route' && exchange.response.headers['content-type']?.includes('json') === true,
  );
}
