/* eslint-disable @typescript-eslint/no-require-imports -- what CommonJS is about */
const https = require('node:https');
const {expect, test} = require('@jest/globals');
const {useStandin} = require('standin/jest');

const dixa = useStandin({vendors: ['dixa'], intercept: true, listen: false});

test('a client that knows only the vendor’s own address is answered', async () => {
  const headers = {authorization: dixa.sandbox.info.vendors.dixa.env.DIXA_API_KEY};
  expect((await fetch('https://dev.dixa.io/v1/conversations/10749', {headers})).status).toBe(200);
  const status = await new Promise((resolve, reject) => {
    https
      .get('https://dev.dixa.io/v1/conversations/10749', {headers}, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
      .on('error', reject);
  });
  expect(status).toBe(200);
  await expect(dixa.sandbox).toHaveReceived('dixa.getConversationsConversationid', {times: 2});
});
