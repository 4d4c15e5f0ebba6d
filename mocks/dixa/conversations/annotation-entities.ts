/** What hangs on a conversation beside its messages: notes, ratings, taggings that wait, what a search finds it by. */
import type {components} from '../../../specs/dixa/generated/index.js';
import {collection} from '../../../src/engine/index.js';
import {inOrder, padded} from '../sorting.js';

type Schemas = components['schemas'];

/** An internal note with its place among a conversation's. Its time is stored plain. */
export interface Note extends Readonly<Schemas['InternalNoteData']> {
  /** Counts up over the organization and orders what happened at the same instant. A seed's notes have none. */
  readonly position?: number;
}

/** How far a rating is. Its id is `ratingKey`'s, since the questions of one survey share what answers call an id. */
export interface Rating extends Omit<Readonly<Schemas['ConversationRating']>, 'id'> {
  readonly id: string;
  /** The id that answers show. */
  readonly ratingId: string;
  readonly conversationId: number;
  /** As that of a note. */
  readonly position?: number;
}

/** A tagging that was accepted and waits for its step (DIXA-80). */
export interface BulkTagging {
  readonly id: string;
  readonly conversationId: number;
  readonly names: readonly string[];
  /** The agent behind the token. */
  readonly requestedBy: string;
}

/** What an anonymized conversation is still found by, though it no longer shows it (DIXA-47). Its id is the conversation's. */
export interface SearchTrace {
  readonly id: number;
  /** As filters name it. */
  readonly channel?: string;
  readonly assignment?: Schemas['Assignment'];
  readonly queue?: Schemas['Queue'];
}

export const annotationCollections = {
  bulkTaggings: collection<BulkTagging>()(),
  searchTraces: collection<SearchTrace>()(),
  notes: collection<Note>()({
    conversation: {
      by: ({csid}: Note) => String(csid),
      sort: ({createdAt, position}: Note) => inOrder(createdAt, position),
    },
  }),
  ratings: collection<Rating>()({
    conversation: {
      by: ({conversationId}: Rating) => String(conversationId),
      sort: ({position}: Rating) => padded(position ?? 0),
    },
  }),
};
