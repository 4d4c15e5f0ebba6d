import {toSeconds} from '../dates.js';
import type {EndUser} from '../entities.js';
import type {Scope} from '../handler.js';
import {clashes, detailsOf, noLists, refused, type Details, type Outcome} from './people.js';

/** Creates an end user; e-mail address and phone number are unique. DIXA-83 */
export async function createEndUser({state, ids, now}: Scope, input: Details): Promise<Outcome<EndUser>> {
  const id = ids.uuid();
  const errors = await clashes(state.endUsers, id, input);
  if (errors.length > 0) return refused('Validation', id, errors);
  const user: EndUser = {
    id,
    createdAt: toSeconds(now),
    ...noLists,
    ...detailsOf(input, ids),
    customAttributes: [],
    position: ids.next('person'),
  };
  return {saved: state.endUsers.save(user)};
}

/** Replaces what is known about an end user; custom attributes are no part of that. DIXA-86 */
export function replaceEndUser(scope: Scope, id: string, input: Details): Promise<Outcome<EndUser>> {
  return change(scope, id, input, ({createdAt, customAttributes = [], position}, details) => ({
    id,
    createdAt,
    ...noLists,
    ...details,
    customAttributes,
    ...(position !== undefined && {position}),
  }));
}

/** Changes what is told about an end user and leaves the rest. DIXA-86 */
export function patchEndUser(scope: Scope, id: string, input: Details): Promise<Outcome<EndUser>> {
  return change(scope, id, input, (user, details) => ({...user, ...details}));
}

async function change(
  {state, ids}: Scope,
  id: string,
  input: Details,
  changed: (user: EndUser, details: Details) => EndUser,
): Promise<Outcome<EndUser>> {
  const user = await state.endUsers.get(id);
  if (!user) return refused('NotFound', id);
  // No source says what happens. Whoever writes to an anonymized person would bring back what was to be gone.
  if (user.isAnonymized) return refused('Validation', id, ['UserIsAnonymized']);
  const details = detailsOf(input, ids);
  if (Object.keys(details).length === 0) return refused('EmptyPatchSet', id);
  const errors = await clashes(state.endUsers, id, details);
  if (errors.length > 0) return refused('Validation', id, errors);
  return {saved: state.endUsers.save(changed(user, details))};
}
