import {describe, expect, it} from 'vitest';
import {utf8} from './bytes.js';
import {differenceOf} from './compare.js';
import type {Answer, Outcome, Step} from './face.js';
import {neutral} from './neutral.js';

const steps: readonly Step[] = [
  {advance: 'PT1S'},
  {call: {vendor: 'dixa', method: 'GET', target: '/v1/organization', headers: {}}},
];
const answer: Answer = {status: 429, headers: {'retry-after': '60'}, body: utf8('{"message":"größe"}')};
const compare = (face: Outcome | undefined, http: Outcome = answer) =>
  differenceOf(steps, {expected: [http], found: face ? [face] : []})?.what;

describe('an answer differs', () => {
  it.each<[string, Outcome | undefined, RegExp]>([
    ['by its status', {...answer, status: 500}, /another status[^]*HTTP: 429[^]*here: +500/],
    ['by a header that is another', {...answer, headers: {'retry-after': '6'}}, /another header retry-after/],
    ['by a header that it lacks', {...answer, headers: {}}, /HTTP: 60[^]*here: +none/],
    ['by a header that is too many', {...answer, headers: {...answer.headers, etag: '"1"'}}, /another header etag/],
    ['by one byte of its body', {...answer, body: utf8('{"message":"grösse"}')}, /another body[^]*größe[^]*grösse/],
    ['when it ends too soon', {...answer, body: answer.body.slice(0, -1)}, /another body/],
    ['when there is an error in its place', {failed: 'TypeError'}, /another outcome[^]*failed with TypeError/],
    ['when there is none', undefined, /no answer to compare/],
  ])('%s', (_, face, words) => {
    expect(compare(face)).toMatch(words);
  });

  it('tells which call it was', () => {
    const found = [{...answer, status: 200}];
    expect(differenceOf(steps, {expected: [answer], found})?.call).toBe('call 1, GET /v1/organization');
  });

  it('but not when all is the same', () => {
    expect(compare({...answer})).toBeUndefined();
    expect(compare({failed: 'TypeError'}, {failed: 'TypeError'})).toBeUndefined();
    expect(compare({failed: 'AbortError'}, {failed: 'TypeError'})).toMatch(/another outcome/);
  });
});

describe('what is compared', () => {
  const base = 'http://127.0.0.1:4020/stand/in/dixa';

  it('is all of the vendor’s headers, and none of the connection’s', () => {
    const headers = {'x-ratelimit-limit': '1', 'content-type': 'application/json', date: 'today', connection: 'close'};
    expect(Object.keys(neutral({...answer, headers}, base).headers)).toEqual(['content-type', 'x-ratelimit-limit']);
  });

  it('has the face’s own address nowhere, be it whole or a path', () => {
    const body = `{"url":"${base}/private/1","meta":{"next":"/stand/in/dixa/v1/tags?pageKey=x"},"text":"/stand/in/dixa/"}`;
    expect(neutral({...answer, body}, base).body).toBe(
      '{"url":"{base}/private/1","meta":{"next":"{base}/v1/tags?pageKey=x"},"text":"/stand/in/dixa/"}',
    );
  });
});
