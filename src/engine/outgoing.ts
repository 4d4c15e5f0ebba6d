import type {Collections, Entity} from '../state/index.js';
import type {Behaviours} from './behaviours.js';
import type {Scope} from './scope.js';

/** A request that leaves the stand-in: a webhook. Always a POST. */
export interface OutgoingRequest {
  readonly url: string;
  /** Names as the vendor writes them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body exactly as it was signed. */
  readonly body: string;
  /** Longest wait for an answer, in milliseconds of real time. */
  readonly timeout: number;
}

/** How it went: the receiver's answer, or a sentence that says why there is none. */
export type OutgoingResult = {readonly status: number; readonly body: string} | {readonly failure: string};

/** The way out. HTTP in Node; where there is none, requests are recorded as not sent. */
export interface Outgoing {
  /**
   * Sends one request. It follows no redirect, and tells a failure as a result instead of throwing.
   * @param signal aborted when the stand-in ends.
   */
  send(request: OutgoingRequest, signal: AbortSignal): Promise<OutgoingResult>;
}

/** What a vendor does about webhooks. A delivery is an entity of its own; it is scheduled with `scope.deliver`. */
export interface Webhooks<C extends Collections, B extends Behaviours> {
  /** The request that a delivery is, made when it leaves; undefined when it shall not leave any more. */
  readonly request: (scope: Scope<C, B>, delivery: Entity['id']) => Promise<OutgoingRequest | undefined>;
  /** Writes down how a delivery went. */
  readonly report: (scope: Scope<C, B>, delivery: Entity['id'], result: OutgoingResult) => Promise<void>;
  /** How a receiver can tell that a delivery is the vendor's; absent when the vendor signs nothing. */
  readonly signature?: Signature;
}

/** A vendor's signature on its webhooks. */
export interface Signature {
  /** The header that carries it, in lower case. */
  readonly header: string;
  /** What is wrong with a signature, in a sentence; undefined when it is right. */
  readonly fault: (signature: string, body: string, secret: string) => string | undefined;
}

/** The way out where there is none. */
export const noWayOut: Outgoing = {
  send: () => Promise.resolve({failure: 'Not sent: this stand-in has no way out.'}),
};
