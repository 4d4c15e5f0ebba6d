import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {vendorsNamed} from '../../registry.js';
import type {Vendor} from '../vendor.js';
import {NearMisses} from './near-misses.js';
import {RequestMask} from './request-mask.js';
import {Tokens} from './tokens.js';
import {textOf} from './verdict.js';

const registry = await vendorsNamed();

const tokens = new Tokens(new Uint8Array(32).fill(1));
const nearMisses = new NearMisses(registry);
const vendorOf = (name: string) => registry.find((vendor) => vendor.name === name) as Vendor;

/** The closest operation, and what differs, a line each; tokens without their digits. */
function closest(vendor: string, method: string, path: string): readonly string[] {
  const [miss] = nearMisses.of({method, path, mask: new RequestMask(vendorOf(vendor), tokens)});
  if (miss === undefined) return [];
  const differences = miss.differences.map(textOf).map((text) => text.replace(/tok_[0-9a-f]{16}/, 'tok'));
  return [`${miss.vendor} ${miss.operation}`, ...differences];
}

describe('the closest operation', () => {
  it('to another method', () => {
    expect(closest('dixa', 'GET', '/v1/conversations/10749/anonymize')).toEqual([
      'dixa patchConversationsConversationidAnonymize',
      'method: expected PATCH, got GET',
    ]);
  });

  it('to a path without its version, or with one that there is not', () => {
    const operation = 'dixa getConversationsConversationid';
    expect(closest('dixa', 'GET', '/conversations/1')).toEqual([
      operation,
      'path segment 1: expected v1 or beta, got nothing',
    ]);
    expect(closest('dixa', 'GET', '/v2/conversations/1')).toEqual([
      operation,
      'path segment 1: expected v1 or beta, got tok(a9)',
    ]);
  });

  it('to a misspelt word', () => {
    expect(closest('opencx', 'POST', '/redaction/sessions')).toEqual([
      'opencx redactSession',
      'path segment 2: expected session, got sessions',
    ]);
    expect(closest('dixa', 'PUT', '/v1/conversation/1/close')).toEqual([
      'dixa putConversationsConversationidClose',
      'path segment 2: expected conversations, got tok(aaaaaaaaaaaa)',
    ]);
  });

  it('to slashes too many', () => {
    expect(closest('dixa', 'GET', '/v1//conversations/1/')).toEqual([
      'dixa getConversationsConversationid',
      'path segment 2: expected nothing, got an empty text (two slashes in a row)',
      'path segment 5: expected nothing, got an empty text (a slash at the end)',
    ]);
  });

  it('to words in another letter case', () => {
    expect(closest('dixa', 'GET', '/V1/Conversations/1')).toEqual([
      'dixa getConversationsConversationid',
      'path segment 1: expected v1 or beta, got tok(A9) (only the letter case differs)',
      'path segment 2: expected conversations, got tok(Aaaaaaaaaaaaa) (only the letter case differs)',
    ]);
  });

  it('to a path that another vendor has', () => {
    expect(closest('dixa', 'POST', '/redaction/session')).toEqual([
      'opencx redactSession',
      'vendor: expected opencx, got dixa',
    ]);
  });

  it('to a segment too many', () => {
    expect(closest('symbl', 'GET', '/v1/conversations/5083268647485440/messages/all')).toEqual([
      'symbl getMessagesByConversationId',
      'path segment 5: expected nothing, got tok(aaa)',
    ]);
  });

  it('to one that is switched off says so', () => {
    const known = vendorOf('dixa').operationList.find(({id}) => id === 'getConversationsConversationid');
    expect(closest('dixa', known?.method ?? '', '/v1/conversations/1')[1]).toMatch(/switched off by a behaviour/);
    expect(closest('dixa', 'GET', '/v1/conversations/%zz')[1]).toMatch(/percent-encoding/);
  });

  it.each(['/', '/favicon.ico', '/wp-admin/setup.php', '/a/b/c/d/e/f'])('to %s is none', (path) => {
    expect(closest('dixa', 'GET', path)).toEqual([]);
  });
});

it('tells at most three operations, and none that is much further than the closest', () => {
  const miss = (path: string) =>
    nearMisses
      .of({method: 'GET', path, mask: new RequestMask(vendorOf('dixa'), tokens)})
      .map(({operation}) => operation);
  expect(miss('/conversations/1')).toEqual(['getConversationsConversationid']);
  expect(miss('/v1/conversations/1/note').length).toBeLessThanOrEqual(3);
});

it('shows nothing of a path but what a document has', () => {
  const word = fc.stringMatching(/^[h-y]{12}$/);
  fc.assert(
    fc.property(word, fc.constantFrom(...registry), fc.nat(), (secret, vendor, choice) => {
      const {path, method} = vendor.operationList[choice % vendor.operationList.length]!;
      const mask = new RequestMask(vendor, tokens);
      const wrong = `${path.replace('{version}', 'v1').replace(/\{\w+\}/g, secret)}/${secret}@example.org`;
      expect(JSON.stringify(nearMisses.of({method, path: wrong, mask}))).not.toContain(secret);
    }),
    {numRuns: 300},
  );
});
