import {seed} from '../../../specs/dixa/generated/index.js';
import type {JsonObject} from '../../../src/engine/index.js';
import {demoAgent} from '../credentials.js';
import {prepare} from '../prepare.js';
import type {SeedEntities} from '../seed-entities.js';
import {Shelf} from './shelf.js';

export type CollectionName = keyof SeedEntities;

/** What was sent of something whose own words no answer has: a conversation, or a message. */
export interface Sent {
  readonly input: JsonObject;
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
}

/** A message that was sent, and is in no list that was read since. */
export interface SentMessage extends Sent {
  readonly id: string;
  readonly conversationId: number;
}

/** The accounts that answers tell of. They begin with those of the built-in seed, which a client may name as well. */
export const accounts = [
  'agents',
  'organizations',
  'queues',
  'flows',
  'tags',
  'customAttributes',
  'contactPoints',
] as const satisfies readonly CollectionName[];

/** All that answers told so far. */
export class Gathered {
  readonly #shelves = new Map<CollectionName, Shelf>();
  /** Conversations that were made by a call, by their numbers. */
  readonly created = new Map<number, Sent>();
  readonly sent: SentMessage[] = [];
  /** What is known of conversations that no answer showed, by their numbers. */
  readonly hints = new Map<number, JsonObject>();
  /** Which taggings conversations have or had, by their numbers. */
  readonly tagged = new Map<number, ReadonlySet<string>>();
  /** Who acted as an agent, by id, with what else was told of them. */
  readonly actors = new Map<string, JsonObject>();

  constructor() {
    for (const name of accounts) for (const entity of builtIn(name)) this.of(name).put(String(entity.id), entity);
  }

  /** What is known of a collection. */
  of(name: CollectionName): Shelf {
    const known = this.#shelves.get(name) ?? new Shelf();
    this.#shelves.set(name, known);
    return known;
  }

  /** Takes note that there is such a conversation, and of what may be said of it if no answer shows it. */
  mention(conversation: number, hint: JsonObject = {}): void {
    this.hints.set(conversation, {...this.hints.get(conversation), ...hint});
  }

  /** Takes note that somebody is an agent. */
  actor(id: string | undefined, told: JsonObject = {}): void {
    if (id !== undefined) this.actors.set(id, {...this.actors.get(id), ...told});
  }

  /** Takes in a list: who is in it, and in which order. */
  list(name: CollectionName, ids: readonly string[]): void {
    this.of(name).arrange(ids);
  }
}

/** The accounts that every sandbox has, complete. */
export function builtIn(name: (typeof accounts)[number]): readonly JsonObject[] {
  const entities = [...(seed[name] ?? []), ...(name === 'agents' ? [demoAgent] : [])];
  return entities.map((entity) => prepare(name, entity) as unknown as JsonObject);
}
