import type {Transcript} from '../transcript.js';
import {makerOf} from './made.js';

const kim = '5a556159-9c21-4f3e-a44f-d323deb80d16';
const conversation = '/v1/conversations/10750';

/** Operations whose samples name what is not there in the seed, with what is. */
export const further: readonly Transcript[] = [
  makerOf('operations', 'dixa')('transfers, notes, rates and links', async (client) => {
    const queueId = '2f6a3e0b-8f0a-4f5b-9c53-0d6a1c0e7b11';
    await client.call('PUT', `${conversation}/transfer/queue`, {json: {queueId, userId: kim}, status: 204});
    await client.call('POST', `${conversation}/notes`, {json: {message: 'Größe L', agentId: kim}, status: 200});
    const userId = 'f28fafd6-2e42-4441-943c-388a8e0ef433';
    const rating = {ratingType: 'Csat', agentId: kim, userId, offeredAt: '2021-12-01T12:46:36Z'};
    await client.call('POST', `${conversation}/ratings/offer`, {json: rating, status: 201});
    await client.call('PUT', `${conversation}/link`, {
      json: {parentId: 10751, linkType: 'SideConversation'},
      status: 204,
    });
    for (const path of ['', '/notes', '/ratings', '/linked', '/activitylog'])
      await client.call('GET', conversation + path, {status: 200});
  }),
];
