import {eachInTurn} from '../people/bulk.js';
import {createEndUser, patchEndUser, replaceEndUser} from '../people/end-users.js';
import type {Handler} from '../handler.js';
import {organizationOf} from '../configuration/organization.js';
import type {Refusal} from '../people/people.js';
import {showEndUser} from '../views.js';

const wording = {show: showEndUser, unknown: 'EndUser not found'};

/** Creates end users. DIXA-83, DIXA-87 */
export const createEndUsers: Handler<'postEndusersBulk'> = async (call) => {
  const organization = await organizationOf(call);
  const invalid = ({id, errors}: Refusal) =>
    `Create EndUser [userId=${id}] in [orgId=${organization.id}] failed with [errors=${errors.join()}]`;
  const {data: inputs = []} = call.body;
  const data = await eachInTurn(inputs, (input) => createEndUser(call, input), {...wording, invalid});
  return {status: 201, body: {data}};
};

/** Replaces end users. DIXA-86, DIXA-87 */
export const putEndUsers: Handler<'putEndusers'> = async (call) => {
  const invalid = ({id, errors}: Refusal) => `Updating EndUser [id:${id}] failed with [errors:${errors.join()}]`;
  const {data: inputs = []} = call.body;
  const data = await eachInTurn(inputs, (input) => replaceEndUser(call, input.id, input), {...wording, invalid});
  return {status: 200, body: {data}};
};

/** Changes end users. DIXA-86, DIXA-87 */
export const changeEndUsers: Handler<'patchEndusers'> = async (call) => {
  const organization = await organizationOf(call);
  const invalid = ({id, errors}: Refusal) =>
    `Updating EndUser [id=${id}] in [org=${organization.id}] failed with [errors=${errors.join()}]`;
  const {data: inputs = []} = call.body;
  const data = await eachInTurn(inputs, (input) => patchEndUser(call, input.id, input), {...wording, invalid});
  return {status: 200, body: {data}};
};
