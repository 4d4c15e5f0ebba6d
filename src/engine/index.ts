/** The engine: one request's way through a vendor. It knows no vendor, no server and no page. */
export {addressOf, controlPrefix, defaultSandbox, sandboxPattern, type Address} from './addressing.js';
export {collection, type State} from '../state/index.js';
export {
  inSchemaOrder,
  isObject,
  placeOf,
  readBoolean,
  schemaAt,
  unescapePointer,
  valueAt,
  type Finding,
  type Operation,
  type Schema,
  type JsonObject,
  type JsonValue,
  type ParameterDecoder,
} from '../openapi/index.js';
export {
  choice,
  duration,
  flag,
  integer,
  type Behaviour,
  type Behaviours,
  type BehaviourValue,
  type BehaviourValues,
} from './behaviours.js';
export {bearerOf, decodeSandbox, encodeSandbox, readToken, signToken} from './credentials.js';
export {fromBase64} from './base64.js';
export {Engine, TooManySandboxes, type EngineOptions, type Settled} from './engine.js';
export {Exchange} from './exchange.js';
export type {Ids} from './ids.js';
export type {Intercepted, Interceptor} from './interceptor.js';
export type {JournalEntry} from './journal.js';
export type {Problem, ProblemContext} from './problem.js';
export type {Inputs, OperationTypes, Replies, Reply} from './reply.js';
export type {PlainRequest, PlainResponse} from './request.js';
export type {AuditRecord} from './sandbox.js';
export {checkSeeds, SeedError, type Seeds} from './seeding.js';
export {
  defineVendor,
  type AuditEntry,
  type Call,
  type Credentials,
  type Handler,
  type IssuedCredentials,
  type Scope,
  type SeedData,
  type Step,
  type Transition,
  type Vendor,
} from './vendor.js';
