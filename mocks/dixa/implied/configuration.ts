/** What an organization has set up, and who is told of events, as answers show it. */
import {fromBase64, type JsonObject} from '../../../src/engine/index.js';
import {isSendable} from '../webhooks/headers.js';
import {isKey} from '../webhooks/signature.js';
import type {CollectionName, Gathered} from './gathered.js';
import {idsIn} from './people.js';
import {dataOf, isAll, listOf, objectOf, textIn, withTime, type Reader} from './reading.js';

type See = (gathered: Gathered, shown: JsonObject) => void;

/** Reads the answers about one thing. */
function one(see: See): Reader {
  return (answer, gathered) => see(gathered, dataOf(answer));
}

/** Reads lists that are always whole: what they do not have is not there. */
function everyOne(name: CollectionName, see: See): Reader {
  return (answer, gathered) => {
    const shown = listOf(answer);
    gathered.list(name, idsIn(shown));
    for (const each of shown) see(gathered, each);
    if (!isAll(answer)) return;
    gathered.of(name).keepOnly(idsIn(shown));
    gathered.of(name).isWhole = true;
  };
}

/** Takes something in as it is shown. */
function as(name: CollectionName): See {
  return (gathered, shown) => {
    const id = textIn(shown, 'id');
    if (id !== undefined) gathered.of(name).put(id, shown);
  };
}

/** There is one default queue, so one that was it before is none any more. */
const seeQueue: See = (gathered, {organizationId: _, ...queue}) => {
  const shelf = gathered.of('queues');
  if (queue.isDefault === true) {
    for (const other of shelf.all()) if (other.isDefault === true) shelf.merge(String(other.id), {isDefault: false});
  }
  as('queues')(gathered, queue);
};

const seeDefinition: See = (gathered, shown) =>
  as('customAttributes')(gathered, {
    ...withTime(shown, 'createdAt'),
    ...(shown.updatedAt !== undefined && {updatedAt: withTime(shown, 'updatedAt').updatedAt}),
  });

/** There is one organization. */
const seeOrganization: See = (gathered, shown) => {
  as('organizations')(gathered, shown);
  gathered.of('organizations').keepOnly(idsIn([shown]));
};

/** Names of tags are unique, so one of the built-in seed makes room. */
const seeTag: See = (gathered, shown) => {
  const shelf = gathered.of('tags');
  for (const {id, name} of shelf.all()) if (name === shown.name && id !== shown.id) shelf.remove(String(id));
  as('tags')(gathered, shown);
};

/** Tags that are out of use are listed for those who ask. */
const showTags: Reader = (answer, gathered) => {
  const shown = listOf(answer);
  for (const tag of shown) seeTag(gathered, tag);
  if (!isAll(answer, 'includeDeactivated')) return;
  const isEvery = answer.query.includeDeactivated?.includes('true') === true;
  gathered.of('tags').keepOnly(idsIn(shown), ({state}) => isEvery || state === 'Active');
  gathered.of('tags').isWhole = isEvery;
};

const deleteTag: Reader = ({params}, gathered) => {
  const id = textIn(params, 'tagId');
  if (id === undefined) return;
  gathered.of('tags').remove(id);
  gathered.of('conversationTags').keepOnly([], ({tagId}) => tagId === id);
};

function turnTag(state: 'Active' | 'Inactive'): Reader {
  return ({params}, gathered) => {
    const id = textIn(params, 'tagId');
    if (id !== undefined && gathered.of('tags').has(id)) gathered.of('tags').merge(id, {state});
  };
}

/** A list is of one channel: that of phone calls unless another is named. */
const showFlows: Reader = (answer, gathered) => {
  const shown = listOf(answer);
  const channel = answer.query.channel?.[0] ?? 'PstnPhone';
  for (const flow of shown) as('flows')(gathered, flow);
  gathered.of('flows').keepOnly(idsIn(shown), (flow) => flow.channel === channel);
};

