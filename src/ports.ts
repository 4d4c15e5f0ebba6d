/** What a stand-in needs of the process it runs in, beside its store and its clock. */
import type {Outgoing, Timer} from './engine/index.js';

/** Most stand-ins send nothing, so what it takes is loaded when the first webhook leaves. */
export function overHttp(allowHosts: readonly string[]): Outgoing {
  let outgoing: Promise<Outgoing> | undefined;
  return {
    send: async (request, signal) => {
      outgoing ??= import('./faces/outgoing.js').then(({createOutgoing}) => createOutgoing({allowHosts}));
      return (await outgoing).send(request, signal);
    },
  };
}

/** A timer that keeps no process alive. */
export const wakeLater: Timer = (milliseconds, callback) => {
  const timer: ReturnType<typeof setTimeout> & {unref?: () => void} = setTimeout(callback, milliseconds);
  timer.unref?.();
  return {cancel: () => clearTimeout(timer)};
};
