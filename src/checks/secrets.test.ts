import {describe, expect, it} from 'vitest';
import {credentialsSent, withoutSecrets} from './secrets.js';

describe('a report without secrets', () => {
  it('has names of variables where their values stood, in every text, the longest first', () => {
    const report = {curl: ['-H key-123456', 7, null], deep: {got: 'key-123456-long'}};
    const secrets = [
      ['SHORT', 'key-123456'],
      ['LONG', 'key-123456-long'],
    ] as const;
    expect(withoutSecrets(report, secrets)).toEqual({curl: ['-H $SHORT', 7, null], deep: {got: '$LONG'}});
  });

  it('leaves alone what is too short to be told from any word', () => {
    expect(withoutSecrets('a passed step', [['KEY', 'a']])).toBe('a passed step');
  });
});

describe('the credentials that calls were made with', () => {
  const call = (authorization: string, body = '') => ({
    request: {method: 'GET', path: '/', query: '', headers: {authorization}},
    response: {status: 200, headers: {}, body},
  });
  const variables = new Map([['authorization', 'Bearer $BearerAuth']]);

  it('are those that came with a call, too, without what stands before them', () => {
    const calls = [
      call('Bearer standin-wrong-one', '{"token":"first-token-of-two"}'),
      call('Bearer first-token-of-two', '{"token":"second-token-of-two"}'),
      call('Bearer second-token-of-two'),
    ];
    expect(credentialsSent(calls, variables)).toEqual([
      ['BearerAuth', 'first-token-of-two'],
      ['BearerAuth', 'second-token-of-two'],
    ]);
  });

  it('are no words that a server calls a token, so that nothing else is hidden with them', () => {
    expect(credentialsSent([call('Bearer broken', '{"token":"broken"}')], variables)).toEqual([]);
  });
});

it('finds a credential as it stands in JSON and in an address', () => {
  const secrets = [['KEY', 'a"b/c d']] as const;
  expect(withoutSecrets('{"key":"a\\"b/c d"} ?key=a%22b%2Fc%20d', secrets)).toBe('{"key":"$KEY"} ?key=$KEY');
});
