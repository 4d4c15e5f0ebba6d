import {describe, expect, it} from 'vitest';
import type {SeedData} from '../engine/index.js';
import {vendorsNamed} from '../registry.js';
import {fitting} from './fitting.js';

const [dixa] = await vendorsNamed(['dixa']);
if (dixa === undefined) throw new Error('There is no Dixa.');

const id = 'f28fafd6-2e42-4441-943c-388a8e0ef433';
const user = {id, createdAt: '2026-01-05T09:00:00Z', displayName: 'Wren'};
const chat = {
  ...{id: 7, _type: 'ChatConversation', requesterId: id, channel: 'WidgetChat', createdAt: user.createdAt},
  customAttributes: [{id, name: 'Plan', identifier: 'plan', value: 'gold'}],
};

const fitted = (data: SeedData) => fitting(data, dixa);

describe('what does not fit into a seed', () => {
  it('is nothing where everything fits', async () => {
    const data = {endUsers: [user], conversations: [chat]};
    expect(await fitted(data)).toEqual({data, problems: []});
  });

  it('is a member that the document does not know, wherever it stands', async () => {
    const [attribute] = chat.customAttributes;
    const strange = {...chat, customAttributes: [{...attribute, 'strange/name': 1}], sentiment: {score: 1}};
    const data = {endUsers: [{...user, timezone: 'UTC'}], conversations: [strange]};
    expect(await fitted(data)).toEqual({data: {endUsers: [user], conversations: [chat]}, problems: []});
  });

  it('is a member whose value is wrong, where it may be missing', async () => {
    const data = {endUsers: [{...user, email: null, middleNames: ['Jo', 7]}]};
    expect((await fitted(data)).data).toEqual({endUsers: [{...user, middleNames: ['Jo']}]});
  });

  it('is an entity that lacks what it must have, and it is told of without showing it', async () => {
    const data = {
      endUsers: [user, {id: 'secret@customer.example', displayName: 'Secret Person'}],
      notes: [{id, message: 'secret'}],
    };
    expect(await fitted(data)).toEqual({
      data: {endUsers: [user]},
      problems: ['/dixa/endUsers: too little is known of one of them.', `/dixa/notes: too little is known of ${id}.`],
    });
  });

  it('is a name that every object has, also where any name may stand', async () => {
    const filters = {ConversationClosed: {_type: 'CombinedFilters', strategy: 'All', conditions: []}};
    const hook = {
      ...{id, name: 'Hook', url: 'https://hooks.example.org/', secretKey: 'ab'.repeat(32), filters},
      ...{createdAt: user.createdAt, createdBy: id, updatedAt: user.createdAt, updatedBy: id},
    };
    const strange = {...hook, customHeaders: {'X-Own': 'yes', constructor: 'no'}};
    const {data} = await fitted({webhookSubscriptions: [strange]});
    expect(JSON.stringify(data)).not.toContain('constructor');
    expect(data.webhookSubscriptions).toMatchObject([{customHeaders: {'X-Own': 'yes'}}]);
  });

  it('is no list that says that there is nothing', async () => {
    expect((await fitted({agents: []})).data).toEqual({agents: []});
  });
});
