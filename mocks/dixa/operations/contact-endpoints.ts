import {canBeContactEndpoint, showContactEndpoint} from '../configuration/contact-endpoints.js';
import {decodingFailure, notFound} from '../errors.js';
import type {Handler} from '../handler.js';

/** The organization's own addresses and numbers, all or those of one kind. */
export const getContactEndpoints: Handler<'getContact-endpoints'> = async ({query, state}) => {
  const endpoints = (await state.contactPoints.find('all', 'all')).flatMap((point) => showContactEndpoint(point) ?? []);
  const isWanted = ({_type}: {_type: string}) => query._type === undefined || query._type === _type;
  return {status: 200, body: {data: endpoints.filter(isWanted)}};
};

/** One of them, by its address or number. What is neither cannot be one. */
export const getContactEndpoint: Handler<'getContact-endpointsContactendpointid'> = async ({params, state}) => {
  const {contactEndpointId: id} = params;
  if (!canBeContactEndpoint(id)) return decodingFailure();
  const point = await state.contactPoints.get(id);
  const endpoint = point && showContactEndpoint(point);
  return endpoint ? {status: 200, body: {data: endpoint}} : notFound();
};
