import {createAgent, downgrade, patchAgent, replaceAgent} from '../people/agents.js';
import {decodingFailure, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {reachOf, showPage} from '../pages.js';
import {wantedPeople} from '../people/filter.js';
import {refusalOf} from '../people/people.js';
import {showAgent} from '../views.js';

/** All agents and admins, the oldest first, or who has an address or a number; in pages. DIXA-23…26 */
export const getAgents: Handler<'getAgents'> = async ({params, query, state, prefix}) => {
  const wanted = wantedPeople(query, {email: query.email, phoneNumber: query.phone});
  if (!wanted) return decodingFailure();
  const {index, by, page} = wanted;
  const agents = await state.agents.find(index, by, {limit: reachOf(page)});
  const path = `${prefix}/${params.version}/agents`;
  return {status: 200, body: showPage(agents, page, {path, show: showAgent})};
};

/** Creates an agent. */
export const postAgent: Handler<'postAgents'> = async (call) => {
  const outcome = await createAgent(call, call.body);
  return 'saved' in outcome ? {status: 201, body: {data: showAgent(outcome.saved)}} : decodingFailure();
};

/** An agent or admin. */
export const getAgent: Handler<'getAgentsAgentid'> = async ({params, state}) => {
  const agent = await state.agents.get(params.agentId);
  return agent ? {status: 200, body: {data: showAgent(agent)}} : notFound();
};

/** Replaces what is known about an agent. */
export const putAgent: Handler<'putAgentsAgentid'> = async (call) => {
  const outcome = await replaceAgent(call, call.params.agentId, call.body);
  return 'saved' in outcome ? {status: 200, body: {data: showAgent(outcome.saved)}} : refusalOf(outcome.refused);
};

/** Changes some of it. */
export const changeAgent: Handler<'patchAgentsAgentid'> = async (call) => {
  const outcome = await patchAgent(call, call.params.agentId, call.body);
  return 'saved' in outcome ? {status: 200, body: {data: showAgent(outcome.saved)}} : refusalOf(outcome.refused);
};

/** Makes an end user of an agent. Whoever asks would lock themselves out, so their own account is refused (assumed). */
export const deleteAgent: Handler<'deleteAgentsAgentid'> = async (call) => {
  const agent = await call.state.agents.get(call.params.agentId);
  if (!agent) return notFound();
  if (agent.id === call.caller.user.id || !(await downgrade(call, agent))) return decodingFailure();
  return {status: 204};
};
