import {describe, expect, it} from 'vitest';
import {injectedAt, saysNothingUndeclared} from '../../test/support/injected.js';
import {dixa} from './index.js';
import {decodingFailure, dixaClient, invalidValue, seeded} from './test-support.js';

const injected = injectedAt(dixa);
const anonymize = 'patchConversationsConversationidAnonymize';
const close = 'putConversationsConversationidClose';

describe('what Dixa says when it is told to fail', () => {
  // DIXA-15: no reference declares it for closing, and a server can fail everywhere.
  saysNothingUndeclared(dixa, [401, 403, 404, 429, 500]);

  it.each([
    ['DIXA-7', 400, anonymize, invalidValue.message],
    ['DIXA-7', 400, close, decodingFailure.message],
    ['DIXA-2', 401, anonymize, 'Unauthorized'],
    ['DIXA-2', 401, 'postSearchConversations', 'Unauthorized'],
    ['DIXA-6', 403, anonymize, 'Forbidden'],
    ['DIXA-12', 404, anonymize, 'The requested resource could not be found'],
    ['DIXA-13', 404, undefined, 'The requested resource could not be found'],
    ['DIXA-28', 409, anonymize, 'The conversation is not closed'],
    ['DIXA-28', 409, 'patchEndusersUseridAnonymize', 'The end user has conversations that are not closed'],
    ['DIXA-16', 429, anonymize, 'Too Many Requests'],
    ['DIXA-15', 500, anonymize, 'There was an internal server error while processing the request'],
    ['DIXA-15', 500, close, 'There was an internal server error while processing the request'],
  ])('%s %i at %s', (_, status, operation, message) => {
    expect(injected(status, operation)).toEqual({status, body: {message}});
  });

  it.each([
    [409, close],
    [413, 'getTags'],
    [422, anonymize],
    [502, anonymize],
    [401, 'getPrivateFile'],
    [409, undefined],
  ])('has no words for %i at %s', (status, operation) => {
    expect(injected(status, operation)).toBeUndefined();
  });

  it('DIXA-16 sends no header with a 429', async () => {
    const client = dixaClient();
    await client.fault({fault: '429', operation: close});
    const answer = await client.call('PUT', `/v1/conversations/${seeded.open}/close`);
    expect(answer.headers).toEqual({'Content-Type': 'application/json'});
  });

  it('has no page of a gateway', () => {
    expect(injected(502, anonymize, {html: true})).toBeUndefined();
  });
});
