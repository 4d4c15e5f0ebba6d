import type {Request, RequestHandler, Response} from 'express';
import {check, type CheckReport} from '../../src/checks/index.js';
import {startBuiltIn, type BuiltIn} from '../../src/cli/check-built-in.js';
import {packageRoot} from '../../src/cli/package-root.js';
import {dixa} from '../../mocks/dixa/index.js';
import {opencx} from '../../mocks/opencx/index.js';
import {symbl} from '../../mocks/symbl/index.js';

const vendors = {dixa, opencx, symbl};

/** A vendor that is lied about. */
export type VendorName = keyof typeof vendors;

/** An answer on its way. Names of headers are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One way in which a server differs from the stand-in that it has behind it. */
export interface Lie {
  /** `operationId` of the calls that it is about. */
  readonly operation: string;
  /** Which of these calls, by method's target; all of them when absent. */
  readonly when?: (target: string) => boolean;
  /** Headers that the stand-in gets to see besides, whatever was sent. */
  readonly hears?: Readonly<Record<string, string>>;
  /** What is answered in place of the truth; `nothing` drops the connection. */
  readonly says?: (truth: Answer, target: string) => Answer | 'nothing';
}

/** What a failure is told apart by: `<workflow>/<step>: <severity> <check> <pointer>`. */
export type Finding = string;

/**
 * Runs some workflows against a stand-in that lies.
 * @param only words of `--only`.
 * @param lies as they are, or made with what is to be known of the stand-in, which is honest until then.
 */
export async function checkLiar(
  vendor: VendorName,
  only: readonly string[],
  lies: readonly Lie[] | ((target: BuiltIn) => Promise<readonly Lie[]>) = [],
): Promise<CheckReport> {
  let told: readonly Lie[] = [];
  const builtIn = await startBuiltIn(
    vendor,
    lying(vendor, () => told),
  );
  const {close, ...target} = builtIn;
  told = typeof lies === 'function' ? await lies(builtIn) : lies;
  const all = () => true;
  return check({
    targets: [{...target, builtIn: true, isLocal: true, mark: 'assumed', mayDo: all, examplesMayDo: all}],
    version: '0',
    root: packageRoot(),
    selection: {only, skip: []},
    wait: 30,
    bail: false,
    run: 'lies',
    clock: () => 0,
  }).finally(close);
}

/** Every failure of a report, in the order of its steps. */
export function findingsIn({vendors: all}: CheckReport): readonly Finding[] {
  return all.flatMap(({workflows}) =>
    workflows.flatMap(({id, steps}) =>
      steps.flatMap((step) =>
        step.failures.map(({severity, check: name, pointer}) =>
          `${id}/${step.id}: ${severity} ${name} ${pointer}`.trimEnd(),
        ),
      ),
    ),
  );
}

/** Puts a value at a JSON pointer of an answer's body: in the place of what is there, or besides. */
export function changed(pointer: string, value: unknown): NonNullable<Lie['says']> {
  return (truth) => ({
    ...truth,
    body: JSON.stringify(withMember(JSON.parse(truth.body), pointer.split('/').slice(1), value)),
  });
}

/** Takes a member out of an answer's body. */
export function dropped(pointer: string): NonNullable<Lie['says']> {
  return changed(pointer, undefined);
}

function withMember(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (typeof whole !== 'object' || whole === null) throw new Error(`There is nothing to put ${name} into.`);
  const member = withMember((whole as Record<string, unknown>)[name], rest, value);
  if (!Array.isArray(whole)) return {...whole, [name]: member};
  return whole.map((one: unknown, position) => (position === Number(name) ? member : one));
}

function lying(name: VendorName, lies: () => readonly Lie[]): RequestHandler {
  return (request, response, next) => {
    const target = request.url.slice(`/${name}`.length);
    const match = vendors[name].router.match(request.method, target.split('?')[0] as string);
    const id = match.kind === 'found' ? match.operation.id : undefined;
    const lie = lies().find(({operation, when}) => operation === id && (when?.(target) ?? true));
    if (lie === undefined) return next();
    Object.assign(request.headers, lie.hears);
    if (lie.says) altered(request, response, (truth) => lie.says?.(truth, target) ?? truth);
    next();
  };
}

/** Holds an answer back until it is whole, and sends another. */
function altered(request: Request, response: Response, change: (truth: Answer) => Answer | 'nothing'): void {
  const send = {writeHead: response.writeHead.bind(response), end: response.end.bind(response)};
  let head: Pick<Answer, 'status' | 'headers'> = {status: 0, headers: {}};
  response.writeHead = ((status: number, headers: Readonly<Record<string, string>> = {}) => {
    const lower = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), String(value)]);
    head = {status, headers: Object.fromEntries(lower) as Record<string, string>};
    return response;
  }) as typeof response.writeHead;
  response.end = ((chunk: string | Uint8Array = '') => {
    const said = attempt(change, {...head, body: Buffer.from(chunk as string).toString('utf8')});
    if (said === 'nothing') return request.socket.destroy();
    const {'content-length': _, ...headers} = said.headers;
    send.writeHead(said.status, {
      ...headers,
      ...(said.body !== '' && {'content-length': Buffer.byteLength(said.body)}),
    });
    return send.end(said.body);
  }) as typeof response.end;
}

/** A lie that cannot be told shows: its answer is another one than any test waits for. */
function attempt(change: (truth: Answer) => Answer | 'nothing', truth: Answer): Answer | 'nothing' {
  try {
    return change(truth);
  } catch (error) {
    return {status: 599, headers: {'content-type': 'text/plain'}, body: `${String(error)}: ${truth.body}`};
  }
}
