/** The operations of Dixa's reference that are in scope, as it declares them: none is missing, none is made up. */
import {expect, it} from 'vitest';
import {operationsOf} from '../../src/openapi/index.js';
import {dixa} from './index.js';
import {decodingFailure, invalidValue} from './test-support.js';
import {refusalOf} from './test-samples.js';

/** Method, path behind the version, operation id, success, declared errors, query parameters, text of its 400. */
const reference = `
  GET /agents getAgents 200 400,404,500 pageLimit,pageKey,email,phone decoding
  PUT /agents putAgents 200 400,500 - invalid
  POST /agents postAgents 201 400,500 - decoding
  PATCH /agents patchAgents 200 400,500 - invalid
  GET /agents/{agentId} getAgentsAgentid 200 400,404,500 - invalid
  PUT /agents/{agentId} putAgentsAgentid 200 400,404,500 - decoding
  DELETE /agents/{agentId} deleteAgentsAgentid 204 400,404 - decoding
  PATCH /agents/{agentId} patchAgentsAgentid 200 400,404,500 - decoding
  GET /endusers getEndusers 200 400,404,500 pageLimit,pageKey,email,phone,externalId decoding
  PUT /endusers putEndusers 200 400,500 - invalid
  POST /endusers postEndusers 201 400,500 - decoding
  PATCH /endusers patchEndusers 200 400,500 - invalid
  POST /endusers/bulk postEndusersBulk 201 400,500 - invalid
  GET /endusers/{userId} getEndusersUserid 200 400,404,500 - invalid
  PUT /endusers/{userId} putEndusersUserid 200 400,404,500 - decoding
  PATCH /endusers/{userId} patchEndusersUserid 200 400,404,500 - decoding
  PATCH /endusers/{userId}/anonymize patchEndusersUseridAnonymize 202 400,404,409,500 force invalid
  PATCH /endusers/{userId}/custom-attributes patchEndusersUseridCustom-attributes 200 400,401,404 - decoding
  GET /endusers/{userId}/conversations getEndusersUseridConversations 200 400,404,500 pageLimit,pageKey invalid
  PATCH /conversations/{conversationId}/anonymize patchConversationsConversationidAnonymize 202 400,404,409,500 force invalid
  PATCH /conversations/{conversationId}/messages/{messageId}/anonymize patchConversationsConversationidMessagesMessageidAnonymize 202 400,404,409,500 - invalid
  PUT /conversations/{conversationId}/close putConversationsConversationidClose 204 400,404 - decoding
  PUT /conversations/{conversationId}/followup putConversationsConversationidFollowup 204 400,404 - decoding
  PUT /conversations/{conversationId}/reopen putConversationsConversationidReopen 204 400,404,500 - decoding
  PUT /conversations/{conversationId}/transfer/queue putConversationsConversationidTransferQueue 204 400,404,500 - decoding
  POST /conversations/{conversationId}/notes/bulk postConversationsConversationidNotesBulk 200 400,404,500 - invalid
  GET /conversations/{conversationId}/notes getConversationsConversationidNotes 200 400,404,500 - invalid
  POST /conversations/{conversationId}/notes postConversationsConversationidNotes 200 400,404,500 - decoding
  POST /conversations/{conversationId}/ratings/{ratingId}/submit postConversationsConversationidRatingsRatingidSubmit 201 400,500 - decoding
  POST /conversations/{conversationId}/ratings/offer postConversationsConversationidRatingsOffer 201 400,404,500 - decoding
  GET /conversations/{conversationId}/rating getConversationsConversationidRating 200 400,404,500 - invalid
  GET /conversations/{conversationId}/ratings getConversationsConversationidRatings 200 400,404,500 - invalid
  GET /conversations/activitylog getConversationsActivitylog 200 400,500 pageLimit,pageKey,fromDatetime,toDatetime decoding
  GET /conversations/flows getConversationsFlows 200 400,500 channel invalid
  PUT /conversations/{conversationId}/tags/{tagId} putConversationsConversationidTagsTagid 204 400,404,500 - invalid
  DELETE /conversations/{conversationId}/tags/{tagId} deleteConversationsConversationidTagsTagid 204 400,404,500 - invalid
  POST /conversations/{conversationId}/tags/bulk postConversationsConversationidTagsBulk 202 400,404,500 - invalid
  GET /conversations/{conversationId}/tags getConversationsConversationidTags 200 400,404,500 - invalid
  GET /conversations/{conversationId}/messages getConversationsConversationidMessages 200 400,404 - invalid
  POST /conversations/{conversationId}/messages postConversationsConversationidMessages 200 400,404,500 - decoding
  POST /conversations postConversations 201 400,404,500 - decoding
  POST /conversations/import postConversationsImport 201 400,404,500 - decoding
  PATCH /conversations/{conversationId}/custom-attributes patchConversationsConversationidCustom-attributes 200 400,401,404 - decoding
  PUT /conversations/{conversationId}/claim putConversationsConversationidClaim 204 400,404,409 - invalid
  GET /conversations/{conversationId}/activitylog getConversationsConversationidActivitylog 200 400,500 - invalid
  GET /conversations/{conversationId} getConversationsConversationid 200 400,404,500 - invalid
  PUT /conversations/{conversationId}/link putConversationsConversationidLink 204 400,404,500 - decoding
  GET /conversations/{conversationId}/linked getConversationsConversationidLinked 200 400,404,500 - invalid
  GET /queues getQueues 200 400,500 - invalid
  POST /queues postQueues 201 400,500 - invalid
  GET /queues/{queueId} getQueuesQueueid 200 400,404,500 - invalid
  GET /queues/conversation-position/{csid} getQueuesConversation-positionCsid 200 400,404,500 - decoding
  GET /tags getTags 200 400,500 includeDeactivated invalid
  POST /tags postTags 200 400,500 - invalid
  GET /tags/{tagId} getTagsTagid 200 400,404,500 - invalid
  DELETE /tags/{tagId} deleteTagsTagid 204 400,404,500 - invalid
  PATCH /tags/{tagId}/deactivate patchTagsTagidDeactivate 204 400,404,500 - invalid
  PATCH /tags/{tagId}/activate patchTagsTagidActivate 204 400,404,500 - invalid
  GET /anonymization/request/{requestId} getAnonymizationRequestRequestid 200 400,401,404,500 - invalid
  POST /anonymization postAnonymization 200 400,500 - decoding
  GET /contact-endpoints/{contactEndpointId} getContact-endpointsContactendpointid 200 400,404 - decoding
  GET /contact-endpoints getContact-endpoints 200 400,500 _type invalid
  GET /custom-attributes/{customAttributeId} getCustom-attributesCustomattributeid 200 400,500 - invalid
  GET /custom-attributes getCustom-attributes 200 400,500 - invalid
  GET /search/conversations getSearchConversations 200 400,401,500 pageLimit,pageKey,query,exactMatch decoding
  POST /search/conversations postSearchConversations 200 400,401,500 pageLimit,pageKey decoding
  GET /webhooks/{webhookSubscriptionId} getWebhooksWebhooksubscriptionid 200 400,404,500 - invalid
  DELETE /webhooks/{webhookSubscriptionId} deleteWebhooksWebhooksubscriptionid 204 400,404,500 - invalid
  PATCH /webhooks/{webhookSubscriptionId} patchWebhooksWebhooksubscriptionid 200 400,500 - decoding
  GET /webhooks getWebhooks 200 400,500 - invalid
  POST /webhooks postWebhooks 201 400,500 - decoding
  GET /webhooks/{webhookSubscriptionId}/delivery-status getWebhooksWebhooksubscriptionidDelivery-status 200 400,404,500 - invalid
  GET /webhooks/{webhookSubscriptionId}/delivery-status/logs/{event} getWebhooksWebhooksubscriptionidDelivery-statusLogsEvent 200 400,404,500 - invalid
  GET /organization getOrganization 200 400,404,500 - invalid
`;

