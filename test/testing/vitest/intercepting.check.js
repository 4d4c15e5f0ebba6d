import {expect, test} from 'vitest';
import {useStandin} from 'standin/vitest';

const dixa = useStandin({vendors: ['dixa'], intercept: true, listen: false});

test('a client that knows only the vendor’s own address is answered', async () => {
  const headers = {authorization: dixa.sandbox.info.vendors.dixa.env.DIXA_API_KEY};
  expect((await fetch('https://dev.dixa.io/v1/conversations/10749', {headers})).status).toBe(200);
  await expect(dixa.sandbox).toHaveReceived('dixa.getConversationsConversationid', {times: 1});
});

test('so is one with the demo credential, and it is the sandbox of its test that answers', async () => {
  const headers = {authorization: dixa.standin.info.vendors.dixa.env.DIXA_API_KEY};
  expect((await fetch('https://dev.dixa.io/v1/conversations/10749', {headers})).status).toBe(200);
  await expect(dixa.sandbox).toHaveReceived('dixa.getConversationsConversationid', {times: 1});
  await expect(dixa.standin).not.toHaveReceived('dixa.getConversationsConversationid');
});
