import {sha256} from '@noble/hashes/sha2';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils';
import type {Vendor} from '../../engine/index.js';
import type {JsonValue} from '../../openapi/index.js';
import type {RecordedExchange} from '../exchange.js';
import type {
  BodyV4,
  MatchingRules,
  PactV4,
  ProviderState,
  RequestV4,
  ResponseV4,
  WrittenInteraction,
} from './format.js';
import {bodyRules} from './matching.js';

/**
 * A call that is to be written into a Pact. A rehearsed call (`src/export/rehearsal.ts`) is one without more ado; it is not
 * named here, since what reads and writes files knows nothing of how the calls were come by.
 */
export interface PactCall {
  /** What it is called where it was journaled: `req-7`. */
  readonly entry: string;
  /** The vendor's name. */
  readonly vendor: string;
  /** `operationId` */
  readonly operation: string;
  /** The sandbox's time, ISO 8601. */
  readonly at: string;
  /** What was injected into it. */
  readonly fault?: string;
  readonly exchange: RecordedExchange;
}

/** What a Pact says beside its calls. */
export interface PactOptions {
  readonly vendor: Pick<Vendor, 'name' | 'document' | 'operationList'>;
  readonly consumer: string;
  /** Of this package. */
  readonly version: string;
  /** The scenario that the calls were made in. */
  readonly scenario: string;
  /** Behaviours as they were, by full name. Those of other vendors are passed over. */
  readonly behaviours?: Readonly<Record<string, string | number | boolean>>;
}

/** Headers that whoever sends a request makes of it. */
const ofTheWire = new Set(['accept-encoding', 'connection', 'content-length', 'host', 'transfer-encoding']);

/**
 * A Pact (version 4) of calls to one vendor. Its interactions build on each other: the first begins the stand-in anew, and
 * each stops its clock where the call was made. Calls to other vendors, and those into which something was injected, are left
 * out: neither is what this vendor answers.
 */
export function pactOf(
  calls: readonly PactCall[],
  {vendor, consumer, version, scenario, behaviours = {}}: PactOptions,
): PactV4 {
  const own = calls.filter((call) => call.vendor === vendor.name && call.fault === undefined);
  const switches = Object.entries(behaviours).filter(([name]) => name.startsWith(`${vendor.name}.`));
  const beginning: ProviderState = {
    name: 'the stand-in begins anew',
    params: {scenario, ...(switches.length > 0 && {behaviours: Object.fromEntries(switches)})},
  };
  const sentLater = new Set<string>();
  const interactions: WrittenInteraction[] = [];
  // From the last to the first: which values matter to later requests is known by then.
  for (const [position, call] of [...own.entries()].reverse()) {
    const clock: ProviderState = {name: 'the clock stands at', params: {at: call.at}};
    const number = String(position + 1).padStart(String(own.length).length, '0');
    const states = position === 0 ? [beginning, clock] : [clock];
    interactions.push(interactionOf(call, {number, vendor, states, sentLater}));
    for (const value of sentBy(call.exchange)) sentLater.add(value);
  }
  return {
    consumer: {name: consumer},
    provider: {name: vendor.name},
    interactions: interactions.reverse(),
    metadata: {pactSpecification: {version: '4.0'}, standin: {version}},
  };
}

interface Place {
  /** Of the interaction, as wide as the last one: Pact's tools may sort by description. */
  readonly number: string;
  readonly vendor: PactOptions['vendor'];
  readonly states: readonly ProviderState[];
  readonly sentLater: ReadonlySet<string>;
}

function interactionOf(
  {entry, operation: id, exchange}: PactCall,
  {number, vendor, states, sentLater}: Place,
): WrittenInteraction {
  const {status} = exchange.response;
  const description = `${number} ${id} → ${status} (${entry})`;
  const operation = vendor.operationList.find((one) => one.id === id);
  const shape = operation?.responses.get(status);
  const request = requestOf(exchange.request);
  const rules = [...new Set([...(operation?.rules ?? []), ...(shape?.rules ?? [])])];
  return {
    type: 'Synchronous/HTTP',
    description,
    key: bytesToHex(sha256(utf8ToBytes(JSON.stringify([description, request])))).slice(0, 16),
    pending: false,
    providerStates: states,
    request,
    response: responseOf(exchange.response, (body) => ({
      body: bodyRules(body, {document: vendor.document, schema: shape?.schema, sentLater}),
    })),
    comments: {
      text: operation ? [operation.summary] : [],
      references: {standin: {operation: id, entry, ...(rules.length > 0 && {rules: rules.join(', ')})}},
    },
  };
}

function requestOf({method, path, query, headers, body}: RecordedExchange['request']): RequestV4 {
  const names = Object.keys(headers).filter((name) => !ofTheWire.has(name));
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    method,
    path,
    ...(values.size > 0 && {query: Object.fromEntries(values)}),
    ...(names.length > 0 && {headers: Object.fromEntries(names.map((name) => [name, [headers[name] ?? '']]))}),
    ...(body !== undefined && {body: bodyOf(body, mediaTypeOf(headers))}),
  };
}

function responseOf(
  {status, headers, body}: RecordedExchange['response'],
  rulesFor: (body: JsonValue) => MatchingRules,
): ResponseV4 {
  const type = mediaTypeOf(headers);
  const written = body !== undefined && isText(type) ? bodyOf(body, type) : undefined;
  return {
    status,
    ...(type !== '' && {headers: {'content-type': [type]}}),
    ...(written && {body: written}),
    ...(written && isJson(type) && written.encoded === false && {matchingRules: rulesFor(written.content)}),
  };
}

/** What says it is JSON and is not is kept byte for byte. */
function bodyOf(text: string, type: string): BodyV4 {
  const contentType = type === '' ? 'application/octet-stream' : type;
  if (!isJson(type)) return {content: text, contentType, encoded: false};
  try {
    return {content: JSON.parse(text) as JsonValue, contentType, encoded: false};
  } catch {
    return {content: Buffer.from(text, 'utf8').toString('base64'), contentType, encoded: 'base64'};
  }
}

/** The media type without its parameters. */
function mediaTypeOf(headers: Readonly<Record<string, string>>): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function isJson(type: string): boolean {
  return /^application\/(\S+\+)?json$/.test(type);
}

/** Bytes that are no text cannot be told from what a recording made of them. */
function isText(type: string): boolean {
  return isJson(type) || type.startsWith('text/') || type === 'application/xml';
}

/** All values that a request sends, as text. */
function sentBy({request: {path, query, headers, body}}: RecordedExchange): readonly string[] {
  const values = [
    ...path.split('/').map(decoded),
    ...new URLSearchParams(query).values(),
    ...Object.values(headers).flatMap((value) => value.split(' ')),
  ];
  if (body === undefined || !isJson(mediaTypeOf(headers))) return values.filter((value) => value !== '');
  try {
    JSON.parse(body, (_, value: unknown) => {
      if (typeof value === 'string' || typeof value === 'number') values.push(String(value));
      return value;
    });
  } catch {
    // What cannot be read repeats nothing that was answered.
  }
  return values.filter((value) => value !== '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
