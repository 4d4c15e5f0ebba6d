import {validators} from '../../../specs/symbl/generated/index.js';
import type {AccountSettings, Settings} from '../entities.js';
import {badRequest} from '../errors.js';
import type {Handler, Scope} from '../handler.js';
import {applyPatch, type PatchOperation} from '../json-patch.js';

/** Only what was configured; an empty object when nothing is. SYMBL-68, SYMBL-69, SYMBL-80 */
export const getSettings: Handler<'getSettings'> = async ({caller, state}) => {
  const settings = (await state.settings.get(caller.accountId))?.settings ?? {};
  return {status: 200, body: Object.keys(settings).length > 0 ? {settings} : {}};
};

/** Changes the account's settings, all of what is asked for or nothing. SYMBL-69…74 */
export const updateSettings: Handler<'updateSettings'> = async (call) => {
  const stored = await patchSettings(call, call.caller.accountId, call.body);
  return stored ? {status: 200, body: {id: stored.settingsId, ...stored.settings}} : badRequest();
};

/** Changes an account's settings; undefined when that cannot be done, and nothing changes. */
export async function patchSettings(
  {state, ids}: Pick<Scope, 'state' | 'ids'>,
  accountId: string,
  operations: readonly PatchOperation[],
): Promise<AccountSettings | undefined> {
  const known = await state.settings.get(accountId);
  const settings = applyPatch(known?.settings ?? {}, operations);
  if (settings === undefined || !isSettings(settings)) return undefined;
  return state.settings.save({id: accountId, settingsId: known?.settingsId ?? ids.digits(16), settings});
}

/** The document says what settings there are and what they may be; it is not said twice (SYMBL-74). */
function isSettings(value: object): value is Settings {
  const isDeclared = validators.getSettings?.responses[200];
  return isDeclared?.({settings: value}) ?? false;
}
