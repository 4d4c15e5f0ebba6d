import {type RecordedAnswer, type SeedData, objectIn, objectsIn, type Said} from '../../../src/engine/index.js';
import {forgetSubType, seeAllEntities, seeEntity, seeMade, seeSettings, seeUpdatedSettings} from './account.js';
import {seeConversation, seeLabelled, seeMembers, seeRenamed} from './conversations.js';
import {seeCustom, seeTrackers} from './found.js';
import {seeJob, seeSubmitted} from './jobs.js';
import {Known} from './known.js';
import {seedOf} from './seed-of.js';
import {seeTranscript} from './transcripts.js';

/** One answer, with its bodies as objects. */
interface Seen {
  readonly known: Known;
  /** Ids in the path. */
  readonly conversationId: string;
  readonly entityId: string;
  readonly query: RecordedAnswer['query'];
  readonly request: Said;
  readonly body: Said;
  readonly answer: RecordedAnswer;
}

/**
 * The conversations that recorded answers imply, with members, messages and jobs, and what the account has configured: all of
 * it of the account to which the demo credentials belong. What Symbl works out for each answer is not among it: insights,
 * topics, summaries and analytics follow from the messages.
 */
export function implied(answers: readonly RecordedAnswer[]): SeedData {
  const known = new Known();
  for (const answer of answers) {
    const {operation, params, query, request, body} = answer;
    const {conversationId = '', entityId = ''} = params;
    readers.get(operation)?.({
      ...{known, conversationId, entityId, query, answer},
      ...{request: objectIn(request), body: objectIn(body)},
    });
  }
  return seedOf(known);
}

type Reader = (seen: Seen) => void;

/** Of a file the options stand in the query. */
const submitted: Reader = ({known, query, request, body, answer: {at}}) => {
  const asked = Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.at(-1)]));
  seeSubmitted(known, {...asked, ...request}, body, at);
};
const oneEntity: Reader = ({known, body}) => seeEntity(known, body);
const madeEntities: Reader = ({known, body}) => seeMade(known, body);
const noEntity: Reader = ({known, entityId}) => void known.accountEntities.delete(entityId);
const foundTrackers: Reader = ({known, answer: {body}}) => seeTrackers(known, body);

/** What each operation's answer tells. The others tell nothing of what is stored. */
const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    submitText: submitted,
    appendText: submitted,
    submitAudio: submitted,
    appendAudio: submitted,
    submitAudioUrl: submitted,
    appendAudioUrl: submitted,
    submitVideo: submitted,
    appendVideo: submitted,
    submitVideoUrl: submitted,
    appendVideoUrl: submitted,
    getJob: ({known, body}) => seeJob(known, body),

    listConversations: ({known, body}) => objectsIn(body.conversations).forEach((one) => seeConversation(known, one)),
    getConversation: ({known, body}) => seeConversation(known, body),
    updateConversation: ({known, conversationId, body}) => seeLabelled(known, conversationId, body),
    deleteConversation: ({known, conversationId}) => known.forget(conversationId),
    getMembers: ({known, conversationId, body}) => {
      known.meet(conversationId);
      seeMembers(known, conversationId, body.members);
    },
    updateMember: ({known, request}) => seeRenamed(known, request),
    getMessagesByConversationId: ({known, conversationId, query, body}) =>
      seeTranscript(known, conversationId, query, body.messages),

    getEntities: ({known, body}) => seeCustom(known, body.entities),
    getDetectedTrackers: foundTrackers,
    getTrackers: foundTrackers,

    getSettings: ({known, body}) => seeSettings(known, body),
    updateSettings: ({known, body}) => seeUpdatedSettings(known, body),
    listEntities: ({known, body}) => seeAllEntities(known, body.entities),
    createEntity: madeEntities,
    createEntities: madeEntities,
    createEntityAtOldAddress: madeEntities,
    getEntity: oneEntity,
    getEntityAtOldAddress: oneEntity,
    updateEntity: oneEntity,
    updateEntityAtOldAddress: oneEntity,
    deleteEntity: noEntity,
    deleteEntityAtOldAddress: noEntity,
    deleteEntitiesBySubType: ({known, query}) => forgetSubType(known, query.subType?.at(-1) ?? ''),
  } satisfies Record<string, Reader>),
);
