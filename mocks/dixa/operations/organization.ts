import type {Handler} from '../handler.js';
import {organizationOf} from '../configuration/organization.js';

/** The organization that the token belongs to. */
export const getOrganization: Handler<'getOrganization'> = async (call) => ({
  status: 200,
  body: {data: await organizationOf(call)},
});

/** The flows through which conversations of a channel come in; those of phone calls unless another is named. */
export const getFlows: Handler<'getConversationsFlows'> = async ({query, state}) => {
  const flows = await state.flows.find('channel', query.channel ?? 'PstnPhone');
  return {status: 200, body: {data: [...flows]}};
};
