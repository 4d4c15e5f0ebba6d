import {useStandin} from 'standin/vitest';
import {beforeEach, expect, it} from 'vitest';
import {Refused} from './account.js';
import {erasePerson, NotYet, untilProcessed, type Accounts} from './erase-person.js';

/**
 * Each test has a sandbox of its own; a call that breaks a vendor's contract fails it, whatever else it asserts, and so does an
 * erasure that the client does not look after.
 */
const using = useStandin({vendors: ['dixa', 'opencx'], strict: true});

/** What the client waited, in seconds. */
let waited: number[];
beforeEach(async () => {
  waited = [];
  await using.sandbox.clock.freeze();
});

/** Waiting moves the sandbox's clock: no test sleeps. */
const wait = async (seconds: number) => {
  waited.push(seconds);
  await using.sandbox.clock.advance(`PT${seconds}S`);
};

function accounts(): Accounts {
  const {dixa, opencx} = using.sandbox.info.vendors;
  if (!dixa || !opencx) throw new Error('The stand-in has both vendors.');
  return {
    dixa: {baseUrl: dixa.baseUrl, authorization: dixa.env.DIXA_API_KEY ?? ''},
    opencx: {baseUrl: opencx.baseUrl, authorization: `Bearer ${opencx.env.OPENCX_API_KEY}`},
  };
}

const noor = {names: ['Noor Sample'], emails: ['noor@example.org'], phones: ['+12025550187']};
const ada = {emails: ['ada@example.com']};

it('erases a person at both vendors, and nobody else', async () => {
  await expect(using.sandbox).not.toHaveErased(noor);
  expect(await erasePerson('noor@example.org', accounts(), wait)).toEqual({endUsers: 1, sessions: 1});
  await expect(using.sandbox).toHaveErased(noor);
  await expect(using.sandbox).not.toHaveErased(ada);
  await expect(using.sandbox).toHaveReceived('opencx.redactSession', {times: 1, status: 200});
});

it('closes conversations that are still open', async () => {
  expect(await erasePerson('ada@example.com', accounts(), wait)).toEqual({endUsers: 1, sessions: 2});
  await expect(using.sandbox).toHaveReceived('dixa.patchEndusersUseridAnonymize', {times: 1, status: 202});
});

it('leaves nothing of anybody: not of one who is known by all that a vendor can hold', async () => {
  const [canary] = await using.sandbox.canaries.plant();
  await erasePerson(canary?.identifiers.email ?? '', accounts(), wait);
  expect((await using.sandbox.canaries.report()).score).toBe(1);
});

it('says so when Dixa is not done after ten minutes, and finds it done a day later', async () => {
  await using.sandbox.scenarios.use('slow-anonymization');
  const late: unknown = await erasePerson('noor@example.org', accounts(), wait).catch((error: unknown) => error);
  if (!(late instanceof NotYet)) throw late;
  expect(late.message).toContain('in 10 minutes');
  await expect(using.sandbox).not.toHaveErased(noor);
  await using.sandbox.clock.advance('P1D');
  await untilProcessed(late.request, accounts().dixa, wait);
  expect(await erasePerson('noor@example.org', accounts(), wait)).toEqual({endUsers: 0, sessions: 1});
  await expect(using.sandbox).toHaveErased(noor);
});

it('tries again after a 429, when the vendor wants it', async () => {
  await using.sandbox.faults.add({fault: '429', operation: 'redactSession', times: 1});
  await using.sandbox.faults.add({fault: '429', operation: 'patchEndusersUseridAnonymize', times: 2});
  await erasePerson('noor@example.org', accounts(), wait);
  await expect(using.sandbox).toHaveErased(noor);
  await expect(using.sandbox).toHaveReceived('dixa.patchEndusersUseridAnonymize', {times: 2, status: 429});
  await expect(using.sandbox).toHaveReceived('dixa.patchEndusersUseridAnonymize', {times: 1, status: 202});
  // Dixa does not say how long, OpenCX does; in between the client asks Dixa once more.
  expect(waited).toEqual([1, 2, 5, 60]);
});

it('gives up after the fifth 429', async () => {
  await using.sandbox.faults.add({fault: '429', vendor: 'dixa'});
  await expect(erasePerson('noor@example.org', accounts(), wait)).rejects.toThrow(Refused);
  await expect(using.sandbox).toHaveReceived('dixa.getEndusers', {times: 5});
});
