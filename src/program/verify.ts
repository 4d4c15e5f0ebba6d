import type {Ask} from '../control/index.js';
import type {Expectation, ExpectedRequest, Verdict} from '../engine/index.js';
import type {Named, Names} from './names.js';

/** An expectation of calls by the names there are. */
export interface NamedExpectation<N extends Names> extends Omit<Expectation, 'requests'> {
  readonly requests: readonly Named<ExpectedRequest, N>[];
}

/**
 * Holds a sandbox's journal against what is expected of clients' calls. Whether they were so is answered, not thrown.
 *
 * ```ts
 * const {passed, message} = await standin.verify({
 *   requests: [{operation: 'patchConversationsConversationidAnonymize', status: 202, times: {exactly: 1}}],
 *   nothingElse: true,
 * });
 * ```
 *
 * @throws RangeError when the expectation names what there is not, or cannot be read.
 */
export type Verify<N extends Names = Names> = (expectation: NamedExpectation<N>) => Promise<Verdict>;

export function verifyControl(ask: Ask): Verify {
  return (expectation) => ask('verify', {body: expectation}) as Promise<Verdict>;
}
