import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {start} from './app.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let app;
before(async () => void (app = await start({port: 0})));
after(() => app.close());

/** @param {string} path @param {unknown} [body] */
const post = (path, body) =>
  fetch(app.url + path, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)});

test('a person is erased once Dixa’s queue gets to it', async () => {
  // The clock stands still, so nothing is done before the test says so.
  await post('/vendors/_standin/clock', {freeze: true});
  const accepted = await post('/people/noor@example.org/erasure');
  assert.equal(accepted.status, 202);

  const {id} = await accepted.json();
  const isDone = async () => (await (await fetch(`${app.url}/erasures/${id}`)).json()).done;
  assert.equal(await isDone(), false);
  await post('/vendors/_standin/clock', {advance: 'PT10S'});
  assert.equal(await isDone(), true);

  const subject = {emails: ['noor@example.org'], names: ['Noor Sample']};
  const proof = await (await post('/vendors/_standin/erasure', {subject})).json();
  assert.equal(proof.erased, true);
  assert.equal((await post('/people/noor@example.org/erasure')).status, 404);
});
