/** The sample calls of Dixa's reference work as they stand against the seed. */
import {expect, it} from 'vitest';
import {document} from '../../specs/dixa/generated/index.js';
import {operationsOf, resolve} from '../../src/openapi/index.js';
import {dixaClient} from './test-support.js';

interface Examples {
  readonly examples?: Readonly<Record<string, {readonly value: unknown}>>;
}
interface Parameter extends Examples {
  readonly name: string;
  readonly in: 'path' | 'query';
}

/** Samples that are refused on purpose. */
const refused = new Map([
  // This end user has an open conversation, so that `force` can be tried.
  ['patchEndusersUseridAnonymize', 409],
  // The agent who reopens is an end user in the sample of "Anonymize entity"; one id cannot be both.
  ['putConversationsConversationidReopen', 400],
  ['putConversationsConversationidTransferQueue', 400],
  ['postConversationsConversationidNotes', 400],
  // These name people and conversations that stand in no other sample.
  ['postConversationsConversationidRatingsOffer', 404],
  ['putConversationsConversationidLink', 404],
]);

const samples = operationsOf(document).flatMap((operation) => {
  const item = document.paths[operation.path] as {readonly parameters?: unknown[]};
  const {requestBody, responses, ...own} = resolve(document, operation.pointer).value as {
    readonly parameters?: unknown[];
    readonly requestBody?: {readonly content: {readonly 'application/json': Examples}};
    readonly responses: object;
  };
  const parameters = [
    ...(item.parameters ?? []).map((_, index) =>
      resolve(document, `#/paths/${escape(operation.path)}/parameters/${index}`),
    ),
    ...(own.parameters ?? []).map((_, index) => resolve(document, `${operation.pointer}/parameters/${index}`)),
  ].map(({value}) => value as Parameter);
  const name = operation.secured ? 'documented' : 'storedFile';
  const valueOf = ({examples}: Examples) => examples?.[name]?.value;
  let path = operation.path;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const value = valueOf(parameter);
    // Filters that exclude each other are in examples of their own.
    if (value === undefined) continue;
    const text = String(value);
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(text));
    else query.set(parameter.name, text);
  }
  const body = requestBody && valueOf(requestBody.content['application/json']);
  const success = Object.keys(responses).find((status) => status.startsWith('2'));
  return [[operation.id, operation.method, query.size > 0 ? `${path}?${query}` : path, body, Number(success)] as const];
});

function escape(path: string): string {
  return path.replaceAll('~', '~0').replaceAll('/', '~1');
}

it.each(samples)('DIXA-1 %s, under both versions', async (id, method, path, body, success) => {
  const answer = await dixaClient().call(method, path, {...(body !== undefined && {body})});
  expect(answer.status).toBe(refused.get(id) ?? success);
  const beta = await dixaClient().call(method, path.replace(/^\/v1\//, '/beta/'), {...(body !== undefined && {body})});
  expect(beta.text).toBe(answer.text);
});
