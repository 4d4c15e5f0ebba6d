import type {Said} from '../../../src/engine/index.js';
import type {AccountEntity, Author, CustomMatch, Job, Tracked} from '../entities.js';

/** A member as far as it is known. */
export interface KnownMember {
  readonly conversationId: string;
  readonly name?: string;
  readonly email?: string;
  /** Name and e-mail are those of a redacted answer, since there is no other. */
  readonly isHidden?: boolean;
}

/** What was said, as one answer shows it. */
export interface Wording {
  readonly text: string;
  readonly phrases: readonly string[];
}

/** A message as far as it is known. */
export interface KnownMessage {
  readonly conversationId: string;
  readonly startTime: unknown;
  readonly endTime: unknown;
  readonly from: Author;
  readonly clear?: Wording;
  readonly redacted?: Wording & {
    /** All that is found is hidden, under Symbl's own names. */
    readonly isWhole: boolean;
  };
  readonly speakerTag?: number;
}

/** Something that was handed over. */
export interface Submitted {
  /** The body of the request, or the parameters where the body is a file. */
  readonly request: Said;
  /** How many messages the conversation was seen to have before. */
  readonly before: number;
  readonly at: number;
}

/** A job as it last stood. */
export type KnownJob = Pick<Job, 'status'> & {readonly conversationId?: string; readonly submitted?: Submitted};

export type KnownEntity = Pick<AccountEntity, 'type' | 'subType' | 'values'>;

/** What the answers told so far, by id. Later answers write over earlier ones. */
export class Known {
  readonly conversations = new Map<string, Said>();
  /** Those of a conversation in the order in which they are shown, as are the messages. */
  readonly members = new Map<string, KnownMember>();
  readonly messages = new Map<string, KnownMessage>();
  readonly jobs = new Map<string, KnownJob>();
  /** How many messages a conversation was last seen to have. */
  readonly lengths = new Map<string, number>();
  /** What was found in messages beside personal data, by message. */
  readonly custom = new Map<string, readonly CustomMatch[]>();
  readonly tracked = new Map<string, readonly Tracked[]>();
  accountEntities = new Map<string, KnownEntity>();
  settings: Said | undefined;
  settingsId: string | undefined;

  /** Notes that there is a conversation. */
  meet(id: string): void {
    if (!this.conversations.has(id)) this.conversations.set(id, {});
  }

  /** Forgets a conversation that was deleted, with all that is of it (SYMBL-81). */
  forget(id: string): void {
    this.conversations.delete(id);
    this.lengths.delete(id);
    for (const one of [this.members, this.messages, this.jobs])
      for (const [key, {conversationId}] of one) if (conversationId === id) one.delete(key);
  }
}
