import {toSeconds} from '../dates.js';
import type {Agent} from '../entities.js';
import type {Scope} from '../handler.js';
import {clashes, detailsOf, noLists, refused, type Details, type Outcome} from './people.js';

/** What must be told of a new agent. */
type NewAgent = Details & Pick<Agent, 'displayName' | 'email'>;

/** Creates an agent; e-mail address and phone number are unique among agents, as among end users (DIXA-83, inferred). */
export async function createAgent({state, ids, now}: Scope, input: NewAgent): Promise<Outcome<Agent>> {
  const id = ids.uuid();
  const errors = await clashes(state.agents, id, input);
  if (errors.length > 0) return refused('Validation', id, errors);
  const {externalId: _, ...details} = detailsOf(input, ids);
  const {displayName, email} = input;
  const agent: Agent = {
    id,
    createdAt: toSeconds(now),
    ...noLists,
    ...details,
    displayName,
    email,
    roles: ['Agent'],
    position: ids.next('person'),
  };
  return {saved: state.agents.save(agent)};
}

/** Replaces what is known about an agent, but for e-mail address and roles. */
export function replaceAgent(
  scope: Scope,
  id: string,
  input: Details & Pick<Agent, 'displayName'>,
): Promise<Outcome<Agent>> {
  return change(scope, id, input, ({createdAt, email, roles, position}, details) => ({
    id,
    createdAt,
    ...noLists,
    ...details,
    displayName: input.displayName,
    email,
    roles,
    ...(position !== undefined && {position}),
  }));
}

/** Changes what is told about an agent and leaves the rest. */
export function patchAgent(scope: Scope, id: string, input: Details): Promise<Outcome<Agent>> {
  return change(scope, id, input, (agent, details) => ({...agent, ...details}));
}

async function change(
  {state, ids}: Scope,
  id: string,
  input: Details,
  changed: (agent: Agent, details: Omit<Details, 'email' | 'externalId'>) => Agent,
): Promise<Outcome<Agent>> {
  const agent = await state.agents.get(id);
  if (!agent) return refused('NotFound', id);
  // Neither is a field of these requests, so they are ignored like any unknown one (DIXA-11).
  const {email: _, externalId: __, ...details} = detailsOf(input, ids);
  if (Object.keys(details).length === 0) return refused('EmptyPatchSet', id);
  const errors = await clashes(state.agents, id, details);
  if (errors.length > 0) return refused('Validation', id, errors);
  return {saved: state.agents.save(changed(agent, details))};
}

/**
 * Makes an end user of an agent, under the same id.
 * @returns whether it was possible: not when an end user has the address or the number already (assumed).
 */
export async function downgrade({state, ids}: Scope, agent: Agent): Promise<boolean> {
  const {roles: _, ...person} = agent;
  if ((await clashes(state.endUsers, agent.id, person)).length > 0) return false;
  state.agents.remove(agent.id);
  state.endUsers.save({...person, customAttributes: [], position: ids.next('person')});
  return true;
}
