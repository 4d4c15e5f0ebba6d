import type {components} from '../../specs/symbl/generated/index.js';
import {collection, type State} from '../../src/engine/index.js';
import type {Span} from '../../src/redaction/types.js';

type Schemas = components['schemas'];

export type Settings = Schemas['Settings'];
export type RedactionSettings = Schemas['RedactionSettings'];
export type JobStatus = Schemas['JobStatus'];

/** The account to which a sandbox's own credentials belong, and seeded conversations that name no other. */
export const demoAccount = 'account-demo';

/** An application of an account; its id is the `appId`. */
export interface App {
  readonly id: string;
  readonly appSecret: string;
  readonly accountId: string;
  /** It was taken back: its credentials are unknown (SYMBL-3). */
  readonly revoked?: boolean;
}

/** An access token; its id is the token itself. */
export interface AccessToken {
  readonly id: string;
  readonly appId: string;
  readonly accountId: string;
  /** When it stops being valid, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A conversation without its members and messages, which are found by its id. */
export interface Conversation extends Omit<Schemas['Conversation'], 'members'> {
  readonly accountId: string;
}

/** Somebody who took part: who came with a user id, or whose voice was told apart from others. */
export interface Member extends Readonly<Schemas['Member']> {
  readonly conversationId: Schemas['DecimalId'];
  /** The id under which speaker events name them, if any did. */
  readonly speakerId?: string;
  /** Counts up over the sandbox; members are shown in the order in which they first spoke. */
  readonly position: number;
}

/** Who said something: a member, somebody known by name only, or nobody (SYMBL-28). */
export type Author = {readonly id: string} | {readonly name: string} | Readonly<Record<never, never>>;

/** Something to be done that was said, with the personal data in it. */
export interface Phrase extends Readonly<Schemas['Phrase']> {
  /** Where the personal data of the phrase is; see {@link Message.spans}. */
  readonly spans?: readonly Span[];
}

/** A message, in clear. Offsets and durations follow from its times when it is shown (SYMBL-32). */
export interface Message {
  readonly id: Schemas['DecimalId'];
  readonly conversationId: Schemas['DecimalId'];
  /** Counts up over the sandbox; gives the order of submission (SYMBL-29). */
  readonly position: number;
  readonly text: string;
  /**
   * Where the personal data of the text is; found once, when the message was processed. A message of a seed was not: it
   * has none until it is first read redacted, unless the seed brings them.
   */
  readonly spans?: readonly Span[];
  /** Where custom entities are in it. Like the next two, found once and absent when there is nothing. */
  readonly custom?: readonly CustomMatch[];
  /** Which trackers' phrases are in it. */
  readonly tracked?: readonly Tracked[];
  /** How sure an insight of it has to be; see {@link Work.threshold}. */
  readonly threshold?: number;
  readonly from: Author;
  readonly startTime: Schemas['Timestamp'];
  readonly endTime: Schemas['Timestamp'];
  readonly phrases: readonly Phrase[];
  /** As which voice it was heard: from 1, 0 when voices were not told apart; absent when it came as text (SYMBL-36). */
  readonly speakerTag?: number;
}

/** A message that was handed over and waits to be processed. */
export interface PendingMessage {
  readonly text: string;
  readonly userId?: string;
  readonly name?: string;
  /** As in {@link Message.speakerTag}. */
  readonly speakerTag?: number;
  readonly startTime: Schemas['Timestamp'];
  readonly endTime: Schemas['Timestamp'];
}

/** The processing of one submission. */
export interface Job extends Readonly<Schemas['Job']> {
  readonly accountId: string;
  readonly conversationId: Schemas['DecimalId'];
  readonly position: number;
  /** Somebody asked for it already (SYMBL-22). */
  readonly polled?: boolean;
  /** Where each change of the status is posted; gone when the job is finished (SYMBL-24). */
  readonly webhookUrl?: string;
  /** What is to be processed; gone when the job is finished. */
  readonly work?: Work;
}

/** What a job is to do. */
export interface Work {
  readonly messages: readonly PendingMessage[];
  readonly detectEntities: boolean;
  readonly detectPhrases: boolean;
  /** Below this, an insight is none; unless the request said so, one half. */
  readonly threshold?: number;
  /** What the request brought along to look for. */
  readonly entities?: readonly Schemas['CustomEntity'][];
  readonly trackers?: readonly Schemas['Tracker'][];
}

/** An entity of an account's own: words to look for in what is processed (SYMBL-56). */
export interface AccountEntity {
  readonly id: Schemas['DecimalId'];
  readonly accountId: string;
  /** Counts up over the sandbox; gives the order in which they were made. */
  readonly position: number;
  readonly type: string;
  readonly subType: string;
  readonly values: readonly string[];
}

/** A custom entity in a text, under the names that it had when the text was processed. */
export interface CustomMatch {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly subType?: string;
}

/** A tracker's phrase in a text: where it begins, or -1 where the text is only similar. */
export interface Tracked {
  readonly tracker: string;
  readonly value: string;
  readonly offset: number;
}

/** A change of a job's status on its way to a webhook; gone once it was sent (SYMBL-24). */
export interface Delivery {
  readonly id: string;
  readonly conversationId: string;
  readonly jobId: string;
  readonly status: JobStatus;
  readonly url: string;
}

/** What an account has configured; its id is the account's (SYMBL-80). */
export interface AccountSettings {
  readonly id: string;
  /** The id that Symbl shows, which never changes (SYMBL-70). */
  readonly settingsId: string;
  readonly settings: Settings;
}

export const collections = {
  apps: collection<App>()(),
  tokens: collection<AccessToken>()({
    app: {by: (token: AccessToken) => token.appId, sort: (token: AccessToken) => token.expiresAt},
  }),
  conversations: collection<Conversation>()({
    account: {
      by: (conversation: Conversation) => conversation.accountId,
      sort: (conversation: Conversation) => conversation.startTime,
    },
  }),
  members: collection<Member>()({conversation: {by: conversationOf, sort: positionOf}}),
  messages: collection<Message>()({conversation: {by: conversationOf, sort: positionOf}}),
  jobs: collection<Job>()({
    conversation: {by: conversationOf, sort: positionOf},
    unfinished: {by: (job: Job) => (isFinished(job) ? undefined : job.conversationId), sort: positionOf},
    unfinishedOfAccount: {by: (job: Job) => (isFinished(job) ? undefined : job.accountId), sort: positionOf},
  }),
  deliveries: collection<Delivery>()({conversation: {by: conversationOf}}),
  settings: collection<AccountSettings>()(),
  accountEntities: collection<AccountEntity>()({
    account: {by: (entity: AccountEntity) => entity.accountId, sort: positionOf},
    subType: {by: ({accountId, subType}: AccountEntity) => subTypeKey(accountId, subType), sort: positionOf},
  }),
};

export type SymblState = State<typeof collections>;

/** Whether a job has come to its end (SYMBL-21). */
export function isFinished({status}: Job): boolean {
  return status === 'completed' || status === 'failed';
}

/** What the entities of an account with the same subtype have in common. */
export function subTypeKey(accountId: string, subType: string): string {
  return JSON.stringify([accountId, subType]);
}

function conversationOf({conversationId}: {readonly conversationId: string}): string {
  return conversationId;
}

function positionOf({position}: {readonly position: number}): number {
  return position;
}
