import {validators} from '../../../specs/symbl/generated/index.js';
import type {AccountSettings, Settings} from '../entities.js';
import {badRequest} from '../errors.js';
import type {Handler} from '../handler.js';
import {applyPatch} from '../json-patch.js';

/** Only what was configured; an empty object when nothing is. SYMBL-68, SYMBL-69, SYMBL-80 */
export const getSettings: Handler<'getSettings'> = async ({caller, state}) => {
  const settings = (await state.settings.get(caller.accountId))?.settings ?? {};
  return {status: 200, body: Object.keys(settings).length > 0 ? {settings} : {}};
};

/** Changes the account's settings, all of what is asked for or nothing. SYMBL-69…74 */
export const updateSettings: Handler<'updateSettings'> = async ({body, caller, state, ids}) => {
  const known = await state.settings.get(caller.accountId);
  const patched = applyPatch(known?.settings ?? {}, body);
  if (patched === undefined || !isSettings(patched)) return badRequest();

  const stored: AccountSettings = {
    id: caller.accountId,
    settingsId: known?.settingsId ?? ids.digits(16),
    settings: patched,
  };
  state.settings.save(stored);
  return {status: 200, body: {id: stored.settingsId, ...stored.settings}};
};

/** The document says what settings there are and what they may be; it is not said twice (SYMBL-74). */
function isSettings(value: object): value is Settings {
  const isDeclared = validators.getSettings?.responses[200];
  return isDeclared?.({settings: value}) ?? false;
}
