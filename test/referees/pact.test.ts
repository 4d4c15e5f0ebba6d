import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../src/index.js';
import {isObject, type JsonObject, type JsonValue} from '../../src/openapi/index.js';
import {vendorsNamed, type KnownVendor, type VendorName} from '../../src/registry.js';
import type {MatchingRule, PactV4, WrittenInteraction} from '../../src/traffic/pact/format.js';
import {pactOf, type PactCall, type PactOptions} from '../../src/traffic/pact/write.js';
import {callerOf} from './callers.js';
import {clients, recorded, type Client} from './pact-clients.js';
import {verify, whyNot} from './pact-verifier.js';
import {samplesOf} from './transcript.js';

const names = Object.keys(clients) as VendorName[];

async function written(
  name: VendorName,
  calls: readonly PactCall[],
  options: Partial<Pick<PactOptions, 'scenario' | 'behaviours'>> = {},
): Promise<PactV4> {
  const [vendor] = await vendorsNamed([name]);
  if (!vendor) throw new Error(`There is no ${name}.`);
  return pactOf(calls, {vendor, consumer: 'shop', version: '0', scenario: 'happy-path', ...options});
}

/** Pact's own verifier carries out what was written against another stand-in: one as `standin start` makes it. */
describe.skipIf(whyNot)("Pact's verifier", {timeout: 120_000}, () => {
  let standin: Standin;
  let url: string;

  beforeAll(async () => {
    standin = await createStandin();
    ({url} = await standin.listen({port: 0}));
  });

  afterAll(() => standin.close());

  async function expectGreen(pact: PactV4, flags: readonly string[] = []): Promise<void> {
    const {isGreen, results, output} = await verify(pact, {url, flags});
    expect(isGreen, output).toBe(true);
    expect(results).toEqual(pact.interactions.map(({description}) => ({description, result: 'OK'})));
  }

  describe.each(names)('at %s', (name) => {
    let pact: PactV4;

    beforeAll(async () => {
      pact = await written(name, await recorded(name));
    }, 120_000);

    it('finds that all goes as in the Pact, as often as it is carried out', async () => {
      await expectGreen(pact);
      await expectGreen(pact);
    });

    it('takes states as a query as well, and each one done with', async () => {
      await expectGreen(pact, ['--state-change-as-query', '--state-change-teardown']);
    });

    it('carries the interactions out in the order of the file, and another order does not hold', async () => {
      const [first, ...others] = pact.interactions;
      if (!first) throw new Error('The Pact is empty.');
      const turned = {...pact, interactions: [first, ...others.reverse()]};
      const {isGreen, results} = await verify(turned, {url});
      expect(isGreen).toBe(false);
      expect(results.map(({description}) => description)).toEqual(
        turned.interactions.map(({description}) => description),
      );
    });

    it('finds another status, another text where the very same is asked for, another type and a missing member', async () => {
      const [literal, typed, missing] = pact.interactions.filter((one) => literalIn(one) !== undefined);
      const last = pact.interactions.at(-1);
      if (!literal || !typed || !missing || !last) throw new Error('The Pact has too few answers to break.');
      const broken = new Map([
        [literal, answering(literal, (content) => withValue(content, literalIn(literal) ?? '', 'another'))],
        [typed, byType(answering(typed, (content) => withValue(content, literalIn(typed) ?? '', 7)))],
        [missing, answering(missing, (content) => ({...(content as JsonObject), surplus: 'text'}))],
        [last, {...last, response: {...last.response, status: 418}}],
      ]);
      expect(broken.size).toBe(4);
      const interactions = pact.interactions.map((one) => broken.get(one) ?? one);
      const {isGreen, results, output} = await verify({...pact, interactions}, {url});
      expect(isGreen).toBe(false);
      const failed = results.filter(({result}) => result !== 'OK').map(({description}) => description);
      expect(new Set(failed), output).toEqual(new Set([...broken.keys()].map(({description}) => description)));
      expect(output).toContain(`${literalIn(literal)} -> Expected`);
      expect(output).toContain('to be the same type as 7 (Integer)');
      expect(output).toContain('surplus');
      expect(output).toContain('expected 418 but was');
    });

    it('takes another text of the same type where nothing hangs on it', async () => {
      const interactions = pact.interactions.map((one) => answering(one, (content) => othersIn(content, one)));
      expect(interactions).not.toEqual(pact.interactions);
      await expectGreen({...pact, interactions});
    });

    it('finds all right that samples of all operations of the document are answered with', async () => {
      const [vendor] = await vendorsNamed([name]);
      if (!vendor) throw new Error(`There is no ${name}.`);
      const behaviours: PactOptions['behaviours'] = name === 'opencx' ? {'opencx.contact_get': true} : {};
      const calls = await recorded(name, {client: samplesClient(vendor), behaviours});
      expect(calls.length).toBeGreaterThan(10);
      await expectGreen(await written(name, calls, {behaviours}));
    });
  });

  it('finds a state that the stand-in does not know', async () => {
    const pact = await written('dixa', (await recorded('dixa')).slice(0, 1));
    const [only] = pact.interactions;
    if (!only) throw new Error('The Pact is empty.');
    const unknown = {...only, providerStates: [{name: 'a customer is there'}]};
    const {isGreen, output} = await verify({...pact, interactions: [unknown]}, {url});
    expect(isGreen).toBe(false);
    expect(output).toContain('state change handlers has failed');
  });
});

