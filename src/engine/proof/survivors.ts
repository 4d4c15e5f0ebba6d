import type {CollectionDefinition, Collections, Entity} from '../../state/index.js';
import type {Behaviours, BehaviourValues} from '../behaviours.js';
import type {AuditRecord} from '../sandbox/sandbox.js';

/** What a collection holds. */
export type EntityIn<C extends Collections, Name extends keyof C> =
  C[Name] extends CollectionDefinition<infer E, string> ? E : never;

/** By what a collection's entities are found. */
type IndexOf<C extends Collections, Name extends keyof C> =
  C[Name] extends CollectionDefinition<never, infer I> ? I : never;

/** A vendor's entities as they stood at one moment: read as state is, but at once. */
export interface Held<C extends Collections> {
  get<Name extends keyof C & string>(collection: Name, id: Entity['id']): EntityIn<C, Name> | undefined;
  /** Entities of one key of an index. */
  find<Name extends keyof C & string>(
    collection: Name,
    index: IndexOf<C, Name>,
    by: string,
  ): readonly EntityIn<C, Name>[];
}

/** The audit trail, beside a vendor's own collections. */
export const auditTrail = 'standin.audit';

/** Values of one collection that an erasure leaves. */
interface SurvivorIn<Name extends string, E, C extends Collections, B extends Behaviours> {
  readonly collection: Name;
  /**
   * Where in an entity: JSON pointers in which `*` stands for any one name or number, and an ending `/**` for the value
   * there and all that is inside.
   */
  readonly pointers: readonly string[];
  /** The rule that says so, such as `DIXA-42`. */
  readonly rule: string;
  /** Whether the entity is one of which the rule speaks; all are when absent. */
  readonly when?: (entity: E, held: Held<C>, behaviours: BehaviourValues<B>) => boolean;
}

/** Values that a rule says stay on purpose when a person is erased: the bait for clients that forget them. */
export type Survivor<C extends Collections, B extends Behaviours> =
  | {[Name in keyof C & string]: SurvivorIn<Name, EntityIn<C, Name>, C, B>}[keyof C & string]
  | SurvivorIn<typeof auditTrail, AuditRecord, C, B>;

/** A survivor whose types were checked where it was defined. */
export type AnySurvivor = SurvivorIn<string, unknown, Collections, Behaviours>;
