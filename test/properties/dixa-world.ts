import {dixa} from '../../mocks/dixa/index.js';
import type {World} from './world.js';

const organization = 'e9609fa9-efff-4fdc-a7ef-dd335f33c5f6';
const kim = '5a556159-9c21-4f3e-a44f-d323deb80d16';
const widget = '5e9d4f0c-53fb-4d5a-8c0e-6c6f2a1d9a10';
const [ada, noor] = ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'];
// The bystander's number is a long one: nothing else may look like it.
const [adasMail, adasChat, noorsMail] = [501, 502, 86_420_601];
const [adasTag, noorsTag] = ['a0000000-0000-4000-8000-000000000051', 'b0000000-0000-4000-8000-000000000051'];
const plan = '3c1d6f9a-1f0e-4d64-8a3b-2b7f7f9f6f01';
const order = '7b0f6b4c-2a57-4c39-9a0e-58d2c1a3e902';
const subscription = 'a0000000-0000-4000-8000-000000000071';
const at = '2026-01-02T10:00:00.000Z';
const {DIXA_API_KEY: token = ''} = dixa.issue('default').env;

const file = (id: string) => `/private/${organization}/attachment/${id}`;
const adasFile = file('a0000000-0000-4000-8000-000000000031');
const noorsFile = file('b0000000-0000-4000-8000-000000000031');

const person = (id: string, prefix: string) => ({
  id,
  createdAt: at,
  displayName: `${prefix}-display`,
  email: `${prefix}-email@customer.example`,
  phoneNumber: `${prefix}-phone`,
  additionalEmails: [`${prefix}-second@customer.example`],
  additionalPhoneNumbers: [`${prefix}-mobile`],
  firstName: `${prefix}-first`,
  lastName: `${prefix}-last`,
  middleNames: [`${prefix}-middle`],
  avatarUrl: `https://${prefix}-avatar.example/`,
  externalId: `${prefix}-external`,
  customAttributes: [{id: plan, name: 'Plan', identifier: 'plan', value: `${prefix}-plan`}],
});
const conversation = (id: number, requesterId: string, more: object) => ({
  ...{id, requesterId, createdAt: at, direction: 'Inbound', state: 'Closed', stateUpdatedAt: at, ...more},
});
const mail = (prefix: string, stays: string) => ({
  ...{_type: 'EmailConversation', channel: 'Email', language: `${prefix}-language`, subject: `${prefix}-subject`},
  fromEmail: `${prefix}-from@customer.example`,
  toEmail: `${prefix}-to@customer.example`,
  integrationEmail: `${prefix}-integration@email.dixa.io`,
  customAttributes: [{id: order, name: 'Order', identifier: 'order_number', value: `${stays}-order`}],
});
const mailed = (prefix: string, url: string) => ({
  _type: 'EmailAttributes',
  emailContent: {_type: 'Regular', content: {_type: 'Text', value: `${prefix}-text`}},
  from: {email: `${prefix}-sender@customer.example`, name: `${prefix}-sender`},
  to: [{email: `${prefix}-receiver@customer.example`}],
  cc: [{email: `${prefix}-copy@customer.example`}],
  attachments: [{url, prettyName: `${prefix}-file`}],
  direction: 'Inbound',
});
const message = (id: string, conversationId: number, authorId: string, attributes: object, prefix: string) => ({
  ...{id, conversationId, authorId, createdAt: at, externalId: `${prefix}-message`, attributes},
});
const note = (id: string, csid: number, text: string) => ({id, authorId: kim, createdAt: at, csid, message: text});
const offer = (ratingId: string, conversationId: number, userId: string) => ({
  ...{id: `${ratingId} Csat`, ratingId, conversationId, ratingType: 'Csat', conversationChannel: 'Email', agentId: kim},
  ...{userId, ratingStatus: 'Offered', language: 'en', timestamps: {offered_at: '2026-01-02T10:00:00Z'}},
});
const rating = (ratingId: string, conversationId: number, userId: string, prefix: string) => ({
  ...offer(ratingId, conversationId, userId),
  ...{ratingStatus: 'Rated', ratingScore: 5, ratingComment: `${prefix}-comment`},
});
const opened = (id: string, conversationId: number, author: string, prefix: string) => ({
  ...{id, conversationId, activityTimestamp: at, _type: 'ConversationCreatedByCustomer'},
  author: {
    id: author,
    name: `${prefix}-author`,
    email: `${prefix}-author@customer.example`,
    phoneNumber: `${prefix}-tel`,
  },
  attributes: {subject: `${prefix}-topic`},
});
const events = [
  ...['ConversationCreated', 'ConversationOpen', 'ConversationPending', 'ConversationClosed', 'ConversationAssigned'],
  ...['ConversationNoteAdded', 'ConversationMessageAdded', 'ConversationTagAdded', 'ConversationTagRemoved'],
  ...['ConversationRated', 'ConversationTransferred', 'ConversationCustomAttributeUpdated', 'ConversationEnqueued'],
];

