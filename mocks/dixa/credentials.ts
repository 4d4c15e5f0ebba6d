import {
  bearerOf,
  decodeSandbox,
  encodeSandbox,
  readToken,
  signToken,
  type Credentials,
  type IssuedCredentials,
  type PlainRequest,
  type Reply,
} from '../../src/engine/index.js';
import type {Agent, ApiToken} from './entities.js';
import {unauthorized, withoutRights} from './errors.js';
import type {Caller, Collections} from './handler.js';

/** Operations that look at the rights of the user behind the token (DIXA-5). */
const needRights = new Set([
  'getAnonymizationRequestRequestid',
  'patchConversationsConversationidCustom-attributes',
  'patchEndusersUseridCustom-attributes',
  'getSearchConversations',
  'postSearchConversations',
]);

/** The agent for whom the demo credentials act. */
export const demoAgent: Agent = {
  id: 'b165fdaa-51d6-44b0-bfcd-5f431d623fa7',
  createdAt: '2020-12-16T09:41:43Z',
  displayName: 'Robin Admin',
  email: 'robin.admin@example.org',
  additionalEmails: [],
  additionalPhoneNumbers: [],
  middleNames: [],
  roles: ['Agent', 'Admin'],
};

const claims = {iss: 'standin', sub: demoAgent.id};
const demoToken = signToken(claims);

/** A token of the sandbox, a JSON Web Token as Dixa's are. For `default` it is the demo token. */
export function issue(sandbox: string): IssuedCredentials {
  const token = sandbox === 'default' ? demoToken : signToken({...claims, sandbox: encodeSandbox(sandbox)});
  const apiToken: ApiToken = {id: token, userId: demoAgent.id};
  return {env: {DIXA_API_KEY: token}, seed: {agents: [demoAgent], apiTokens: [apiToken]}};
}

/** The sandbox for which a request's token was issued. */
export function sandboxOf({headers}: PlainRequest): string | undefined {
  const token = tokenOf(headers);
  // Nearly every call brings the demo token, which is of no sandbox in particular: no need to look inside.
  if (token === undefined || token === demoToken) return undefined;
  const code = readToken(token)?.sandbox;
  return typeof code === 'string' ? decodeSandbox(code) : undefined;
}

/** Finds the user behind the token; a missing and a wrong token look the same (DIXA-2). */
export async function authenticate({
  headers,
  operation,
  state,
  auth,
}: Credentials<Collections>): Promise<{caller: Caller} | {refusal: Reply}> {
  const text = tokenOf(headers);
  if (text === undefined) return {refusal: unauthorized()};
  const token = (await state.apiTokens.get(text)) ?? (auth === 'any' ? {id: text, userId: demoAgent.id} : undefined);
  const user = token && (await state.agents.get(token.userId));
  if (token === undefined || token.revoked || user === undefined) return {refusal: unauthorized()};
  if (token.withoutRights && operation && needRights.has(operation.id)) return {refusal: withoutRights()};
  return {caller: {user, token: text}};
}

/** The token stands bare or behind `Bearer` (DIXA-3). */
function tokenOf(headers: Readonly<Record<string, string>>): string | undefined {
  const header = headers.authorization?.trim();
  return bearerOf(header) ?? (header || undefined);
}
