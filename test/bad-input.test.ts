import {describe, expect, it} from 'vitest';
import {vendorsNamed} from '../src/registry.js';
import type {Vendor} from '../src/engine/index.js';
import {VendorClient, type Answer, type CallOptions} from './support/vendor-client.js';

const registry = await vendorsNamed();

/**
 * What must never happen, for every operation of every vendor: a refusal outside the documented statuses, a change of
 * state, a 5xx. The client fails by itself when an answer differs from the document.
 */
const json = {'content-type': 'application/json'};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Requests that are wrong for every operation that reads a body. */
const wrongBodies: readonly (readonly [string, CallOptions])[] = [
  ['broken JSON', {body: '{"a":', headers: json}],
  ['JSON that is no object', {body: '[]', headers: json}],
  ['a number', {body: '7', headers: json}],
  ['null', {body: 'null', headers: json}],
  ['an empty body', {body: '', headers: json}],
  ['another content type', {body: 'a=1', headers: {'content-type': 'application/x-www-form-urlencoded'}}],
  ['a nonsensical content type', {body: '{}', headers: {'content-type': ';;;'}}],
  ['bytes that are no UTF-8', {body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), headers: json}],
  ['deep nesting', {body: `{"a":${nested(2000)}}`, headers: json}],
  ['a list of a hundred thousand', {body: `[${'0,'.repeat(100_000)}0]`, headers: json}],
  ['a body over the limit', {body: `{"a":"${'x'.repeat(11 * 1024 * 1024)}"}`, headers: json}],
  [
    'a polluting key',
    {body: '{"__proto__":{"sessionId":"x"},"constructor":{"prototype":{}},"toString":1}', headers: json},
  ],
];

/** Addresses that are wrong for every operation. */
const wrongTargets: readonly (readonly [string, (path: string) => string])[] = [
  ['an encoding that does not decode', (path) => `${path}?x=%zz`],
  ['an encoding that does not decode in the path', (path) => `${path}%zz`],
  ['a trailing slash', (path) => `${path}/`],
  ['a path behind it', (path) => `${path}/x/y/z`],
  ['a path of twenty thousand letters', (path) => `${path}/${'a'.repeat(20_000)}`],
  ['dots', (path) => `${path}/../..`],
];

/** Every value that a path parameter, a query parameter or a member is tried with. */
const oddTexts = [
  '',
  ' ',
  '\u0000',
  '../..',
  '__proto__',
  'constructor',
  '-1',
  '9'.repeat(30),
  '1e400',
  '💥',
  'a'.repeat(5000),
];
const oddValues: readonly unknown[] = [null, true, -1, 1e308, '', '\u0000\ud800', 'x', [], [[]], {}, {a: {b: {}}}];

const authorizations: Readonly<Record<string, (client: VendorClient) => Promise<string>>> = {
  dixa: async ({vendor}) => vendor.issue('default').env.DIXA_API_KEY ?? '',
  opencx: async ({vendor}) => `Bearer ${vendor.issue('default').env.OPENCX_API_KEY ?? ''}`,
  symbl: async (client) => {
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = client.vendor.issue('default').env;
    const body = {type: 'application', appId, appSecret};
    const token = await client.call('POST', '/oauth2/token:generate', {body, authorization: null});
    return `Bearer ${(token.body as {accessToken: string}).accessToken}`;
  },
};

/** Shows the operations that are hidden otherwise. */
const showing: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {opencx: {'opencx.contact_get': true}};

async function clientOf(vendor: Vendor): Promise<VendorClient> {
  const client = new VendorClient(vendor, {behaviours: showing[vendor.name] ?? {}});
  client.authorization = (await authorizations[vendor.name]?.(client)) ?? null;
  return client;
}

const stateOf = async (client: VendorClient) =>
  JSON.stringify(await (await client.engine.sandbox('default')).partition.dump());

/** Calls, and holds the answer to what every refusal must keep. */
async function attempt(client: VendorClient, method: string, target: string, options: CallOptions): Promise<Answer> {
  const before = await stateOf(client);
  const answer = await client.call(method, target, options);
  const what = `${method} ${target.slice(0, 100)} ${String(options.body).slice(0, 100)}`;
  expect(answer.status, what).toBeLessThan(500);
  if (answer.status >= 400) expect(await stateOf(client), what).toBe(before);
  return answer;
}

