import {syncBuiltinESMExports} from 'node:module';
import type {HttpRequestEventMap, Interceptor} from '@mswjs/interceptors';

type Shared = Interceptor<HttpRequestEventMap>;
type Listener = (event: HttpRequestEventMap['request'][0]) => Promise<void>;

/** What the library keeps to itself: who listens, and what is to be done when an interceptor ends. */
interface Inside {
  readonly emitter: {
    eventNames(): readonly string[];
    listenerCount(name: string): number;
    addListener(name: string, listener: Listener | (() => void)): unknown;
    removeListener(name: string, listener: Listener): unknown;
  };
  readonly subscriptions: (() => void)[];
}

/**
 * Listens to the requests of one client of this process, such as `fetch`. A client can be changed once only, so the
 * library keeps the interceptor that did it in a global variable, and MSW and all interceptions share that one. It counts
 * its listeners: with the last of them the client is put back, in whatever order they go. When an interceptor of MSW's ends
 * that we listen to, the client is changed anew.
 */
export class Spot implements Disposable {
  readonly #make: new () => Shared;
  readonly #listener: Listener;
  #shared: Shared | undefined;

  constructor(make: new () => Shared, listener: Listener) {
    this.#make = make;
    this.#listener = listener;
    this.#join();
  }

  [Symbol.dispose](): void {
    const shared = this.#shared;
    if (shared === undefined) return;
    this.#shared = undefined;
    const {subscriptions} = inside(shared);
    const at = subscriptions.indexOf(this.#join);
    if (at >= 0) subscriptions.splice(at, 1);
    inside(shared).emitter.removeListener('request', this.#listener);
  }

  /** Called as well by the interceptor that ends, after it has put the client back. */
  readonly #join = (): void => {
    const shared = this.#running() ?? this.#apply();
    this.#shared = shared;
    if (shared === undefined) return;
    const {emitter, subscriptions} = inside(shared);
    emitter.addListener('request', this.#listener);
    subscriptions.push(this.#join);
  };

  #running(): Shared | undefined {
    return Reflect.get(globalThis, this.#symbol) as Shared | undefined;
  }

  get #symbol(): symbol {
    return (this.#make as unknown as {readonly symbol: symbol}).symbol;
  }

  #apply(): Shared | undefined {
    const made = new this.#make();
    made.apply();
    // Without this `import {request} from 'node:https'` would still be the function that was there before.
    syncBuiltinESMExports();
    // Not every process has every client, such as XMLHttpRequest.
    if (this.#running() !== made) return undefined;
    this.#share(made);
    return made;
  }

  /** Makes an interceptor of ours one that others, such as MSW's, can join and leave, before and after it has ended. */
  #share(made: Shared): void {
    const {emitter} = inside(made);
    emitter.addListener('removeListener', () => {
      // Whoever joined and ends clears the variable, although it is not theirs.
      Reflect.set(globalThis, this.#symbol, made);
      const isHeard = emitter.eventNames().some((name) => name !== 'removeListener' && emitter.listenerCount(name) > 0);
      if (isHeard) return;
      made.dispose();
      syncBuiltinESMExports();
      // Whoever joined once goes on to bring its listeners here, even when it has changed the client itself since.
      emitter.addListener = (name, listener) => {
        const running = this.#running();
        return running && inside(running).emitter.addListener(name, listener);
      };
    });
  }
}

function inside(shared: Shared): Inside {
  return shared as unknown as Inside;
}
