import {isObject, valueAt} from '../../src/engine/index.js';
import type {Answer, Client, Sent} from './client.js';

/** Looks after what a call began, until it is done. */
export type FollowUp = (client: Client) => Promise<void>;

/** How often a client looks before it gives up. */
const maxLooks = 6;

/** A call and what came of it. */
export interface Done {
  readonly vendor: string;
  readonly operation: string;
  readonly sent: Sent;
  readonly answer: Answer;
}

/** What a client that means it does after a call: nothing after most. */
export async function followUpOf(
  client: Client,
  {vendor, operation, sent, answer}: Done,
): Promise<FollowUp | undefined> {
  if (answer.status >= 300) return undefined;
  const said = (pointer: string) => valueAt(answer.body, pointer);
  const asked = typeof sent.body === 'string' ? (JSON.parse(sent.body) as Record<string, unknown>) : {};
  if (vendor === 'dixa' && /Anonymi[sz](e|ation)$/.test(operation)) {
    const requestId = String(said('/data/id'));
    return polling('dixa', 'getAnonymizationRequestRequestid', {requestId}, ({body}) => {
      return valueAt(body, '/data/processedAt') !== undefined;
    });
  }
  if (operation === 'redactSession') return reading(String(asked.sessionId));
  if (operation === 'redactMessage') return reading(await sessionOf(client, String(asked.messageId)));
  if (vendor === 'symbl' && /^(submit|append)/.test(operation) && !hasWebhook(sent, asked)) {
    return polling('symbl', 'getJob', {jobId: String(said('/jobId'))}, ({body}) =>
      ['completed', 'failed'].includes(String(valueAt(body, '/status'))),
    );
  }
  return undefined;
}

/** Whoever is told of a job by a webhook need not ask. */
function hasWebhook({target}: Sent, body: Readonly<Record<string, unknown>>): boolean {
  return body.webhookUrl !== undefined || new URLSearchParams(target.split('?')[1]).has('webhookUrl');
}

function polling(
  vendor: string,
  operation: string,
  path: Readonly<Record<string, string>>,
  isDone: (answer: Answer) => boolean,
): FollowUp {
  return async (client) => {
    for (let look = 0; look < maxLooks; look += 1) {
      const answer = await client.ask(vendor, operation, {path});
      // What is gone will never be done.
      if (answer.status === 404 || (answer.status < 300 && isDone(answer))) return;
      await client.pass(answer.status === 429 ? 60_000 : 2000);
    }
    throw new Error(`${operation} never told that it was done.`);
  };
}

function reading(session_id: string): FollowUp {
  return async (client) => {
    for (let look = 0; look < maxLooks; look += 1) {
      const {status} = await client.ask('opencx', 'getChatSessionHistory', {path: {session_id}});
      if (status !== 429) return;
      await client.pass(60_000);
    }
    throw new Error('The history could not be read.');
  };
}

/** A client knows in which session a message is. */
async function sessionOf({standin}: Client, messageId: string): Promise<string> {
  const message = await standin.state.collection('opencx', 'history').get(messageId);
  return isObject(message) ? String(message.session_id) : '';
}