const declared = reference
  .trim()
  .split('\n')
  .map((line) => {
    const [method = '', path = '', id = '', success, errors = '', query = '', text] = line.trim().split(' ');
    const refusal = text === 'decoding' ? decodingFailure : invalidValue;
    return {
      id,
      method,
      path,
      success: Number(success),
      errors: listOf(errors).map(Number),
      query: listOf(query),
      refusal,
    };
  });

function listOf(text: string): string[] {
  return text === '-' ? [] : text.split(',');
}

/** What the document adds on purpose: statuses of the gateway, and of the stand-in itself. */
const everywhere = [401, 403, 413, 429];

/** `force` here is the guide's, not the reference's (DIXA-35). */
const added = new Map([['patchConversationsConversationidMessagesMessageidAnonymize', ['force']]]);

const served = new Map(operationsOf(dixa.document).map((operation) => [operation.id, operation]));

it('DIXA-1 there are 74 of them, and the files that messages hold', () => {
  const ids = declared.map(({id}) => id);
  expect(new Set(ids).size).toBe(74);
  expect([...served.keys()].sort()).toEqual([...ids, 'getPrivateFile'].sort());
});

it.each(declared)('DIXA-1 DIXA-9 $method $path is $id', ({id, method, path, success, errors, query, refusal}) => {
  const operation = served.get(id);
  if (!operation) throw new Error(`${id} is missing`);
  expect(operation).toMatchObject({method, path: `/{version}${path}`});
  expect(refusalOf(operation)).toEqual(refusal);
  const statuses = [...operation.responses.keys()];
  expect(statuses.filter((status) => status < 300)).toEqual([success]);
  expect(statuses).toEqual(expect.arrayContaining(errors));
  const more = statuses.filter((status) => status >= 300 && !errors.includes(status));
  expect(everywhere).toEqual(expect.arrayContaining(more));
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query').map(({name}) => name);
  expect(inQuery.sort()).toEqual([...query, ...(added.get(id) ?? [])].sort());
});
