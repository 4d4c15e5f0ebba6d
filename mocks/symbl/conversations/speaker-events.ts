import type {components} from '../../../specs/symbl/generated/index.js';
import type {Conversation, Message} from '../entities.js';
import type {Scope} from '../handler.js';
import {newMember} from '../speakers.js';

type SpeakerEvent = components['schemas']['SpeakerEvent'];

/** That somebody spoke for a while; in milliseconds since 1970. */
interface Turn {
  readonly memberId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes each message for what that person said who spoke longest while it was said. A message during which nobody spoke
 * stays whose it is.
 */
export async function nameSpeakers(
  scope: Scope,
  conversation: Conversation,
  events: readonly SpeakerEvent[],
): Promise<void> {
  const {messages} = scope.state;
  const turns = turnsOf(events, conversation, await membersOf(scope, conversation, events));
  for (const message of await messages.find('conversation', conversation.id)) {
    const memberId = speakerDuring(message, turns);
    if (memberId !== undefined) messages.save({...message, from: {id: memberId}});
  }
}

/** The members whom the events speak of, by the events' ids: those there are by id or e-mail, and new ones. */
async function membersOf(
  scope: Scope,
  {id: conversationId}: Conversation,
  events: readonly SpeakerEvent[],
): Promise<ReadonlyMap<string, string>> {
  const {members} = scope.state;
  const known = new Map((await members.find('conversation', conversationId)).map((one) => [one.id, one]));
  const found = new Map<string, string>();
  for (const {user} of new Map(events.map((event) => [event.user.id, event])).values()) {
    const {id: speakerId, name, email} = user;
    const all = [...known.values()];
    const member =
      all.find((one) => one.id === speakerId || one.speakerId === speakerId) ??
      all.find((one) => email !== undefined && one.email === email) ??
      newMember(scope, conversationId);
    const named = {...(name !== undefined && {name}), ...(email !== undefined && {email})};
    known.set(member.id, members.save({...member, speakerId, ...named}));
    found.set(speakerId, member.id);
  }
  return found;
}

/** From where somebody began to where they stopped, or to the end of the conversation. */
function turnsOf(
  events: readonly SpeakerEvent[],
  {startTime, endTime}: Conversation,
  members: ReadonlyMap<string, string>,
): readonly Turn[] {
  const beginning = Date.parse(startTime);
  const open = new Map<string, number>();
  const turns: Turn[] = [];
  const close = (userId: string, end: number) => {
    const start = open.get(userId);
    open.delete(userId);
    if (start !== undefined) turns.push({memberId: members.get(userId) as string, start, end});
  };
  for (const {type, user, offset} of events) {
    // The page's sample has five thousand million nanoseconds beside its seconds; they count as they stand.
    const at = beginning + offset.seconds * 1000 + (offset.nanos ?? 0) / 1e6;
    if (type === 'stopped_speaking') close(user.id, at);
    else if (!open.has(user.id)) open.set(user.id, at);
  }
  for (const userId of [...open.keys()]) close(userId, Date.parse(endTime));
  return turns;
}

function speakerDuring({startTime, endTime}: Message, turns: readonly Turn[]): string | undefined {
  const [start, end] = [Date.parse(startTime), Date.parse(endTime)];
  let [longest, speaker]: [number, string | undefined] = [0, undefined];
  for (const turn of turns) {
    const overlap = Math.min(end, turn.end) - Math.max(start, turn.start);
    if (overlap > longest) [longest, speaker] = [overlap, turn.memberId];
  }
  return speaker;
}
