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
  const call = (authorization: string) => ({
    request: {method: 'GET', path: '/', query: '', headers: {authorization}},
    response: {status: 200, headers: {}},
  });

  it('are those that came with a call, too, without what stands before them', () => {
    const sent = credentialsSent(
      [call('Bearer first-token'), call('Bearer second-token'), call('Bearer first-token')],
      new Map([['authorization', 'Bearer $BearerAuth']]),
    );
    expect(sent).toEqual([
      ['BearerAuth', 'first-token'],
      ['BearerAuth', 'second-token'],
    ]);
  });

  it('are none that nobody issued, and none in another form', () => {
    const variables = new Map([['authorization', 'Bearer $BearerAuth']]);
    expect(credentialsSent([call('Bearer standin-no-such-credential'), call('Basic 12345678')], variables)).toEqual([]);
  });
});
