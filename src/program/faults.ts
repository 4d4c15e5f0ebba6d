import type {Ask} from '../control/index.js';
import type {Fault, FaultSpec} from '../engine/index.js';
import type {Named, Names} from './names.js';

/** What is injected into a sandbox's calls. A reset removes it. */
export interface FaultsControl<N extends Names = Names> {
  /**
   * Lets calls fail: adds one fault or several, all or none.
   *
   * ```ts
   * await standin.faults.add({fault: '429', operation: 'patchConversationsConversationidAnonymize', times: 2});
   * ```
   *
   * @throws RangeError when there is no such fault, vendor or operation, or when the vendor has no words for the status; it
   * names those there are.
   */
  add(faults: Named<FaultSpec, N> | readonly Named<FaultSpec, N>[]): Promise<readonly Fault[]>;
  /** All of them with what they hit, oldest first, which is the order in which they are asked. */
  list(): Promise<readonly Fault[]>;
  /** @param id such as `fault-1`. @throws RangeError when there is no such fault. */
  remove(id: string): Promise<void>;
  /** Removes all of them. */
  clear(): Promise<void>;
}

export function faultsControl(ask: Ask): FaultsControl {
  return {
    add: async (faults) => (await ask('addFaults', {body: faults})).faults,
    list: async () => (await ask('listFaults')).faults,
    remove: (id) => ask('removeFault', {params: {id}}),
    clear: () => ask('clearFaults'),
  };
}
