import {describe, expect, it} from 'vitest';
import {injectedAt, saysNothingUndeclared} from '../../test/support/injected.js';
import {symbl} from './index.js';

const injected = injectedAt(symbl);
const notFound = "The conversation and/or it's metadata you asked could not be found, please check the input provided";

describe('what Symbl says when it is told to fail', () => {
  saysNothingUndeclared(symbl, [404, 405]);

  it.each([
    [400, 'submitText', 'Bad Request! Please refer docs for correct input fields.'],
    [400, 'getMessagesByConversationId', '"redact" must be a boolean'],
    [400, 'createEntity', "Entity request body must contain 'type'. Please refer Symbl docs for more information."],
    [401, 'getMessagesByConversationId', 'Token validation failed for provided token.'],
    [401, 'generateToken', 'Unauthorized. Please generate a new access token.'],
    [403, 'getMessagesByConversationId', 'Forbidden'],
    [404, 'getMessagesByConversationId', notFound],
    [404, 'getJob', 'The job you asked could not be found, please check the input provided'],
    [404, 'getEntity', 'The entity you asked could not be found, please check the input provided'],
    [404, 'deleteConversation', 'The conversationId is either invalid or does not exist.'],
    [404, 'listConversations', 'Not Found'],
    [404, undefined, 'Not Found'],
    [405, 'getJob', 'Method Not Allowed'],
    [409, 'createEntity', 'An entity of that type and subType exists already.'],
    [413, 'submitText', 'The request body is too large.'],
    [500, 'getJob', 'Something went wrong! Please contact support@symbl.ai'],
  ])('%i at %s is %j', (status, operation, message) => {
    expect(injected(status, operation)).toEqual({status, body: {message}});
  });

  it('SYMBL-25 speaks of its jobs in a 429, and of as many as the account may have', () => {
    const {status, body} = injected(429, 'submitText', {behaviours: {concurrent_jobs: 50}}) ?? {};
    expect(status).toBe(429);
    expect(body).toMatchObject({
      statusCode: 429,
      message: expect.stringContaining('maximum of `50` number of concurrent jobs per account') as string,
    });
  });

  it.each([
    [429, 'getMessagesByConversationId'],
    [409, 'submitText'],
    [403, 'generateToken'],
    [502, 'submitText'],
  ])('has no words for %i at %s', (status, operation) => {
    expect(injected(status, operation)).toBeUndefined();
  });

  it('has no page of a gateway', () => {
    expect(injected(502, 'getJob', {html: true})).toBeUndefined();
  });
});
