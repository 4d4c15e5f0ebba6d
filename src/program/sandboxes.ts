import {Refused, type Answers, type Ask} from '../control/index.js';
import type {ScenarioName} from '../engine/index.js';
import type {Names} from './names.js';
import type {SandboxControl} from './sandbox.js';

/** A sandbox as it is listed. Instants are the machine's, ISO 8601. */
export type SandboxInfo = Answers<'listSandboxes'>['sandboxes'][number];

/** How a sandbox is to be made. */
export interface NewSandbox {
  /** 1 to 40 letters, digits, hyphens and underscores; made up when absent. */
  readonly id?: string;
  /** The scenario that it begins with. @defaultValue that of the stand-in */
  readonly scenario?: ScenarioName;
  /** An ISO 8601 duration such as `PT1H`: without a request for as long it is gone. It stays when this is absent. */
  readonly expiresAfter?: string;
}

/** A sandbox that is deleted at the end of its block: `await using blue = await standin.sandboxes.create()`. */
export type CreatedSandbox<N extends Names = Names> = SandboxControl<N> &
  AsyncDisposable & {
    /** Whether its block has ended. Whoever asks it then asks a new one of the same name. */
    readonly ended: boolean;
  };

/** The sandboxes of a stand-in. */
export interface SandboxesControl<N extends Names = Names> {
  /** @throws Refused when there is one of that id. */
  create(sandbox?: NewSandbox): Promise<CreatedSandbox<N>>;
  list(): Promise<readonly SandboxInfo[]>;
  /** Removes one, once what is under way in it is done. @throws Refused when there is no such one, and for `default`. */
  delete(id: string): Promise<void>;
}

/** @param open what a program can do with the sandbox of that id. */
export function sandboxesControl(ask: Ask, open: (id: string) => SandboxControl): SandboxesControl {
  const remove = async (id: string) => void (await ask('deleteSandbox', {params: {id}}));
  return {
    create: async (sandbox = {}) => {
      const {id} = await ask('createSandbox', {body: sandbox});
      const created = Object.assign(open(id), {
        ended: false,
        [Symbol.asyncDispose]: () => {
          created.ended = true;
          return remove(id).catch((error: unknown) => {
            // Deleted or expired before its block ended: there is nothing left to do.
            if (!(error instanceof Refused && error.status === 404)) throw error;
          });
        },
      });
      return created;
    },
    list: async () => (await ask('listSandboxes')).sandboxes,
    delete: remove,
  };
}
