import {expect, test} from '@jest/globals';
import {useStandin} from 'standin/jest';

const stage = useStandin({intercept: true, strict: true});

test('a client that knows only the vendor’s own address is answered', async () => {
  const {DIXA_API_KEY} = stage.sandbox.info.vendors.dixa.env;
  const answer = await fetch('https://dev.dixa.io/v1/conversations/10749', {headers: {authorization: DIXA_API_KEY}});
  expect(answer.status).toBe(200);
  await expect(stage.sandbox).toHaveReceived('dixa.getConversationsConversationid', {times: 1});
});
