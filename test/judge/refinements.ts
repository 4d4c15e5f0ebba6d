import fc, {type Arbitrary} from 'fast-check';
import {symbl} from '../../mocks/symbl/index.js';
import type {JsonObject, Vendor} from '../../src/engine/index.js';
import {valuesOf} from '../properties/schemas.js';
import type {Template} from '../properties/templates.js';

/** What a client knows about an operation beyond what a value drawn from its schemas can tell. */
export interface Refinement {
  /** No client calls it. */
  readonly isLeftOut?: true;
  /** How often it is called, next to others. */
  readonly weight?: number;
  /** Values of query parameters, in place of those that the schemas give. */
  readonly query?: Readonly<Record<string, Arbitrary<Template>>>;
  /** Bodies, in place of those that the schema gives. */
  readonly body?: (vendor: Vendor) => Arbitrary<Template>;
}

const {SYMBL_APP_ID: appId = '', SYMBL_APP_SECRET: appSecret = ''} = symbl.issue('default').env;

const png = () => fc.constant<Template>({file: {$text: 'png'}});

/** What is accepted for later is what a client can forget. */
const often = {weight: 5};

const refinements: Readonly<Record<string, Refinement>> = {
  patchConversationsConversationidAnonymize: often,
  patchConversationsConversationidMessagesMessageidAnonymize: often,
  patchEndusersUseridAnonymize: often,
  // Members are named by channels and thresholds, which the schema says of names, not of members.
  postQueues: {
    body: (vendor) =>
      valuesOf(vendor.document, bodyOf(vendor, 'postQueues')).map((body) => ({
        request: {
          ...((body as JsonObject).request as JsonObject),
          queueThresholds: {WaitingConversations: 10},
          doNotOfferTimeouts: {WidgetChat: 1},
          preferredAgentTimeouts: {Email: 300},
        },
      })),
  },
  // Raters are not named any more: the member is deprecated.
  postConversationsConversationidRatingsRatingidSubmit: {
    body: (vendor) =>
      valuesOf(vendor.document, bodyOf(vendor, 'postConversationsConversationidRatingsRatingidSubmit')).map((body) => ({
        ...(body as JsonObject),
        userId: undefined,
      })),
  },
  // OpenCX has no such call as far as anybody knows (OPENCX-64).
  getContact: {isLeftOut: true},
  redactSession: often,
  redactMessage: often,
  uploadMedia: {body: png},
  uploadWidgetFile: {body: png},
  generateToken: {body: () => fc.constant({type: 'application', appId, appSecret})},
  submitText: often,
  // Names of entities are written in capitals; null and nothing are right as well (SYMBL-60).
  getMessagesByConversationId: {
    weight: 3,
    query: {exclude: fc.constantFrom<Template>(null, [], ['PERSON_NAME'], ['LOCATION_CITY', 'PHONE_NUMBER'])},
  },
  updateSettings: {
    body: () =>
      fc
        .constantFrom('custom', 'default')
        .map((type) => [{op: 'add', path: '/redaction', value: {default: true, type, exclude: ['PERSON_NAME']}}]),
  },
};

/** What is to be known about an operation; nothing of most. */
export function refined(operation: string): Refinement {
  return refinements[operation] ?? {};
}

/** Where the schema of an operation's body stands. */
function bodyOf({operationList}: Vendor, operation: string): string {
  return operationList.find(({id}) => id === operation)?.body?.schema ?? '';
}
