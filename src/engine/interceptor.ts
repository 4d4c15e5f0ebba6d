import type {Reply} from './reply.js';
import type {PlainRequest} from './request.js';

/** The request that an interceptor is asked about. */
export interface Intercepted {
  readonly vendor: string;
  readonly sandbox: string;
  readonly request: PlainRequest;
  /** The vendor's own path and query. */
  readonly target: string;
}

/** Where faults come in: before the vendor's work instead of it, or after it, when the state has changed already. */
export interface Interceptor {
  /** Answers instead of the vendor; nothing changes. */
  readonly before?: (call: Intercepted) => {readonly reply: Reply; readonly fault: string} | undefined;
  /** Keeps the answer from the caller, who cannot know that the work was done. */
  readonly after?: (call: Intercepted, reply: Reply) => {readonly drop: true; readonly fault: string} | undefined;
}
