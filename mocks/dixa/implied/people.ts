/** End users and agents, as answers show them. */
import type {JsonObject} from '../../../src/engine/index.js';
import type {Gathered} from './gathered.js';
import {dataOf, isAll, listOf, objectOf, textIn, type Reader} from './reading.js';

/** An end user as one is shown, or as they stand in a list, where custom attributes are left out (DIXA-85). */
function seeUser(gathered: Gathered, shown: JsonObject, isListed: boolean): void {
  const id = textIn(shown, 'id');
  if (id === undefined) return;
  const before = gathered.of('endUsers').get(id);
  const {customAttributes = isListed ? before?.customAttributes : undefined, ...rest} = shown;
  gathered.of('endUsers').put(id, {...rest, ...(customAttributes !== undefined && {customAttributes})});
}

const showUser: Reader = (answer, gathered) => seeUser(gathered, dataOf(answer), false);

const showUsers: Reader = (answer, gathered) => {
  gathered.list('endUsers', idsIn(listOf(answer)));
  for (const shown of listOf(answer)) seeUser(gathered, shown, true);
};

/** What became of each of several; those that failed tell nothing. */
const showUsersInBulk: Reader = (answer, gathered) => {
  for (const outcome of listOf(answer)) seeUser(gathered, objectOf(outcome.data), false);
};

const patchAttributes: Reader = (answer, gathered) => {
  const id = textIn(answer.params, 'userId');
  if (id !== undefined) gathered.of('endUsers').merge(id, {customAttributes: listOf(answer)});
};

function seeAgent(gathered: Gathered, shown: JsonObject): void {
  const id = textIn(shown, 'id');
  if (id !== undefined) gathered.of('agents').put(id, shown);
}

const showAgent: Reader = (answer, gathered) => seeAgent(gathered, dataOf(answer));

const showAgents: Reader = (answer, gathered) => {
  const ids = idsIn(listOf(answer));
  gathered.list('agents', ids);
  for (const shown of listOf(answer)) seeAgent(gathered, shown);
  if (!isAll(answer, 'pageLimit')) return;
  gathered.of('agents').keepOnly(ids);
  gathered.of('agents').isWhole = true;
};

const showAgentsInBulk: Reader = (answer, gathered) => {
  for (const outcome of listOf(answer)) seeAgent(gathered, objectOf(outcome.data));
};

/** Who was an agent is an end user from then on. */
const deleteAgent: Reader = ({params}, gathered) => {
  const id = textIn(params, 'agentId');
  if (id === undefined) return;
  const agent = gathered.of('agents').get(id);
  gathered.of('agents').remove(id);
  if (!agent) return;
  const {roles: _, ...person} = agent;
  gathered.of('endUsers').put(id, {...person, customAttributes: []});
};

/** The ids of what has one. */
export function idsIn(list: readonly JsonObject[]): string[] {
  return list.flatMap((one) => textIn(one, 'id') ?? []);
}

export const peopleReaders = {
  getEndusers: showUsers,
  postEndusers: showUser,
  postEndusersBulk: showUsersInBulk,
  putEndusers: showUsersInBulk,
  patchEndusers: showUsersInBulk,
  getEndusersUserid: showUser,
  putEndusersUserid: showUser,
  patchEndusersUserid: showUser,
  'patchEndusersUseridCustom-attributes': patchAttributes,
  getAgents: showAgents,
  postAgents: showAgent,
  putAgents: showAgentsInBulk,
  patchAgents: showAgentsInBulk,
  getAgentsAgentid: showAgent,
  putAgentsAgentid: showAgent,
  patchAgentsAgentid: showAgent,
  deleteAgentsAgentid: deleteAgent,
};
