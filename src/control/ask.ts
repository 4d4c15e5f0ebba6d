import {utf8ToBytes} from '@noble/hashes/utils';
import type {Operation} from '../openapi/index.js';
import type {Answers, Control, Operations} from './call.js';
import {controlPlane} from './on-demand.js';

/** What is said to the control plane. */
export interface Question {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Something that the stand-in was asked and did not do. A {@link RangeError}, since an argument is the reason. */
export class Refused extends RangeError {
  override readonly name = 'Refused';
  /** The HTTP status of the refusal, such as 404. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asks the control plane as an HTTP caller would, so that programs and HTTP callers get the same checks and answers. */
export type Ask = <Id extends keyof Operations & string>(id: Id, question?: Question) => Promise<Answers<Id>>;

/** What a program says to a stand-in about one sandbox. */
export function askerOf(control: Control, sandbox: string): Ask {
  return async <Id extends keyof Operations & string>(id: Id, question: Question = {}): Promise<Answers<Id>> => {
    const {operations, answerControl} = await controlPlane();
    const request = requestOf(operations, id, question);
    const {status, body} = await answerControl(request, {control, sandbox, target: request.target, origin: ''});
    const answer: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    if (status >= 400) throw new Refused(status, (answer as {detail: string}).detail);
    return answer as Answers<Id>;
  };
}

function requestOf(
  operations: readonly Operation[],
  id: string,
  {params = {}, query = {}, headers = {}, body}: Question,
) {
  const operation = operations.find((one) => one.id === id);
  if (operation === undefined) throw new RangeError(`The control plane has no operation ${id}.`);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return {
    method: operation.method,
    target: search === '' ? path : `${path}?${search}`,
    headers: {...(body !== undefined && {'content-type': 'application/json'}), ...headers},
    body: body === undefined ? undefined : utf8ToBytes(JSON.stringify(body)),
    origin: '',
  };
}
