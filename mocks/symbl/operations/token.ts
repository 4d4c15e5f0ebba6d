import {signToken} from '../../../src/engine/index.js';
import {demoAccount, type AccessToken} from '../entities.js';
import {unknownCredentials} from '../errors.js';
import type {Handler, Scope} from '../handler.js';

/** Seconds that a token lives. */
const life = 86_400;

/** Hands out the application's token: the one it has, or a new one when that is near its end. SYMBL-1…3, SYMBL-7 */
export const generateToken: Handler<'generateToken'> = async (call) => {
  const {body, state, auth} = call;
  const app = await state.apps.get(body.appId);
  const isKnown = app !== undefined && app.appSecret === body.appSecret;
  if (app?.revoked || (!isKnown && auth === 'strict')) return unknownCredentials();

  const accountId = isKnown ? app.accountId : demoAccount;
  const token = (await currentToken(call, body.appId)) ?? newToken(call, body.appId, accountId);
  const remaining = Math.floor((token.expiresAt - call.now) / 1000);
  return {status: 200, body: {accessToken: token.id, expiresIn: Math.min(remaining, life)}};
};

async function currentToken({state, now, behaviours}: Scope, appId: string): Promise<AccessToken | undefined> {
  const tokens = await state.tokens.find('app', appId);
  for (const token of tokens) if (token.expiresAt <= now) state.tokens.remove(token.id);
  const newest = tokens.at(-1);
  return newest && newest.expiresAt - now > behaviours.token_renewal ? newest : undefined;
}

/** A JSON Web Token; a client of Symbl's reads `exp` (SYMBL-7). */
function newToken({state, ids, now}: Scope, appId: string, accountId: string): AccessToken {
  const issued = Math.floor(now / 1000);
  const id = signToken({appId, iat: issued, exp: issued + life, jti: ids.uuid()});
  return state.tokens.save({id, appId, accountId, expiresAt: now + life * 1000});
}
