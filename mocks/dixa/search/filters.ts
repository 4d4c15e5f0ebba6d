import type {components} from '../../../specs/dixa/generated/index.js';
import {instantOf} from '../dates.js';
import type {Conversation, SearchTrace} from '../entities.js';
import type {Scope} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';
import type {Candidate, Test} from './search.js';
import {meetsLength, meetsPaths, meetsTime, meetsValues, readTimes} from './operators.js';

type Schemas = components['schemas'];
type Field = Schemas['SearchField'];

/** Filters name channels otherwise than conversations do; two that conversations know have no name there. */
const channels: Readonly<Partial<Record<Conversation['channel'], string>>> = {
  Email: 'email',
  ContactForm: 'contactform',
  WidgetChat: 'chat',
  Messenger: 'dixamessenger',
  PstnPhone: 'phone',
  Voicemail: 'voicemail',
  Callback: 'callback',
  Sms: 'sms',
  FacebookMessenger: 'facebookmessenger',
  WhatsApp: 'whatsapp',
};

const statuses = {Open: 'open', Closed: 'closed', Pending: 'pending', AwaitingPending: 'pending'} as const;

/**
 * What filters let through: everything where there is none.
 * @returns undefined when one of their times cannot be read.
 */
export function testOf(filters: Schemas['SearchFilters'] | undefined): Test | undefined {
  const {strategy = 'All', conditions = []} = filters ?? {};
  if (conditions.length === 0) return async () => true;
  const tests: Test[] = [];
  for (const {field} of conditions) {
    const test = fieldTest(field);
    if (!test) return undefined;
    tests.push(test);
  }
  return async (scope, candidate) => {
    // The first one that fails, or for `Any` the first one that holds, decides.
    const decisive = strategy === 'Any';
    for (const test of tests) if ((await test(scope, candidate)) === decisive) return decisive;
    return !decisive;
  };
}

function fieldTest(field: Field): Test | undefined {
  switch (field._type) {
    case 'AssignedDate':
    case 'ClosedDate':
    case 'CreationDate':
    case 'LastActivity':
    case 'LastMessage': {
      const meets = meetsTime(readTimes(field.operator));
      return meets && (async (scope, candidate) => meets(await timeOf(scope, candidate, field._type)));
    }
    case 'Duration': {
      const meets = meetsLength(field.operator);
      return async (_, {conversation}) => meets(lengthOf(conversation));
    }
    case 'CustomAttribute': {
      const meets = meetsPaths(field.operator);
      return async (_, {conversation}) => meets(pathOf(conversation, field.attributeId));
    }
    case 'TagId': {
      const meets = meetsValues(field.operator);
      return async ({state}, {conversation}) => {
        const tags = await state.conversationTags.find('conversation', String(conversation.id));
        return meets(tags.map(({tagId}) => tagId));
      };
    }
    default: {
      const meets = meetsValues(field.operator);
      return async (_, candidate) => meets(valueOf(candidate, field._type).filter((value) => value !== undefined));
    }
  }
}

type ValueField = 'AgentId' | 'Channel' | 'ContactId' | 'ConversationId' | 'Direction' | 'QueueId' | 'Status';

/** The one value of a field, if there is one. */
function valueOf(candidate: Candidate, field: ValueField): (string | undefined)[] {
  const {conversation, trace} = candidate;
  switch (field) {
    case 'AgentId':
      return [handlingOf(candidate).assignment?.agentId];
    case 'Channel':
      return [trace?.channel ?? channelOf(conversation)];
    case 'ContactId':
      return [conversation.requesterId];
    case 'ConversationId':
      return [String(conversation.id)];
    case 'Direction':
      return [conversation.direction?.toLowerCase()];
    case 'QueueId':
      return [handlingOf(candidate).queue?.id];
    case 'Status':
      return [conversation.state && statuses[conversation.state]];
  }
}

/** The channel of a conversation as filters name it. */
export function channelOf({_type, channel}: Conversation): string | undefined {
  return _type === 'GenericConversation' ? 'genericapimessaging' : channels[channel];
}

/** Who has a conversation, and where it waits. What is anonymized no longer shows it and is found by it still (DIXA-47). */
function handlingOf({conversation, trace}: Candidate): Pick<SearchTrace, 'assignment' | 'queue'> {
  return isAnonymized(conversation) ? (trace ?? {}) : conversation;
}

type TimeField = 'AssignedDate' | 'ClosedDate' | 'CreationDate' | 'LastActivity' | 'LastMessage';

async function timeOf(scope: Scope, candidate: Candidate, field: TimeField): Promise<number | undefined> {
  const {conversation} = candidate;
  switch (field) {
    case 'AssignedDate':
      return read(handlingOf(candidate).assignment?.assignedAt);
    case 'ClosedDate':
      return closedAt(conversation);
    case 'CreationDate':
      return read(conversation.createdAt);
    case 'LastActivity': {
      const [last] = await scope.state.activities.find('conversation', String(conversation.id), lastOne);
      return read(last?.activityTimestamp);
    }
    case 'LastMessage': {
      const [last] = await scope.state.messages.find('conversation', String(conversation.id), lastOne);
      return read(last?.createdAt);
    }
  }
}

const lastOne = {descending: true, limit: 1};

function closedAt({state, stateUpdatedAt}: Conversation): number | undefined {
  return state === 'Closed' ? read(stateUpdatedAt) : undefined;
}

/** From creation to closing, in milliseconds. */
function lengthOf(conversation: Conversation): number | undefined {
  const [from, to] = [read(conversation.createdAt), closedAt(conversation)];
  return from === undefined || to === undefined ? undefined : to - from;
}

/** The value of a custom attribute as filters name it: a text alone, or the way to a choice. */
function pathOf({customAttributes = []}: Conversation, id: string): readonly string[] | undefined {
  const value = customAttributes.find((attribute) => attribute.id === id)?.value;
  return typeof value === 'string' ? [value] : value;
}

function read(time: string | undefined): number | undefined {
  return time === undefined ? undefined : instantOf(time);
}