/** Calls every operation with the samples that the vendor's document has for it, whatever comes of it. */
function samplesClient(vendor: KnownVendor): Client {
  return async ({ask, fetch, info, signIn}) => {
    const caller = await callerOf({fetch, info}, vendor.name);
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = info.vendors[vendor.name]?.env ?? {};
    for (const {operation, path, body, type} of samplesOf(vendor)) {
      // An export leaves files out: they are not journaled as they were sent.
      if (body instanceof FormData || type !== undefined) continue;
      signIn(operation.secured ? caller(operation) : {});
      const sent = operation.id === 'generateToken' ? {type: 'application', appId, appSecret} : body;
      await ask(operation.method, path, 'any', sent);
    }
  };
}

/** The path of the first text in an answer that must be the very same. */
function literalIn({response: {body, matchingRules}}: WrittenInteraction): string | undefined {
  const isLiteral = ([path, {matchers}]: [string, MatchingRule]) => {
    const value = valueAt(body?.content, path);
    return typeof value === 'string' && value !== '' && matchers[0]?.match === 'equality';
  };
  return Object.entries(matchingRules?.body ?? {}).find(isLiteral)?.[0];
}

function answering(interaction: WrittenInteraction, change: (content: JsonValue) => JsonValue): WrittenInteraction {
  const {response} = interaction;
  if (response.body?.encoded !== false) return interaction;
  return {...interaction, response: {...response, body: {...response.body, content: change(response.body.content)}}};
}

/** With the first rule alone: of the types that are here, and nothing more. */
function byType(interaction: WrittenInteraction): WrittenInteraction {
  const {$: rule} = interaction.response.matchingRules?.body ?? {};
  if (rule === undefined) throw new Error(`${interaction.description} has no rule for its types.`);
  return {...interaction, response: {...interaction.response, matchingRules: {body: {$: rule}}}};
}

/** With another text in the place of each that no rule of its own is about. */
function othersIn(content: JsonValue, {response: {matchingRules}}: WrittenInteraction): JsonValue {
  const rules = matchingRules?.body ?? {};
  const other = (value: JsonValue, path: string): JsonValue => {
    if (Array.isArray(value)) return value.map((item, index) => other(item as JsonValue, `${path}[${index}]`));
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, other(one as JsonValue, `${path}.${name}`)]),
      );
    return typeof value === 'string' && !(path in rules) ? 'another' : value;
  };
  return other(content, '$');
}

const stepsOf = (path: string): readonly string[] => path.match(/[\w-]+/g) ?? [];

function valueAt(content: JsonValue | undefined, path: string): unknown {
  return stepsOf(path).reduce<unknown>((here, step) => (here as Record<string, unknown> | undefined)?.[step], content);
}

function withValue(content: JsonValue, path: string, value: JsonValue): JsonValue {
  const copy = structuredClone(content);
  const steps = stepsOf(path);
  const parent = valueAt(copy, steps.slice(0, -1).join('.')) as Record<string, JsonValue>;
  parent[steps.at(-1) ?? ''] = value;
  return copy;
}
