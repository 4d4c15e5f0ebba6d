import {notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {createQueue, placeOf, showQueue} from '../configuration/queues.js';

/** All queues, by name. */
export const getQueues: Handler<'getQueues'> = async (call) => {
  const queues = await call.state.queues.find('all', 'all');
  return {status: 200, body: {data: await Promise.all(queues.map((queue) => showQueue(call, queue)))}};
};

/** Creates a queue. */
export const postQueue: Handler<'postQueues'> = async (call) => {
  const queue = await createQueue(call, call.body.request);
  return {status: 201, body: {data: await showQueue(call, queue)}};
};

/** One queue. */
export const getQueue: Handler<'getQueuesQueueid'> = async (call) => {
  const queue = await call.state.queues.get(call.params.queueId);
  return queue ? {status: 200, body: {data: await showQueue(call, queue)}} : notFound();
};

/** Where in its queue a conversation stands. */
export const getPosition: Handler<'getQueuesConversation-positionCsid'> = async (call) => {
  const conversation = await call.state.conversations.get(call.params.csid);
  const place = conversation && (await placeOf(call, conversation));
  return place ? {status: 200, body: {data: place}} : notFound();
};
