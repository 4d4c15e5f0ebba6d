import {isOnThisMachine} from './loopback.js';

/** Who may call vendors from a page: nobody, pages on this machine, or one named origin. */
export type CorsPolicy = 'off' | 'loopback' | (string & {});

/** Browsers write origins in lower case, without a path. */
const webOrigin = /^https?:\/\/([^A-Z/]+)$/;

/** Headers that let the page of this origin read an answer; undefined when it may not. */
export function corsHeaders(policy: CorsPolicy, origin: string | undefined): Record<string, string> | undefined {
  if (origin === undefined || policy === 'off') return undefined;
  const allowed = policy === 'loopback' ? isOnThisMachine(webOrigin.exec(origin)?.[1] ?? '') : origin === policy;
  return allowed ? {'Access-Control-Allow-Origin': origin, Vary: 'Origin'} : undefined;
}

/** Whether a request is a browser's question whether a page may call. */
export function isPreflight(method: string, headers: Readonly<Record<string, string>>): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** The answer to that question. */
export function preflightHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '600',
  };
}
