import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isObject} from '../../src/openapi/index.js';
import {holds, timeout} from '../properties/check.js';
import type {Noted} from './client.js';
import {differenceOf, judgedFromPact, tellingOf} from './judged.js';
import type {Told} from './mistakes/index.js';
import {answerOf, cut, keeping, type Expected} from './pact.js';
import {rightRuns} from './right-steps.js';
import {Run} from './run.js';

/** What a client asks of an answer: some of what came. */
function someOf(seed: number): (noted: Noted) => Expected {
  const isKept = keeping(seed);
  return (noted) => {
    const {status} = noted.exchange.response;
    return {status, body: cut(answerOf(noted), isKept)};
  };
}

/** How many answers there were with a body that is not all that came. */
const counts = {cut: 0, whole: 0};

describe('of a client that expects some of what vendors answer to right calls', () => {
  it(
    'nothing is reported',
    () =>
      holds(
        fc.asyncProperty(rightRuns({minLength: 5, maxLength: 20, lapses: false}), fc.nat(), async (steps, seed) => {
          await using run = await Run.open();
          await run.play(steps);
          const some = someOf(seed);
          const {breaches} = await judgedFromPact(run, (noted) => {
            const expected = some(noted);
            const isWhole = JSON.stringify(expected.body) === JSON.stringify(answerOf(noted));
            counts[isWhole ? 'whole' : 'cut'] += 1;
            return expected;
          });
          if (breaches.length > 0) throw new Error(`${breaches.map(tellingOf).join('\n')}\n\n${await run.told()}`);
        }),
        {runs: 40},
      ),
    timeout,
  );

  it('most answers are cut', () => {
    expect(counts.cut).toBeGreaterThan(counts.whole);
  });
});

/** A wrong expectation of a conversation, and how it must be told. */
interface Wrong {
  readonly name: string;
  readonly spoil: (data: Readonly<Record<string, unknown>>) => Expected;
  readonly told: Pick<Told, 'pointer' | 'message' | 'instead'> & {readonly rules?: readonly string[]};
}

const wrong: readonly Wrong[] = [
  {
    name: 'a status that the document does not have',
    spoil: () => ({status: 418}),
    told: {
      pointer: /^\/response\/status$/,
      message: /no answer 418/,
      instead: /: 200, 400, 401, 403, 404, 429, 500\.$/,
      rules: [],
    },
  },
  {
    name: 'a member that is spelt otherwise',
    spoil: ({id, ...data}) => ({status: 200, body: {data: {...data, Id: id ?? 501}}}),
    told: {pointer: /^\/response\/body\/data\/Id$/, message: /^`Id` is none/, instead: /^Expect `id`\.$/},
  },
  {
    name: 'a value of the wrong type',
    spoil: (data) => ({status: 200, body: {data: {...data, createdAt: 5}}}),
    told: {
      pointer: /^\/response\/body\/data\/createdAt$/,
      message: /must be string/,
      instead: /^Expect a string of the format date-time\.$/,
    },
  },
  {
    name: 'a value that an enumeration does not list',
    spoil: (data) => ({status: 200, body: {data: {...data, direction: 'Sideways'}}}),
    told: {
      pointer: /^\/response\/body\/data\/direction$/,
      message: /^(?!.*Sideways).*must be equal to one of/,
      instead: /^Expect one of `Inbound`, `Internal`, `Outbound`\.$/,
    },
  },
  {
    name: 'a list in the place of an object',
    spoil: (data) => ({status: 200, body: {data: [data]}}),
    told: {pointer: /^\/response\/body\/data$/, message: /must be object/, instead: /^Expect an object\.$/},
  },
];

describe.each(wrong.map((one) => [one.name, one] as const))(
  '%s',
  (_, {spoil, told: {rules = ['DIXA-19'], ...told}}) => {
    it(
      'is reported in whatever Pact it stands, and nothing else is',
      () =>
        holds(
          fc.asyncProperty(rightRuns({minLength: 1, maxLength: 8, lapses: false}), fc.nat(), async (steps, seed) => {
            await using run = await Run.open();
            const spoilt = run.client.noted.length;
            await run.client.send(run.client.requestOf('dixa', operation, {path: {conversationId: 501}}));
            await run.play(steps);
            const some = someOf(seed);
            const judged = await judgedFromPact(run, (noted) => {
              const expected = some(noted);
              if (noted !== run.client.noted[spoilt]) return expected;
              const {data} = (expected.body ?? {}) as {readonly data?: unknown};
              return spoil(isObject(data) ? data : {});
            });
            const difference = differenceOf(
              judged,
              [{kind: 'expectation', operation, rules, ...told}],
              [...judged.ids.keys()].filter((index) => judged.ids[index] === `dixa ${spoilt}`),
            );
            if (difference !== undefined) throw new Error(`${difference}\n\n${await run.told()}`);
          }),
          {runs: 6},
        ),
      timeout,
    );
  },
);

const operation = 'getConversationsConversationid';
