import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {describe, it} from 'vitest';
import {holds, timeout} from '../../../test/properties/check.js';
import {dixaWorld} from '../../../test/properties/dixa-world.js';
import {sequencesOf} from '../../../test/properties/requests.js';
import {Run} from '../../../test/properties/run.js';
import {readAll} from '../../../test/properties/sweep.js';
import {recordCalls, seedOfCalls} from '../../../test/support/implied-seed.js';
import {dixa} from '../index.js';
import {dixaClient} from '../test-support.js';

/** What no answer tells: what is in a file, and what was sent to receivers of webhooks. */
const unknown = /^\/private\/|\/delivery-status/;

describe('whatever Dixa was asked', () => {
  it(
    'a stand-in with the seed of it answers every read as it was answered at the end',
    () =>
      holds(
        fc.asyncProperty(sequencesOf(dixa), async (steps) => {
          const run = await Run.begin(dixaWorld);
          const calls = recordCalls(run.client);
          await run.play(steps);
          await run.pass(86_400_000);
          const read = await readAll(run, {known: await run.noted(), who: 'subject'});
          const client = dixaClient({seeds: await seedOfCalls(calls, dixa)});
          for (const [request, text] of read) {
            const target = request.replace('GET ', '');
            if (text === '' || unknown.test(target)) continue;
            const again = await client.call('GET', target);
            if (!isDeepStrictEqual(again.body, JSON.parse(text)))
              throw run.failure(`${request}\n${text}\n${again.status} ${again.text}`);
          }
        }),
        {runs: 15, isFirstEnough: true},
      ),
    timeout,
  );
});
