import {patchAgent, replaceAgent} from '../people/agents.js';
import {eachInTurn} from '../people/bulk.js';
import type {Handler} from '../handler.js';
import type {Refusal} from '../people/people.js';
import {showAgent} from '../views.js';

/** The last text is that of end users with the other word in it; the reference prints none for agents. */
const wording = {
  show: showAgent,
  unknown: 'Agent not found',
  invalid: ({id, errors}: Refusal) => `Updating Agent [id:${id}] failed with [errors:${errors.join()}]`,
};

/** Replaces agents; the body is a bare list. DIXA-87 */
export const putAgents: Handler<'putAgents'> = async (call) => {
  const data = await eachInTurn(call.body ?? [], (input) => replaceAgent(call, input.id, input), wording);
  return {status: 200, body: {data}};
};

/** Changes agents; the body is a bare list. DIXA-87 */
export const changeAgents: Handler<'patchAgents'> = async (call) => {
  const data = await eachInTurn(call.body ?? [], (input) => patchAgent(call, input.id, input), wording);
  return {status: 200, body: {data}};
};
