import {addressOf, type PlainResponse} from '../../src/engine/index.js';
import type {Filled, Run} from './run.js';

/** A store that fails when it is told to. */
export interface Breakable {
  /** How many commits still go well; all of them when undefined. */
  commitsLeft: number | undefined;
  /** Whether it failed since it was last asked. */
  readonly hasFailed: () => boolean;
}

/** Makes the store of a run one that can fail: at the commit, where everything is written at once or nothing is. */
export async function breakable(run: Run): Promise<Breakable> {
  const {partition} = await run.client.engine.sandbox('default');
  const commit = partition.commit.bind(partition);
  let isFailure = false;
  const store: Breakable = {
    commitsLeft: undefined,
    hasFailed: () => {
      const answer = isFailure;
      isFailure = false;
      return answer;
    },
  };
  partition.commit = async (changes) => {
    if (store.commitsLeft === 0) {
      isFailure = true;
      throw new Error('The disk is full.');
    }
    if (store.commitsLeft !== undefined) store.commitsLeft -= 1;
    await commit(changes);
  };
  return store;
}

/** Calls without holding the answer to the document: that of a failure differs from it, and is told as such. */
export async function answerOf(run: Run, {method, target, options}: Filled): Promise<PlainResponse> {
  const {engine, vendor} = run.client;
  const {body, headers: own} = options;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : (body as Uint8Array | undefined);
  const headers = {...(bytes && {'content-type': 'application/json'}), ...own};
  const request = {method, target, headers, body: bytes, origin: 'http://127.0.0.1:4020'};
  const address = addressOf({...request, vendor: vendor.name}, engine.vendors);
  if (address.kind !== 'vendor') throw new Error(`${target} led to ${address.kind}.`);
  const answer = await engine.answer(request, address);
  await run.client.settled();
  run.note(method, target, options, answer);
  return answer;
}
