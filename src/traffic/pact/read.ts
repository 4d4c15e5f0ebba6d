import type {Vendor} from '../../engine/index.js';
import {isObject} from '../../openapi/index.js';
import {addresseeOf, knowing, type Addressee, type Sent} from '../addressee.js';
import type {LeftOut, RecordedCall, Recording} from '../recording.js';
import {itemsOf, membersOf, statusOf, textOf} from '../shapes.js';
import {messageOf, queryOf} from './message.js';
import {pointersOf} from './pointers.js';

/** The interactions of version 4 that are calls over HTTP. */
const http = 'Synchronous/HTTP';

/** What holds for a whole Pact. */
interface Pact {
  /** Whom the Pact names as its provider, if that is one of the vendors. */
  readonly provider: Vendor | undefined;
  readonly vendors: readonly Vendor[];
  /** Bodies are as in version 4. */
  readonly isWrapped: boolean;
}

/**
 * Reads a Pact of versions 1 to 4. Of matchers the examples count: what a client sends is one of what it may send, and of an
 * answer it is what the client asks for at least.
 * @param file the whole file.
 */
export function readPact(file: Readonly<Record<string, unknown>>, vendors: readonly Vendor[]): Recording {
  const name = textOf(membersOf(file.provider).name);
  const pact = {provider: named(name, vendors), vendors, isWrapped: versionOf(file) >= 4};
  const calls: RecordedCall[] = [];
  const leftOut: LeftOut[] = [];
  for (const [position, interaction] of itemsOf(file.interactions).entries()) {
    const pointerOf = pointersOf(interaction, position, pact.isWrapped);
    const read = readInteraction(interaction, pointerOf, pact);
    if (typeof read === 'string') leftOut.push({pointer: pointerOf(''), why: read});
    else calls.push(read);
  }
  for (const position of itemsOf(file.messages).keys())
    leftOut.push({pointer: `/messages/${position}`, why: 'The interaction is a message, not a call over HTTP.'});
  return {format: 'pact', isOrdered: false, calls, leftOut};
}

/** A call that a client expects to make, or a sentence that tells why it is none. */
function readInteraction(
  interaction: unknown,
  pointerOf: RecordedCall['pointerOf'],
  pact: Pact,
): RecordedCall | string {
  const {type = http, request: given, response} = membersOf(interaction);
  if (type !== http) return 'The interaction is a message, not a call over HTTP.';
  if (!isObject(given)) return 'The interaction has no request.';
  const answer = membersOf(response);
  const status = statusOf(answer.status ?? 200);
  if (status === undefined) return 'The answer has a status that HTTP does not have.';
  const messages = messagesOf(given, answer, pact);
  if (messages === undefined) return 'A body nests too deeply to be read.';

  const method = (textOf(given.method) ?? 'GET').toUpperCase();
  const query = queryOf(given.query);
  const path = textOf(given.path) || '/';
  const {headers, body} = messages.request;
  const target = query === '' ? path : `${path}?${query}`;
  const addressee = providerOf({method, target, headers, body, host: ''}, pact);
  if (typeof addressee === 'string') return addressee;
  const [own = '', ...ownQuery] = addressee.target.split('?');
  return {
    vendor: addressee.vendor.name,
    sandbox: addressee.sandbox,
    origin: 'expected',
    hasCredentials: true,
    pointerOf,
    exchange: {
      request: {method, path: own, query: ownQuery.join('?'), ...messages.request},
      response: {status, ...messages.response},
    },
  };
}

/** Both messages; undefined when a body cannot be written as text, since it nests too deeply. */
function messagesOf(
  request: Readonly<Record<string, unknown>>,
  response: Readonly<Record<string, unknown>>,
  {isWrapped}: Pact,
) {
  try {
    return {request: messageOf(request, isWrapped), response: messageOf(response, isWrapped)};
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** By the provider's name, by a stand-in's path, or by the only vendor who has such an operation. */
function providerOf(sent: Sent, {provider, vendors}: Pact): Addressee | string {
  const byPath = addresseeOf(sent, vendors);
  if (typeof byPath !== 'string' && (provider === undefined || provider === byPath.vendor)) return byPath;
  const known = provider === undefined ? knowing(sent, vendors) : [provider];
  const [only, ...others] = known;
  if (only === undefined)
    return 'None of the vendors has such an operation, and the Pact’s provider names none of them.';
  if (others.length > 0) return 'More than one vendor has such an operation: name the vendor as the Pact’s provider.';
  return addresseeOf({...sent, vendor: only.name}, vendors);
}

/** The one vendor whose name is in that of a provider: `Dixa`, `dixa-api`, `Symbl.ai`. */
function named(provider: string | undefined, vendors: readonly Vendor[]): Vendor | undefined {
  const name = letters(provider ?? '');
  const [only, ...others] = vendors.filter((vendor) => name.includes(letters(vendor.name)));
  return others.length === 0 ? only : undefined;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** The version of Pact's specification; older tools spell it in other ways, and leave it out. */
function versionOf({metadata}: Readonly<Record<string, unknown>>): number {
  const {pactSpecification, 'pact-specification': older, pactSpecificationVersion} = membersOf(metadata);
  const version = membersOf(pactSpecification).version ?? membersOf(older).version ?? pactSpecificationVersion;
  return Number.parseInt(String(version ?? '2'), 10);
}
