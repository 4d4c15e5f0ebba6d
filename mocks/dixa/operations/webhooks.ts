import type {components} from '../../../specs/dixa/generated/index.js';
import {toSeconds} from '../dates.js';
import {decodingFailure, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {logKey, type WebhookSubscription} from '../webhooks/entities.js';
import {headersOf, isSendable} from '../webhooks/headers.js';

type Schemas = components['schemas'];

/** Subscribes a receiver to events; published clients leave out `customHeaders`. DIXA-89 */
export const createWebhook: Handler<'postWebhooks'> = async ({body, caller, state, ids, now}) => {
  const {name, url, authorization, events = [], customHeaders = {}, enabled = true, filters} = body;
  if (!isSendable({url, authorization, customHeaders})) return decodingFailure();
  const time = toSeconds(now);
  const subscription = state.webhookSubscriptions.save({
    id: ids.uuid(),
    name,
    url,
    subscribedEvents: [...new Set(events)],
    authorization: authorizationOf(authorization),
    customHeaders,
    secretKey: ids.hex(64),
    enabled,
    createdAt: time,
    createdBy: caller.user.id,
    updatedAt: time,
    updatedBy: caller.user.id,
    ...(filters && {filters: filtersOf(filters)}),
    position: ids.next('webhook'),
  });
  return {status: 201, body: {data: show(subscription)}};
};

/** All subscriptions, oldest first. DIXA-89 */
export const getWebhooks: Handler<'getWebhooks'> = async ({state}) => {
  const subscriptions = await state.webhookSubscriptions.find('all', 'all');
  return {status: 200, body: {data: subscriptions.map(show)}};
};

/** One subscription. DIXA-89 */
export const getWebhook: Handler<'getWebhooksWebhooksubscriptionid'> = async ({params, state}) => {
  const subscription = await state.webhookSubscriptions.get(params.webhookSubscriptionId);
  return subscription ? {status: 200, body: {data: show(subscription)}} : notFound();
};

/** Changes what is named. The document has no 404 here, so an unknown one is a 400 as well. DIXA-89 */
export const patchWebhook: Handler<'patchWebhooksWebhooksubscriptionid'> = async (call) => {
  const {params, body, caller, state, now} = call;
  const before = await state.webhookSubscriptions.get(params.webhookSubscriptionId);
  if (!before) return decodingFailure();
  const {name, url, authorization, events, customHeaders, enabled, filters} = body;
  const after: WebhookSubscription = {
    ...before,
    ...(name !== undefined && {name}),
    ...(url !== undefined && {url}),
    ...(authorization && {authorization: authorizationOf(authorization)}),
    ...(events && {subscribedEvents: [...new Set(events)]}),
    ...(customHeaders && {customHeaders}),
    ...(enabled !== undefined && {enabled}),
    ...(filters && {filters: filtersOf(filters)}),
    updatedAt: toSeconds(now),
    updatedBy: caller.user.id,
  };
  if (!isSendable(after)) return decodingFailure();
  return {status: 200, body: {data: show(state.webhookSubscriptions.save(after))}};
};

/** Deletes a subscription with its logs; what has not left yet stays here. DIXA-89 */
export const deleteWebhook: Handler<'deleteWebhooksWebhooksubscriptionid'> = async ({params, state}) => {
  const subscription = await state.webhookSubscriptions.get(params.webhookSubscriptionId);
  if (!subscription) return notFound();
  for (const {id} of await state.webhookDeliveries.find('subscription', subscription.id)) {
    state.webhookDeliveries.remove(id);
  }
  state.webhookSubscriptions.remove(subscription.id);
  return {status: 204};
};

/** How the last delivery of each subscribed event went. DIXA-92 */
export const getDeliveryStatus: Handler<'getWebhooksWebhooksubscriptionidDelivery-status'> = async (call) => {
  const {params, state} = call;
  const subscription = await state.webhookSubscriptions.get(params.webhookSubscriptionId);
  if (!subscription) return notFound();
  const data: Schemas['EventDeliveryStatus'][] = [];
  for (const event of subscription.subscribedEvents) {
    const last = {descending: true, limit: 1};
    const [delivery] = await state.webhookDeliveries.find('log', logKey(subscription.id, event), last);
    const {detail} = delivery ?? {};
    const deliveryStatus = detail
      ? ({_type: 'DeliveryDetail', ...detail} as const)
      : ({_type: 'NoRecentDelivery'} as const);
    data.push({event, deliveryStatus});
  }
  return {status: 200, body: {data}};
};

/** The latest deliveries of one event, newest first, with what was sent. DIXA-92 */
export const getDeliveryLogs: Handler<'getWebhooksWebhooksubscriptionidDelivery-statusLogsEvent'> = async (call) => {
  const {params, state} = call;
  const subscription = await state.webhookSubscriptions.get(params.webhookSubscriptionId);
  if (!subscription) return notFound();
  const key = logKey(subscription.id, params.event);
  const deliveries = await state.webhookDeliveries.find('log', key, {descending: true});
  const data = deliveries.flatMap(({detail, payload}) =>
    detail ? [{deliveryDetail: detail, payload: JSON.stringify(payload)}] : [],
  );
  return {status: 200, body: {data}};
};

function show(subscription: WebhookSubscription): Schemas['WebhookSubscription'] {
  const {authorization, customHeaders, position: _, ...shown} = subscription;
  return {...shown, headers: headersOf({authorization, customHeaders})};
}

/** Only what the document knows: a request may carry more (DIXA-11). */
function authorizationOf(authorization: Schemas['WebhookAuthorization']): Schemas['WebhookAuthorization'] {
  switch (authorization._type) {
    case 'BasicAuth':
      return {_type: 'BasicAuth', username: authorization.username, password: authorization.password};
    case 'TokenAuth':
      return {_type: 'TokenAuth', value: authorization.value};
    case 'NoAuth':
      return {_type: 'NoAuth'};
  }
}

/** As above, for filters. */
function filtersOf(
  filters: Readonly<Record<string, Schemas['CombinedFiltersInput']>>,
): Record<string, Schemas['CombinedFilters']> {
  return Object.fromEntries(
    Object.entries(filters).map(([family, {_type, strategy, conditions}]) => [
      family,
      {_type, strategy, conditions: conditions.map(({_type, field, values}) => ({_type, field, values}))},
    ]),
  );
}