/** An address or number of the organization's own, which is its id. */
const seeEndpoint: See = (gathered, {_type, address, number, ...more}) => {
  const [kind, id] = _type === 'EmailEndpoint' ? ['email', address] : ['phone', number];
  if (typeof id === 'string') gathered.of('contactPoints').put(id, {kind, ...more});
};

/** Widgets are in none of these lists. */
const showEndpoints: Reader = (answer, gathered) => {
  const shown = listOf(answer);
  for (const endpoint of shown) seeEndpoint(gathered, endpoint);
  if (!isAll(answer, '_type')) return;
  const {_type: [wanted] = []} = answer.query;
  const kinds = wanted === undefined ? ['email', 'phone'] : [wanted === 'EmailEndpoint' ? 'email' : 'phone'];
  const ids = shown.flatMap((endpoint) => textIn(endpoint, 'address') ?? textIn(endpoint, 'number') ?? []);
  gathered.of('contactPoints').keepOnly(ids, ({kind}) => kinds.includes(String(kind)));
  if (kinds.includes('email')) gathered.of('contactPoints').isWhole = true;
};

/** A subscription. Its headers say how it is authorized; one that nothing could be sent for is passed over (DIXA-89). */
const seeWebhook: See = (gathered, {headers: shown, ...subscription}) => {
  const texts = Object.entries(objectOf(shown)).filter(
    (header): header is [string, string] => typeof header[1] === 'string',
  );
  const {Authorization: credentials, ...others} = Object.fromEntries(texts);
  const authorization = authorizationIn(credentials);
  const isOwn = authorization._type === 'NoAuth' && credentials !== undefined;
  const customHeaders = isOwn ? {Authorization: credentials, ...others} : others;
  const [url, secretKey] = [textIn(subscription, 'url') ?? '', textIn(subscription, 'secretKey') ?? ''];
  if (!isKey(secretKey) || !isSendable({url, authorization, customHeaders})) return;
  as('webhookSubscriptions')(gathered, {...subscription, authorization, customHeaders});
};

function authorizationIn(credentials = '') {
  const [, scheme, value = ''] = /^(Bearer|Basic) (.*)$/.exec(credentials) ?? [];
  if (scheme === 'Bearer') return {_type: 'TokenAuth', value} as const;
  const [, username, password] = (scheme === 'Basic' && /^([^:]*):(.*)$/s.exec(plainOf(value))) || [];
  if (username === undefined || password === undefined) return {_type: 'NoAuth'} as const;
  return {_type: 'BasicAuth', username, password} as const;
}

function plainOf(base64: string): string {
  return /^[0-9A-Za-z+/]*={0,2}$/.test(base64) && base64.length % 4 === 0
    ? new TextDecoder().decode(fromBase64(base64))
    : '';
}

const deleteWebhook: Reader = ({params}, gathered) => {
  const id = textIn(params, 'webhookSubscriptionId');
  if (id !== undefined) gathered.of('webhookSubscriptions').remove(id);
};

export const configurationReaders = {
  getOrganization: one(seeOrganization),
  getQueues: everyOne('queues', seeQueue),
  postQueues: one(seeQueue),
  getQueuesQueueid: one(seeQueue),
  getConversationsFlows: showFlows,
  'getContact-endpoints': showEndpoints,
  'getContact-endpointsContactendpointid': one(seeEndpoint),
  'getCustom-attributes': everyOne('customAttributes', seeDefinition),
  'getCustom-attributesCustomattributeid': one(seeDefinition),
  getTags: showTags,
  postTags: one(seeTag),
  getTagsTagid: one(seeTag),
  deleteTagsTagid: deleteTag,
  patchTagsTagidActivate: turnTag('Active'),
  patchTagsTagidDeactivate: turnTag('Inactive'),
  getWebhooks: everyOne('webhookSubscriptions', seeWebhook),
  postWebhooks: one(seeWebhook),
  getWebhooksWebhooksubscriptionid: one(seeWebhook),
  patchWebhooksWebhooksubscriptionid: one(seeWebhook),
  deleteWebhooksWebhooksubscriptionid: deleteWebhook,
} satisfies Record<string, Reader>;
