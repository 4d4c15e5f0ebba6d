import type {Author, Job, Member, PendingMessage} from '../entities.js';
import type {Scope} from '../handler.js';
import {recognizerOf} from '../intelligence/recognition.js';
import {phrasesOf} from '../transcript/phrases.js';
import {searcherOf} from '../transcript/searched.js';
import {newMember} from '../speakers.js';

/**
 * Does what a job is there for: its messages appear behind those the conversation has (SYMBL-17, SYMBL-31). Personal
 * data is looked for here and nowhere else; reading only replaces what was found.
 */
export async function carryOut(scope: Scope, {accountId, conversationId, work}: Job): Promise<void> {
  const {state, ids} = scope;
  if (work === undefined || !(await state.conversations.get(conversationId))) return;
  const members = await MemberBook.open(scope, conversationId);
  // Without detection there is nothing to hide (SYMBL-55).
  const texts = work.messages.map(({text}) => text);
  const found = work.detectEntities ? (await searcherOf(scope))(texts) : [];
  const recognize = await recognizerOf(scope, accountId, work);
  for (const [index, message] of work.messages.entries()) {
    const {text, startTime, endTime, speakerTag} = message;
    const spans = found[index] ?? [];
    state.messages.save({
      id: ids.digits(16),
      conversationId,
      position: ids.next('message'),
      text,
      spans,
      from: members.authorOf(message),
      startTime,
      endTime,
      phrases: work.detectPhrases ? phrasesOf(text, spans) : [],
      ...recognize(text),
      ...(work.threshold !== undefined && {threshold: work.threshold}),
      ...(speakerTag !== undefined && {speakerTag}),
    });
  }
}

/** The members of a conversation by user id, or by voice; one is made for each that is new (SYMBL-27). */
class MemberBook {
  readonly #scope: Scope;
  readonly #conversationId: string;
  readonly #byUserId: Map<string, Member>;
  /** Voices of this submission only: in the next one the first voice may be somebody else's. */
  readonly #byVoice = new Map<number, Member>();

  private constructor(scope: Scope, conversationId: string, members: readonly Member[]) {
    this.#scope = scope;
    this.#conversationId = conversationId;
    this.#byUserId = new Map(members.map((member) => [member.email ?? '', member]));
  }

  static async open(scope: Scope, conversationId: string): Promise<MemberBook> {
    return new MemberBook(scope, conversationId, await scope.state.members.find('conversation', conversationId));
  }

  /** Whoever has neither user id nor a voice of their own is no member, but keeps the name they came with (SYMBL-28). */
  authorOf({userId = '', name, speakerTag = 0}: PendingMessage): Author {
    if (userId.trim() === '' && speakerTag > 0) return this.#voice(speakerTag, name);
    if (userId.trim() === '') return name === undefined ? {} : {name};
    const known = this.#byUserId.get(userId);
    if (known && (known.name !== undefined || name === undefined)) return {id: known.id};

    // The user id is normally the e-mail, and comes back as one.
    const member = this.#save({...(known ?? this.#newcomer()), email: userId}, name);
    this.#byUserId.set(userId, member);
    return {id: member.id};
  }

  #voice(speakerTag: number, name: string | undefined): Author {
    const member = this.#byVoice.get(speakerTag) ?? this.#save(this.#newcomer(), name);
    this.#byVoice.set(speakerTag, member);
    return {id: member.id};
  }

  #newcomer(): Member {
    return newMember(this.#scope, this.#conversationId);
  }

  #save(member: Member, name: string | undefined): Member {
    return this.#scope.state.members.save({...member, ...(name !== undefined && {name})});
  }
}
