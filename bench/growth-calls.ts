import type {SeedData, Seeds} from '../src/engine/index.js';
import type {Standin} from '../src/index.js';

/** A call whose time must not depend on how much else there is. */
export interface GrowthCall {
  readonly name: string;
  readonly vendor: 'dixa' | 'opencx' | 'symbl';
  readonly method: string;
  readonly status: number;
  /** The vendor's own path for the conversation of that number. */
  readonly path: (number: number) => string;
  readonly body?: (number: number) => unknown;
  /** How long the sandbox's clock goes on within the measured time, so that what was accepted is carried out. */
  readonly advance?: string;
}

export const growthCalls: readonly GrowthCall[] = [
  {
    name: 'Dixa messages read',
    vendor: 'dixa',
    method: 'GET',
    status: 200,
    path: (number) => `/v1/conversations/${number}/messages`,
  },
  {
    name: 'Dixa close',
    vendor: 'dixa',
    method: 'PUT',
    status: 204,
    path: (number) => `/v1/conversations/${number}/close`,
  },
  {
    name: 'Dixa anonymize, accepted and carried out',
    vendor: 'dixa',
    method: 'PATCH',
    status: 202,
    path: (number) => `/v1/conversations/${number}/anonymize`,
    advance: 'PT1S',
  },
  {
    name: 'OpenCX history read',
    vendor: 'opencx',
    method: 'GET',
    status: 200,
    path: (number) => `/chat/sessions/${idOf(number)}/history`,
  },
  {
    name: 'OpenCX close',
    vendor: 'opencx',
    method: 'PATCH',
    status: 200,
    path: (number) => `/chat/sessions/${idOf(number)}`,
    body: () => ({status: 'closed_resolved'}),
  },
  {
    name: 'OpenCX redact a session',
    vendor: 'opencx',
    method: 'POST',
    status: 200,
    path: () => '/redaction/session',
    body: (number) => ({sessionId: idOf(number)}),
  },
  {
    name: 'Symbl messages read, redacted',
    vendor: 'symbl',
    method: 'GET',
    status: 200,
    path: (number) => `/v1/conversations/${symblId(number)}/messages?redact=true`,
  },
  {
    name: 'Symbl delete',
    vendor: 'symbl',
    method: 'DELETE',
    status: 200,
    path: (number) => `/v1/conversations/${symblId(number)}`,
  },
];

/** What the first conversation is numbered. */
export const firstNumber = 1_000_001;

/** A vendor's data: that many conversations, of two messages each, by a tenth as many people. */
export function growthSeed(vendor: GrowthCall['vendor'], size: number): Seeds {
  const numbers = Array.from({length: size}, (_, position) => firstNumber + position);
  const people = Array.from({length: Math.ceil(size / 10)}, (_, position) => position);
  const personOf = (number: number) => number % people.length;
  const data: Record<GrowthCall['vendor'], () => SeedData> = {
    dixa: () => ({
      endUsers: people.map((person) => ({
        id: idOf(person),
        createdAt: '2025-01-01T00:00:00Z',
        displayName: `Person ${person}`,
        email: `person-${person}@example.org`,
      })),
      conversations: numbers.map((number) => ({
        _type: 'MessengerConversation',
        id: number,
        requesterId: idOf(personOf(number)),
        channel: 'Messenger',
        createdAt: '2025-01-02T00:00:00Z',
        direction: 'Inbound',
        state: 'Open',
        stateUpdatedAt: '2025-01-02T00:00:00Z',
      })),
      messages: numbers.flatMap((number) =>
        [1, 2].map((turn) => ({
          id: idOf(number, turn),
          conversationId: number,
          authorId: idOf(personOf(number)),
          createdAt: `2025-01-02T00:00:0${turn}.000Z`,
          attributes: {_type: 'ChatAttributes', isAutomated: false, attachments: [], content: contentOf(number)},
        })),
      ),
    }),
    opencx: () => ({
      sessions: numbers.map((number) => ({
        id: idOf(number),
        organization_id: organization,
        status: 'open',
        ai_closure_type: null,
        sentiment: null,
        channel: {type: 'api'},
        ticket_number: number,
        assist_mode: false,
        created_at: '2025-01-02T00:00:00.000Z',
        updated_at: '2025-01-02T00:00:00.000Z',
      })),
      history: numbers.flatMap((number) =>
        [1, 2].map((turn) => ({
          id: idOf(number, turn),
          session_id: idOf(number),
          created_at: `2025-01-02T00:00:0${turn}.000Z`,
          event: {
            type: 'message',
            sender: {type: 'contact'},
            content: {type: 'text', text: `This is person ${number}.`},
            attachments: [],
            context: {},
          },
        })),
      ),
    }),
    symbl: () => ({
      conversations: numbers.map((number) => ({
        id: symblId(number),
        type: 'meeting',
        name: `Call ${number}`,
        startTime: '2025-01-02T00:00:00.000Z',
        endTime: '2025-01-02T00:00:02.000Z',
      })),
      messages: numbers.flatMap((number) =>
        [1, 2].map((turn) => ({
          id: symblId(number * 10 + turn),
          conversationId: symblId(number),
          position: turn,
          text: 'My social security number is 444-67-3334.',
          from: {},
          startTime: `2025-01-02T00:00:0${turn - 1}.000Z`,
          endTime: `2025-01-02T00:00:0${turn}.000Z`,
        })),
      ),
    }),
  };
  return {[vendor]: data[vendor]()};
}

/** Headers with the demo account's credential. */
export async function headersOf(standin: Standin, vendor: GrowthCall['vendor']): Promise<Record<string, string>> {
  const {env = {}} = standin.info.vendors[vendor] ?? {};
  if (vendor === 'dixa') return {authorization: env.DIXA_API_KEY ?? ''};
  if (vendor === 'opencx') return {authorization: `Bearer ${env.OPENCX_API_KEY}`};
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = env;
  const answer = await standin.fetch('/symbl/oauth2/token:generate', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({type: 'application', appId, appSecret}),
  });
  return {authorization: `Bearer ${((await answer.json()) as {accessToken: string}).accessToken}`};
}

/** The organization of the demo key, as OpenCX's seed names it. */
const organization = 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01';

function contentOf(number: number) {
  return {_type: 'Text', value: `This is person ${number}.`};
}

function idOf(number: number, turn = 0): string {
  return `00000000-0000-4000-800${turn}-${String(number).padStart(12, '0')}`;
}

function symblId(number: number): string {
  return `5${String(number).padStart(15, '0')}`;
}
