import {covers, findingsOf, type Finding} from '../openapi/index.js';
import type {Exchange} from './exchange.js';
import type {Reply} from './reply.js';
import type {Vendor} from './vendor.js';

const none: readonly Finding[] = [];

/** Holds our own answer against the document. What it finds is a bug of ours. */
export function check({operation}: Exchange, reply: Reply, vendor: Vendor): readonly Finding[] {
  // Without an operation there is nothing to hold the answer against.
  if (operation === undefined) return none;
  const declared = operation.responses.get(reply.status);
  const pointer = `${operation.pointer}/responses`;
  if (declared === undefined) return [violation('status', `The status ${reply.status} is not declared.`, pointer)];
  if (reply.file && declared.types.length === 0)
    return [violation('body', 'No body is declared and one was given.', pointer)];
  if (reply.file && !covers(declared.types, reply.file.type))
    return [violation('type', `The media type ${reply.file.type} is not declared.`, pointer)];
  if (reply.body === undefined) {
    const missing = declared.types.length > 0 && reply.file === undefined;
    return missing ? [violation('required', 'A body is declared and none was given.', pointer)] : none;
  }
  if (declared.schema === undefined) return [violation('body', 'No body is declared and one was given.', pointer)];
  return findingsOf(vendor.validators[operation.id]?.responses[reply.status], reply.body, 'response');
}

/** A handler that threw, as a violation. Its message stays out: it may repeat what it was given. */
export function thrown({operation}: Exchange, error: unknown): Finding {
  const name = error instanceof Error ? error.name : typeof error;
  return violation('exception', `The handler threw a ${name}.`, operation?.pointer ?? '#');
}

function violation(keyword: string, message: string, schemaPath: string): Finding {
  return {location: 'response', path: '', keyword, params: {}, message, schemaPath};
}
