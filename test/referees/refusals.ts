import type {Vendor} from '../../src/engine/index.js';

/** A call that is well-formed by the document. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Calls of which the last one is refused, though it is well-formed: by what there is, not by what was sent. */
export interface Refusal {
  readonly what: string;
  readonly status: number;
  readonly calls: readonly Call[];
}

const nobody = '00000000-0000-4000-8000-000000000000';
const kim = '5a556159-9c21-4f3e-a44f-d323deb80d16';
const sam = 'bac5a02c-15b3-44da-ae1e-ab7b9db4aa89';
const claim = (agentId: string) => ({
  method: 'PUT',
  path: '/v1/conversations/10750/claim',
  body: {agentId, force: false},
});
const bicycle = {type: 'Vehicle', category: 'Custom', values: ['one', 'two'], subType: 'Bicycle'};

/** Refusals beside those of ids that name nothing, by vendor. */
export const refusals: Readonly<Record<string, readonly Refusal[]>> = {
  dixa: [
    {
      what: 'a conversation that is still open',
      status: 409,
      calls: [{method: 'PATCH', path: '/v1/conversations/10750/anonymize'}],
    },
    {
      what: 'a conversation that another agent has',
      status: 409,
      calls: [claim(kim), claim(sam)],
    },
    {
      what: 'an agent who is none',
      status: 400,
      calls: [{method: 'PUT', path: '/v1/conversations/10749/reopen', body: {userId: nobody}}],
    },
  ],
  opencx: [
    {
      what: 'a session that is not there',
      status: 404,
      calls: [{method: 'POST', path: '/redaction/session', body: {sessionId: nobody}}],
    },
    {
      what: 'a message that is not there',
      status: 404,
      calls: [{method: 'POST', path: '/redaction/message', body: {messageId: nobody}}],
    },
    {
      what: 'a file that is no image',
      status: 400,
      calls: [{method: 'POST', path: '/media/upload', body: noImage()}],
    },
  ],
  symbl: [
    {
      what: 'an entity that is there already',
      status: 409,
      calls: [bicycle, bicycle].map((body) => ({method: 'POST', path: '/v1/manage/entities', body})),
    },
    {
      what: 'a kind of entity that is not there',
      status: 404,
      calls: [{method: 'DELETE', path: '/v1/manage/entities?subType=Tram'}],
    },
    {
      what: 'a setting that cannot be taken back',
      status: 400,
      calls: [
        {method: 'PATCH', path: '/v1/manage/settings', body: [{op: 'remove', path: '/redaction'}]},
        {method: 'PATCH', path: '/v1/manage/settings', body: [{op: 'remove', path: '/redaction'}]},
      ],
    },
  ],
};

/** A form whose file says that it is an image. */
function noImage(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['no image'], {type: 'image/gif'}), 'parcel.gif');
  return form;
}

/** Path parameters that are well-formed and name nothing, by vendor and name; an UUID where none is told. */
const nothing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dixa: {
    ...{version: 'v1', conversationId: '999999', csid: '999999'},
    ...{contactEndpointId: 'nobody@customer.example', event: 'ConversationClosed'},
  },
  opencx: {name: 'parcel.gif'},
  symbl: {conversationId: '1111111111111111', entityId: '1111111111111111'},
};

/** The path of an operation with ids that name nothing. */
export function pathToNothing({name: vendor}: Pick<Vendor, 'name'>, path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => nothing[vendor]?.[name] ?? nobody);
}