/** An operation's path with values that its document gives as examples, or with an odd one in each place. */
function pathOf(path: string, odd?: string): string {
  const known: Record<string, string> = {version: 'v1', conversationId: '10750', session_id: 'no-such-session'};
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'version' || odd === undefined
      ? (known[name] ?? 'f28fafd6-2e42-4441-943c-388a8e0ef433')
      : encodeURIComponent(odd),
  );
}

describe.each(registry.map((vendor) => [vendor.name, vendor] as const))('%s', (_, vendor) => {
  const withBody = vendor.operationList.filter(({body}) => body !== undefined);

  it.each(wrongBodies)('refuses %s in its own words, whatever the operation', async (what, options) => {
    const client = await clientOf(vendor);
    for (const {method, path, body} of withBody) {
      const answer = await attempt(client, method, pathOf(path), options);
      // A body that may be left out may be empty, and one with only unknown members may be right.
      const mayBeRight =
        ['an empty body', 'a polluting key', 'JSON that is no object', 'a nonsensical content type'].includes(what) ||
        !body?.required;
      if (!mayBeRight) expect([400, 401, 404, 413, 415], `${method} ${path}`).toContain(answer.status);
    }
  });

  it.each(wrongTargets)('refuses %s', async (_what, targetOf) => {
    const client = await clientOf(vendor);
    for (const {method, path} of vendor.operationList) {
      const answer = await attempt(client, method, targetOf(pathOf(path)), {headers: json});
      expect([400, 401, 404, 405, 415, 200, 202, 204], `${method} ${path}`).toContain(answer.status);
    }
  });

  it('survives odd values in every path and query parameter', async () => {
    const client = await clientOf(vendor);
    for (const {method, path, parameters} of vendor.operationList) {
      const queries = parameters.filter((parameter) => parameter.in === 'query').map(({name}) => name);
      for (const odd of oddTexts) {
        const value = encodeURIComponent(odd);
        await attempt(client, method, pathOf(path, odd), {headers: json});
        for (const name of queries) {
          await attempt(client, method, `${pathOf(path)}?${name}=${value}`, {headers: json});
          await attempt(client, method, `${pathOf(path)}?${name}=${value}&${name}=1`, {headers: json});
        }
      }
    }
  });

  it('survives odd values in every member of every body', async () => {
    const client = await clientOf(vendor);
    for (const {method, path, body} of withBody) {
      const members = body?.schema === undefined ? [] : membersOf(vendor, body.schema);
      for (const name of members) {
        for (const value of oddValues) await attempt(client, method, pathOf(path), {body: {[name]: value}});
      }
    }
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'BREW'])(
    'knows which paths take %s',
    async (method) => {
      const client = await clientOf(vendor);
      for (const {path} of vendor.operationList) await attempt(client, method, pathOf(path), {headers: json});
    },
  );

  it('refuses a missing, a wrong and a garbled credential alike', async () => {
    const client = await clientOf(vendor);
    for (const {method, path, secured} of vendor.operationList) {
      if (!secured) continue;
      for (const authorization of [
        null,
        '',
        'nobody',
        'Bearer',
        'Bearer nobody',
        'Basic YTpi',
        'Bearer a.b.c',
        '\u0000',
      ]) {
        const answer = await attempt(client, method, pathOf(path), {authorization, headers: json});
        expect(answer.status, `${method} ${path} ${String(authorization)}`).toBe(401);
      }
    }
  });
});

/** Names of all members that a body's schema knows, however it is composed. */
function membersOf({document}: Vendor, pointer: string): string[] {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return;
    seen.add(schema);
    const {$ref, properties, ...rest} = schema as {$ref?: string; properties?: object};
    if ($ref !== undefined) visit(at($ref));
    for (const name of Object.keys(properties ?? {})) names.add(name);
    for (const value of Object.values(rest)) for (const part of Array.isArray(value) ? value : []) visit(part);
  };
  const at = (reference: string): unknown =>
    reference
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (here, part) => (here as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      );
  visit(at(pointer));
  return [...names];
}
