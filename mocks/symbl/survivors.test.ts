/** What outlives a conversation at Symbl, and what a client that only reads redacted has not erased. */
import {expect, it} from 'vitest';
import {symbl} from './index.js';
import {survives} from './survivors.js';
import {configure, getMessages, seeded, signedIn} from './test-support.js';

it('names rules that there are', () => {
  const known = symbl.rules.map(({id}) => id);
  for (const {rule} of survives) expect(known).toContain(rule);
});

it('SYMBL-53 keeps nothing: what was read redacted is not erased, and no rule lets it stay', async () => {
  const client = await signedIn();
  await getMessages(client, seeded.ada, 'redact=true');
  const {erased, survivors} = await client.erasure({names: ['Ada Example']});
  expect({erased, survivors}).toEqual({erased: false, survivors: []});
});

it('SYMBL-81 leaves nothing of a conversation', async () => {
  const client = await signedIn();
  await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
  const {erased, survivors} = await client.erasure({names: ['Ada Example'], phones: ['+1 202 555 0143']});
  expect({erased, survivors}).toEqual({erased: true, survivors: []});
});

it('SYMBL-80 keeps what the account has set up, since it belongs to no conversation', async () => {
  const client = await signedIn();
  await configure(client, {type: 'custom', custom: {PERSON_NAME: 'Somebody like Ada Placeholder'}});
  const {erased, survivors} = await client.erasure({names: ['Ada Placeholder']});
  expect({erased, survivors}).toMatchObject({
    erased: true,
    survivors: [{pointer: '/symbl/settings/@0/settings/redaction/custom/PERSON_NAME', rule: 'SYMBL-80'}],
  });
});
