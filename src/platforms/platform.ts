import type {Outgoing, Timer} from '../engine/index.js';
import type {Dispatcher} from '../faces/dispatcher.js';
import type {Listening, ListenOptions} from '../faces/http.js';
import type {Store} from '../state/index.js';

/** Where a page keeps state, so that it is there again when the page is loaded anew. */
export type Persistence = 'indexeddb' | 'localstorage';

/** What a stand-in needs of the process or the page that it runs in. */
export interface Platform {
  /** How webhooks leave. */
  outgoing(allowHosts: readonly string[]): Outgoing;
  readonly timer: Timer;
  /**
   * A store that lasts.
   * @param stamp of whoever writes: what was written under another one is not read.
   * @throws RangeError where there is nothing of the kind.
   */
  store(persistence: Persistence, stamp: string): Promise<Store>;
  /** @throws Error where nothing can listen. */
  listen(dispatcher: Dispatcher, options: ListenOptions | undefined): Promise<Listening>;
}

/** A timer that keeps no process alive. */
export const wakeLater: Timer = (milliseconds, callback) => {
  const timer: ReturnType<typeof setTimeout> & {unref?: () => void} = setTimeout(callback, milliseconds);
  timer.unref?.();
  return {cancel: () => clearTimeout(timer)};
};
