import {
  bearerOf,
  isObject,
  readToken,
  type Credentials,
  type IssuedCredentials,
  type PlainRequest,
  type Reply,
} from '../../src/engine/index.js';
import {appIdOf, appSecretOf, sandboxOfApp} from './app-ids.js';
import {demoAccount, type App} from './entities.js';
import {tokenRefused} from './errors.js';
import type {Caller, Collections} from './handler.js';

type Headers = Readonly<Record<string, string>>;

/** A token request is some three hundred bytes; what is far larger is none, and is not read twice. */
const longestTokenRequest = 4096;

/** An application of the sandbox. It belongs to the demo account, as the seeded conversations do. */
export function issue(sandbox: string): IssuedCredentials {
  const app: App = {id: appIdOf(sandbox), appSecret: appSecretOf(sandbox), accountId: demoAccount};
  return {env: {SYMBL_APP_ID: app.id, SYMBL_APP_SECRET: app.appSecret}, seed: {apps: [app]}};
}

/** The sandbox for which the application was issued that asks for a token, or that a token was made for. */
export function sandboxOf(request: PlainRequest, path: string): string | undefined {
  const appId =
    path === '/oauth2/token:generate' ? appIdIn(request.body) : readToken(tokenOf(request.headers) ?? '')?.appId;
  return typeof appId === 'string' ? sandboxOfApp(appId) : undefined;
}

/** Finds the account behind the token. SYMBL-8, SYMBL-9 */
export async function authenticate({
  headers,
  state,
  now,
  auth,
}: Credentials<Collections>): Promise<{caller: Caller} | {refusal: Reply}> {
  const text = tokenOf(headers);
  if (text === undefined) return {refusal: tokenRefused()};
  const token = await state.tokens.get(text);
  if (token && now < token.expiresAt) return {caller: {accountId: token.accountId}};
  return auth === 'any' ? {caller: {accountId: demoAccount}} : {refusal: tokenRefused()};
}

/** `Authorization` decides when both headers are there (SYMBL-10). */
function tokenOf(headers: Headers): string | undefined {
  const {authorization, 'x-api-key': key} = headers;
  return authorization === undefined ? key?.trim() || undefined : bearerOf(authorization);
}

function appIdIn(body: Uint8Array | undefined): unknown {
  if (body === undefined || body.length > longestTokenRequest) return undefined;
  try {
    const request: unknown = JSON.parse(new TextDecoder().decode(body));
    return isObject(request) ? request.appId : undefined;
  } catch {
    return undefined;
  }
}
