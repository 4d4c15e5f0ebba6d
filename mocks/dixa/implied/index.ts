/**
 * The way back from answers to entities: what Dixa once showed becomes the seed of a sandbox that shows it again.
 *
 * Left out, since a seed cannot say them or no answer tells them: credentials, delivery logs of webhooks, contents of files
 * (they are empty), taggings and follow-ups that wait, and what a call changed that nothing read afterwards.
 */
import type {JsonObject, RecordedAnswer, SeedData} from '../../../src/engine/index.js';
import {toSeconds} from '../dates.js';
import {annotationReaders} from './annotations.js';
import {configurationReaders} from './configuration.js';
import {conversationOf, conversationReaders} from './conversations.js';
import {erase} from './erasing.js';
import {fillConversations, fillMessages} from './filling.js';
import {accounts, builtIn, Gathered, type CollectionName} from './gathered.js';
import {peopleReaders} from './people.js';
import {objectOf, type Readers} from './reading.js';
import {fillAgents, fillRatings, fillReferences} from './references.js';

const readers: readonly Readers[] = [conversationReaders, peopleReaders, annotationReaders, configurationReaders];

/** An unknown conversation has an empty log, so that one does not say that there is a conversation (DIXA-77). */
const sayNothing = new Set(['getConversationsConversationidActivitylog']);

/** The collections of a seed that are not accounts, in the order in which it has them. */
const others = [
  'endUsers',
  'conversations',
  'messages',
  'files',
  'notes',
  'ratings',
  'conversationTags',
  'activities',
  'anonymizationRequests',
  'searchTraces',
  'webhookSubscriptions',
] as const satisfies readonly CollectionName[];

/** Those in which a place tells apart what happened at the same instant. */
const placed: ReadonlySet<string> = new Set<CollectionName>([
  ...(['endUsers', 'agents', 'messages', 'notes', 'ratings'] as const),
  ...(['conversationTags', 'activities', 'webhookSubscriptions'] as const),
]);

/** The entities that answers imply, each as it was last shown. Accounts are named where they differ from the built-in ones. */
export function implied(answers: readonly RecordedAnswer[]): SeedData {
  const gathered = new Gathered();
  for (const answer of answers) read(answer, gathered);
  const time = toSeconds(answers[0]?.at ?? 0);
  fillConversations(gathered, time);
  fillMessages(gathered);
  fillRatings(gathered);
  fillAgents(gathered, time);
  // Before anything is made up of what is told in clear: it may be told no more.
  erase(gathered);
  fillReferences(gathered, time);
  keepFiles(gathered);
  return seedOf(gathered);
}

function read(answer: RecordedAnswer, gathered: Gathered): void {
  const id = conversationOf(answer);
  if (id !== undefined && !sayNothing.has(answer.operation)) gathered.mention(id);
  const {agentId, userId, message} = objectOf(answer.request) as Readonly<Record<string, JsonObject | undefined>>;
  for (const actor of [agentId, isByAgent(answer) ? userId : undefined, objectOf(message).agentId])
    if (typeof actor === 'string') gathered.actor(actor);
  for (const family of readers)
    if (Object.hasOwn(family, answer.operation)) family[answer.operation]?.(answer, gathered);
}

/** Whether the user that a request names is the agent who acts. */
function isByAgent({operation}: RecordedAnswer): boolean {
  return /^putConversationsConversationid(Close|Reopen|Followup|TransferQueue)$/.test(operation);
}

/** Files that messages hold. What is in them no answer tells, so they are empty. */
function keepFiles(gathered: Gathered): void {
  for (const {attributes} of gathered.of('messages').all()) {
    for (const [path] of JSON.stringify(attributes ?? {}).matchAll(
      /(?<=")\/private\/[^"/]+\/attachment\/[^"/]+(?=")/g,
    )) {
      gathered.of('files').put(path, {type: 'application/octet-stream', base64: ''});
    }
  }
}

function seedOf(gathered: Gathered): SeedData {
  const named = accounts.filter((name) => {
    const [now, before] = [gathered.of(name).all(), builtIn(name)];
    return textOf(now) !== textOf(before);
  });
  const told = others.filter((name) => gathered.of(name).all().length > 0);
  return Object.fromEntries(
    [...named, ...told].map((name) => {
      const entities = gathered.of(name).all();
      return [
        name,
        entities.map((entity, position) => withPlace(name, entity, position)) as unknown as SeedData[string],
      ];
    }),
  );
}

function withPlace(name: CollectionName, {position: _, ...entity}: JsonObject, position: number): JsonObject {
  return placed.has(name) ? {...entity, position: position + 1} : entity;
}

/** The same text for the same entities, in whichever order they and their members stand. */
function textOf(entities: readonly JsonObject[]): string {
  const inOrder = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return entities
    .map((entity) => JSON.stringify(entity, inOrder))
    .sort()
    .join();
}
