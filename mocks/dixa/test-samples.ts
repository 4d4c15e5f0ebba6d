/** What the tests that walk all operations share: each operation's own sample, filled in with ids of the seed. */
import {operationsOf, resolve, type Operation} from '../../src/openapi/index.js';
import {dixa} from './index.js';
import {nobody, seeded} from './test-support.js';

export const operations = operationsOf(dixa.document);

interface Sample {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, {readonly examples?: Readonly<Record<string, {value: unknown}>>}>>;
  };
}

/** A body that an operation takes: its document's own sample. */
export function sampleBody({pointer}: Operation): unknown {
  const {requestBody} = resolve(dixa.document, pointer).value as Sample;
  return requestBody?.content['application/json']?.examples?.documented?.value;
}

/** The bodies that the document prints for a status of an operation. */
export function examplesOf({pointer}: Operation, status: number): unknown[] {
  const {content} = resolve(dixa.document, `${pointer}/responses/${status}`).value as Required<Sample>['requestBody'];
  return Object.values(content['application/json']?.examples ?? {}).map(({value}) => value);
}

/** Values of path parameters that name something of the seed, or that could. */
const known: Readonly<Record<string, string>> = {
  version: 'v1',
  conversationId: String(seeded.open),
  csid: String(seeded.open),
  messageId: seeded.openMessage,
  userId: seeded.ada,
  agentId: seeded.kim,
  queueId: seeded.support,
  contactEndpointId: 'support@email.dixa.io',
  event: 'ConversationClosed',
};

/** Values that are well formed and name nothing. */
const unknown: Readonly<Record<string, string>> = {
  version: 'v1',
  conversationId: '999999',
  csid: '999999',
  contactEndpointId: 'nobody@customer.example',
  event: 'ConversationClosed',
};

/** An operation's path on things of the seed. */
export function pathOf({path}: Operation): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? nobody);
}

/** An operation's path on things that are not there. */
export function pathOfNothing({path}: Operation): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => unknown[name] ?? nobody);
}

/** An operation's path with ids that are none. */
export function pathOfNonsense({path}: Operation): string {
  return path.replace('{version}', 'v1').replaceAll(/\{\w+\}/g, 'x');
}

/** What an operation says to what it cannot read. */
export function refusalOf({extensions}: Operation): {message: unknown} {
  return {message: extensions['x-standin-bad-request']};
}
