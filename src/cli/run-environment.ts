import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Standin} from '../index.js';
import {packageRoot} from './package-root.js';
import {trustVariables} from './run-trust.js';

/** What a command needs to know to believe that it speaks to the vendors. */
export interface Surroundings {
  readonly standin: Standin;
  /** The sandbox whose credentials it gets. */
  readonly sandbox: string;
  /** The forward proxy's address. */
  readonly proxy: string;
  /** A file with all certificates that it is to trust. */
  readonly trustFile: string;
  readonly unhandled: 'bypass' | 'error';
}

/** Hosts that are never asked through the proxy. */
const thisMachine = 'localhost,127.0.0.1,::1';

/**
 * The environment of a command: the user's own, with the vendors' addresses and credentials, and with what leads
 * programs of any language to the stand-in.
 */
export function environmentOf(
  own: NodeJS.ProcessEnv,
  {standin, sandbox, proxy, trustFile, unhandled}: Surroundings,
): NodeJS.ProcessEnv {
  const {vendors} = standin.sandbox(sandbox).info;
  return {
    ...own,
    ...Object.assign({}, ...Object.values(vendors).map(({env}) => env)),
    STANDIN_URL: standin.url,
    STANDIN_VENDOR: Object.keys(vendors).join(','),
    STANDIN_UNHANDLED: unhandled,
    // Node programs tell there which hosts they refused.
    STANDIN_PROXY: proxy,
    // Left out for the usual one: then each credential leads to its own.
    STANDIN_SANDBOX: sandbox === 'default' ? undefined : sandbox,
    NODE_OPTIONS: [own.NODE_OPTIONS, `--import ${registration()}`].filter(Boolean).join(' '),
    // Some programs read the one, some the other. What the user says of proxies would lead past this one.
    ...both('HTTPS_PROXY', proxy),
    ...both('HTTP_PROXY', proxy),
    ...both('ALL_PROXY', undefined),
    ...both('NO_PROXY', thisMachine),
    ...Object.fromEntries(trustVariables.map((name) => [name, trustFile])),
  };
}

function both(name: string, value: string | undefined): NodeJS.ProcessEnv {
  return {[name]: value, [name.toLowerCase()]: value};
}

/** What Node programs load first. */
function registration(): string {
  return pathToFileURL(join(packageRoot(), 'dist', 'register.js')).href;
}