/** Ada, who is anonymized with all she has, and Noor. DIXA-42…47 */
export const dixaWorld: World = {
  vendor: dixa,
  behaviours: {},
  seed: {
    endUsers: [person(ada, 'erased'), person(noor, 'noor')],
    conversations: [
      conversation(adasMail, ada, mail('erased', 'kept')),
      conversation(adasChat, ada, {
        ...{_type: 'ChatConversation', channel: 'WidgetChat', state: 'Open', language: 'erased-tongue'},
        browserInfo: {
          name: 'erased-browser',
          version: '1',
          ipAddress: 'erased-ip',
          originatingUrl: 'https://erased-page/',
        },
        queue: {id: 'cd87b232-64c8-4ad5-b81a-6f9233352d97', queuedAt: '2026-01-02T10:00:00Z'},
      }),
      conversation(noorsMail, noor, mail('noor', 'noor')),
    ],
    messages: [
      message('a0000000-0000-4000-8000-000000000021', adasMail, ada, mailed('erased', adasFile), 'erased'),
      message(
        'a0000000-0000-4000-8000-000000000022',
        adasChat,
        ada,
        {_type: 'ChatAttributes', content: {_type: 'Html', value: '<p>erased-chat</p>'}, direction: 'Inbound'},
        'erased-chat',
      ),
      message('b0000000-0000-4000-8000-000000000021', noorsMail, noor, mailed('noor', noorsFile), 'noor'),
    ],
    files: [
      {id: adasFile, type: 'text/plain', base64: btoa('erased-bytes')},
      {id: noorsFile, type: 'text/plain', base64: btoa('noor-bytes')},
    ],
    notes: [
      note('a0000000-0000-4000-8000-000000000061', adasMail, 'erased-note'),
      note('b0000000-0000-4000-8000-000000000061', noorsMail, 'noor-note'),
    ],
    ratings: [
      rating('a0000000-0000-4000-8000-000000000062', adasMail, ada, 'erased'),
      offer('a0000000-0000-4000-8000-000000000064', adasChat, ada),
      rating('b0000000-0000-4000-8000-000000000062', noorsMail, noor, 'noor'),
    ],
    activities: [
      opened('a0000000-0000-4000-8000-000000000063', adasMail, ada, 'erased'),
      opened('b0000000-0000-4000-8000-000000000063', noorsMail, noor, 'noor'),
    ],
    tags: [
      {id: adasTag, name: 'kept-tag', state: 'Active'},
      {id: noorsTag, name: 'noor-tag', state: 'Active'},
    ],
    conversationTags: [
      {id: `${adasMail} ${adasTag}`, conversationId: adasMail, tagId: adasTag},
      {id: `${noorsMail} ${noorsTag}`, conversationId: noorsMail, tagId: noorsTag},
    ],
    webhookSubscriptions: [
      {
        ...{
          id: subscription,
          name: 'kept-subscription',
          url: 'https://hooks.example.org/dixa',
          subscribedEvents: events,
        },
        ...{authorization: {_type: 'NoAuth'}, customHeaders: {}, enabled: true, secretKey: 'ab'.repeat(32)},
        ...{createdAt: at, createdBy: kim, updatedAt: at, updatedBy: kim},
      },
    ],
  },
  bystander: [noor, noorsMail, noorsTag, noorsFile],
  impersonal: {
    apiTokens: 'credentials',
    conversationTags: 'ids',
    agents: 'agents are no end users (DIXA-37)',
    organizations: 'set up by the organization',
    queues: 'set up by the organization',
    contactPoints: 'set up by the organization',
    flows: 'set up by the organization',
    customAttributes: 'what can be said of people, not what is said',
    attachmentSources: 'files of the world outside',
    bulkTaggings: 'names of tags',
    followups: 'times and ids',
    searchTraces: 'ids and dates by which an anonymized conversation is still found (DIXA-47)',
    webhookDeliveries: 'made by the requests, and answered by a receiver that says back what it was told',
    anonymizationRequests: 'ids and times',
  },
  names: {
    userId: (known) => [...known.of('endUsers'), ...known.of('endUsers'), kim],
    cc: (known) => known.of('endUsers'),
    bcc: (known) => known.of('endUsers'),
    requesterId: (known) => known.of('endUsers'),
    authorId: (known) => [...known.of('endUsers'), kim],
    entityId: (known) => [...known.of('endUsers'), ...known.of('conversations').map(String)],
    csid: (known) => known.of('conversations'),
    parentId: (known) => known.of('conversations'),
    requestId: (known) => known.of('anonymizationRequests'),
    ratingId: (known) => known.of('ratings').map((id) => String(id).split(' ')[0] as string),
    propertyName: (known) => known.of('customAttributes'),
    customAttributeId: (known) => known.of('customAttributes'),
    destinationId: (known) => [...known.of('queues'), ...known.of('agents')],
    emailIntegrationId: () => ['support@email.dixa.io'],
    contactEndpointId: () => ['+15555550100', 'support@email.dixa.io'],
    widgetId: () => [widget],
    organizationId: () => [organization],
    fileId: (known) => known.of('files').map((path) => String(path).split('/').at(-1) as string),
    event: () => events,
    tagId: (known) => known.of('tags'),
    url: (known) => known.of('attachmentSources'),
    id: (known) => [...known.of('endUsers'), ...known.of('agents')],
  },
  signIn: () => Promise.resolve(() => ({authorization: token})),
  /** The waterfall, person by person (DIXA-45). */
  erase: async (run, known) => {
    for (const userId of known.of('endUsers')) {
      const path = {version: 'v1', userId: String(userId)};
      await run.request('patchEndusersUseridAnonymize', undefined, path, '?force=true');
    }
    // They are carried out a second after they were accepted (DIXA-38).
    await run.pass(1000);
  },
  survivors: [
    {operation: /Agents/, place: /./, why: 'agents are no end users (DIXA-37)'},
    {operation: /^(post|patch)(Queues|Webhooks)/, place: /./, why: 'set up by the organization'},
    {operation: /Tags/, place: /./, why: 'DIXA-44: tags stay'},
    {operation: /^patchConversationsConversationidCustom/, place: /./, why: 'DIXA-42: custom attributes stay'},
  ],
};
