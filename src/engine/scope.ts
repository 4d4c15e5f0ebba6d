import type {Collections, Entity, State} from '../state/index.js';
import type {Behaviours, BehaviourValues} from './behaviours.js';
import type {Ids} from './ids.js';

/** What a handler and a transition work with: the state of one sandbox at one instant. */
export interface Scope<C extends Collections, B extends Behaviours> {
  /** The sandbox's id, for credentials that must be unknown in any other. */
  readonly sandbox: string;
  readonly state: State<C>;
  /** The sandbox's clock, in milliseconds since 1970. */
  readonly now: number;
  readonly ids: Ids;
  readonly behaviours: BehaviourValues<B>;
  /** Has a transition carried out later, on the sandbox's clock. */
  schedule(transition: string, payload: Entity['id'], options: ScheduleOptions): void;
  /** Has the vendor's webhook of that delivery leave, once this unit of work is committed. */
  deliver(delivery: Entity['id'], options?: DeliverOptions): void;
  /** Writes to the audit trail: what was done, never what it was done to. */
  audit(entry: AuditEntry): void;
  /** Says that this unit of work erases: what it takes away must be nowhere any more once it is committed. */
  erases(): void;
}

export interface ScheduleOptions {
  /** Milliseconds from now. */
  readonly after: number;
  /** Transitions of one queue fall due in the order in which they were scheduled. */
  readonly queue?: string;
  /** Something leaves the stand-in by it, so it is carried out at its time even if nobody calls. */
  readonly leaves?: boolean;
}

export interface DeliverOptions {
  /** Milliseconds from now. @defaultValue 0 */
  readonly after?: number;
  /** Names the receiver, by nothing personal: what goes to one receiver leaves one after the other. */
  readonly to?: string;
}

/** One line of the audit trail. It must never hold content that was removed. */
export interface AuditEntry {
  readonly action: string;
  /** Kind and id of what was acted on. */
  readonly type: string;
  readonly item: string;
  /** Who did it: the name of a key or the id of a user, never a credential. */
  readonly actor: string;
  readonly reason?: string;
  readonly count?: number;
}
