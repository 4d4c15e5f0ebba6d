import {patchAttributes} from '../configuration/custom-attributes.js';
import {decodingFailure, invalidValue, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {showDefinition} from '../views.js';

/** Sets and unsets custom attributes of an end user, unless nothing of them is left (DIXA-45). DIXA-5, DIXA-9 */
export const patchEndUserAttributes: Handler<'patchEndusersUseridCustom-attributes'> = async (call) => {
  const {params, body, state} = call;
  const user = await state.endUsers.get(params.userId);
  if (!user) return notFound();
  if (user.isAnonymized) return decodingFailure();
  const customAttributes = await patchAttributes(call, user.customAttributes ?? [], body, 'Contact');
  if (!customAttributes) return decodingFailure();
  state.endUsers.save({...user, customAttributes});
  return {status: 200, body: {data: customAttributes}};
};

/** Every custom attribute that the organization has defined, the oldest first. */
export const getAttributeDefinitions: Handler<'getCustom-attributes'> = async ({state, behaviours}) => {
  const definitions = await state.customAttributes.find('all', 'all');
  return {status: 200, body: {data: definitions.map((definition) => showDefinition(definition, behaviours))}};
};

/** One of them. No answer is declared for an unknown one, so it is an invalid value. */
export const getAttributeDefinition: Handler<'getCustom-attributesCustomattributeid'> = async (call) => {
  const {params, state, behaviours} = call;
  const definition = await state.customAttributes.get(params.customAttributeId);
  return definition ? {status: 200, body: {data: showDefinition(definition, behaviours)}} : invalidValue();
};
