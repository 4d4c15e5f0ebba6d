import {
  collection,
  defineVendor,
  duration,
  flag,
  signToken,
  type Handler,
  type Reply,
  type Vendor,
  type VendorDefinition,
} from '../../src/engine/index.js';
import type {ValidatorError} from '../../src/openapi/findings.js';
import type {OpenApiDocument, Validator} from '../../src/openapi/index.js';
import type {Entity} from '../../src/state/index.js';

/**
 * A vendor that exists nowhere, for tests of the engine: people pin notes to a board and have them erased later. It is
 * as small as it can be while it has everything the engine knows of: a version in the path, an unsecured operation, a
 * queue, a chain of transitions, personal fields, and operations that misbehave on request.
 */
export interface Note extends Entity {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly author?: string;
}

/** What transitions did, in the order in which they did it. */
export interface LogEntry extends Entity {
  readonly id: string;
  readonly what: string;
  readonly at: number;
}

interface Account extends Entity {
  readonly id: string;
  readonly token: string;
  readonly role: 'admin' | 'reader';
}

const collections = {
  notes: collection<Note>()({author: {by: (note) => note.author, sort: (note) => note.number}}),
  log: collection<LogEntry>()({all: {by: () => 'all'}}),
  accounts: collection<Account>()({token: {by: (account) => account.token}}),
};

const behaviours = {
  delay: duration('PT10S', {rule: 'TINY-1', about: 'How long an erasure takes.'}),
  loud: flag(false, {rule: 'TINY-2', about: 'Whether erasures are announced.'}),
};

type Text = {readonly content: {readonly 'application/json': {readonly message: string}}};
type NoteBody = {readonly content: {readonly 'application/json': Note}};
type OnNote = {readonly path: {readonly version: 'v1' | 'v2'; readonly noteId: string}};

interface Operations {
  getPing: {parameters: object; responses: {200: Text}};
  createNote: {
    parameters: {readonly path: {readonly version: 'v1' | 'v2'}; readonly query?: {readonly quiet?: boolean}};
    requestBody: {content: {'application/json': {readonly text: string; readonly author?: string}}};
    responses: {201: NoteBody; 400: Text};
  };
  getNote: {parameters: OnNote; responses: {200: NoteBody; 404: Text}};
  removeNote: {parameters: OnNote; responses: {204: object; 404: Text}};
  eraseNote: {
    parameters: OnNote & {readonly query?: {readonly after?: number; readonly transition?: string}};
    responses: {202: Text};
  };
  spoilNote: {parameters: OnNote; responses: {409: Text}};
  breakNote: {parameters: OnNote & {readonly query?: {readonly how?: string}}; responses: {200: NoteBody; 204: object}};
}

type On<Id extends keyof Operations> = Handler<Operations[Id], typeof collections, Account, typeof behaviours>;

const says = <Status extends number>(status: Status, message: string) => ({status, body: {message}}) as const;

const getPing: On<'getPing'> = () => says(200, 'pong');

const createNote: On<'createNote'> = ({body, state, ids, audit, caller}) => {
  const note = state.notes.save({id: ids.uuid(), number: ids.next('note'), ...body});
  audit({action: 'create', type: 'note', item: note.id, actor: caller.id});
  return {status: 201, body: note};
};

const getNote: On<'getNote'> = async ({params, state}) => {
  const note = await state.notes.get(params.noteId);
  return note ? {status: 200, body: note} : says(404, 'There is no such note');
};

const removeNote: On<'removeNote'> = async ({params, state}) => {
  if ((await state.notes.get(params.noteId)) === undefined) return says(404, 'There is no such note');
  state.notes.remove(params.noteId);
  return {status: 204};
};

/** Erases later: through the queue, or by another transition outside it. `deliver` announces the note by a webhook. */
const eraseNote: On<'eraseNote'> = ({params, query, schedule, deliver, behaviours: {delay}}) => {
  const after = query.after ?? delay;
  if (query.transition === 'deliver') deliver(params.noteId, {after});
  else if (query.transition)
    schedule(query.transition, params.noteId, {after, leaves: query.transition === 'announce'});
  else schedule('erase', params.noteId, {after, queue: 'erasures'});
  return says(202, 'Accepted');
};

/** Writes everything a handler can write, and then refuses. */
const spoilNote: On<'spoilNote'> = ({params, state, ids, schedule, audit}) => {
  state.notes.save({id: params.noteId, number: ids.next('note'), text: ids.uuid()});
  schedule('erase', params.noteId, {after: 0, queue: 'erasures'});
  audit({action: 'spoil', type: 'note', item: params.noteId, actor: ids.hex(8)});
  return says(409, 'Not like this');
};

/** Answers against the document, or not at all. */
const breakNote: On<'breakNote'> = ({query}) => {
  const replies: Record<string, Reply> = {
    status: {status: 418},
    body: {status: 200, body: {id: 5}},
    empty: {status: 200},
    surplus: {status: 204, body: {message: 'surplus'}},
    file: {status: 204, file: {bytes: new Uint8Array(1), type: 'application/octet-stream'}},
  };
  const reply = replies[query.how ?? ''];
  if (reply === undefined) throw new Error('A handler of the tiny vendor broke, as it was told to.');
  return reply as {status: 204};
};

const json = (schema: object) => ({content: {'application/json': {schema}}});
const text = json({$ref: '#/components/schemas/Text'});
const note = json({$ref: '#/components/schemas/Note'});
/** Refusals that every secured operation shares. */
const refusals = {400: text, 401: text, 403: text, 404: text};
const noteId = {name: 'noteId', in: 'path', required: true, schema: {type: 'string'}};

export const tinyDocument: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Tiny', version: '1'},
  security: [{token: []}],
  paths: {
    '/ping': {get: {operationId: 'getPing', security: [], responses: {200: text}}},
    '/{version}/notes': {
      parameters: [{$ref: '#/components/parameters/version'}],
      post: {
        operationId: 'createNote',
        'x-standin-max-body': 1000,
        parameters: [{name: 'quiet', in: 'query', schema: {type: 'boolean'}}],
        requestBody: {required: true, ...json({$ref: '#/components/schemas/NoteInput'})},
        responses: {201: note, ...refusals},
      },
    },
    '/{version}/notes/{noteId}': {
      parameters: [{$ref: '#/components/parameters/version'}, noteId],
      get: {operationId: 'getNote', responses: {200: note, ...refusals}},
      delete: {operationId: 'removeNote', 'x-role': 'admin', responses: {204: {}, ...refusals}},
    },
    '/{version}/notes/{noteId}/erase': {
      parameters: [{$ref: '#/components/parameters/version'}, noteId],
      post: {
        operationId: 'eraseNote',
        parameters: [
          {name: 'after', in: 'query', schema: {type: 'integer'}},
          {name: 'transition', in: 'query', schema: {type: 'string'}},
        ],
        responses: {202: text, ...refusals},
      },
    },
    '/{version}/notes/{noteId}/spoil': {
      parameters: [{$ref: '#/components/parameters/version'}, noteId],
      post: {operationId: 'spoilNote', responses: {409: text, ...refusals}},
    },
    '/{version}/notes/{noteId}/break': {
      parameters: [{$ref: '#/components/parameters/version'}, noteId],
      get: {
        operationId: 'breakNote',
        parameters: [{name: 'how', in: 'query', schema: {type: 'string'}}],
        responses: {200: note, 204: {}, ...refusals},
      },
    },
  },
  components: {
    parameters: {version: {name: 'version', in: 'path', required: true, schema: {type: 'string', enum: ['v1', 'v2']}}},
    schemas: {
      Text: {type: 'object', required: ['message'], properties: {message: {type: 'string'}}},
      NoteInput: {
        type: 'object',
        required: ['text'],
        properties: {
          text: {type: 'string', 'x-standin-personal': true},
          author: {type: 'string'},
        },
        additionalProperties: false,
      },
      Note: {
        type: 'object',
        required: ['id', 'number', 'text'],
        properties: {
          id: {type: 'string'},
          number: {type: 'integer'},
          text: {type: 'string', 'x-standin-personal': true},
          author: {type: 'string'},
        },
      },
    },
  },
};

/** A validator written by hand: the errors it finds are left on itself, as Ajv's are. */
export function validatorOf(judge: (value: Record<string, unknown>) => readonly ValidatorError[]): Validator {
  const validator: Validator = (value) => {
    const errors = judge(value as Record<string, unknown>);
    validator.errors = errors.length > 0 ? errors : null;
    return errors.length === 0;
  };
  return validator;
}

const schemas = '#/components/schemas';

const missing = (schema: string, name: string): ValidatorError => ({
  instancePath: '',
  schemaPath: `${schemas}/${schema}/required`,
  keyword: 'required',
  params: {missingProperty: name},
  message: `must have required property '${name}'`,
});

const isText = validatorOf((value) => (typeof value.message === 'string' ? [] : [missing('Text', 'message')]));
const isNote = validatorOf((value) => (typeof value.text === 'string' ? [] : [missing('Note', 'text')]));

const isNoteInput = validatorOf((value) => [
  ...(typeof value.text === 'string' ? [] : [missing('NoteInput', 'text')]),
  ...Object.keys(value)
    .filter((key) => key !== 'text' && key !== 'author')
    .map((key) => ({
      instancePath: '',
      schemaPath: `${schemas}/NoteInput/additionalProperties`,
      keyword: 'additionalProperties',
      params: {additionalProperty: key},
      message: 'must NOT have additional properties',
    })),
]);

const areTexts = {400: isText, 401: isText, 403: isText, 404: isText};

const account = (id: string, role: Account['role']): Account => ({id, role, token: tinyToken(id)});

/** The token of an account: of the seed's `admin` and `reader`, or the one that a sandbox issues. */
export function tinyToken(id: string): string {
  return signToken({id});
}

type TinyDefinition = VendorDefinition<Operations, typeof collections, Account, typeof behaviours>;

const definition: TinyDefinition = {
  name: 'tiny',
  title: 'Tiny',
  document: tinyDocument,
  validators: {
    getPing: {responses: {200: isText}},
    createNote: {body: isNoteInput, responses: {201: isNote, ...areTexts}},
    getNote: {responses: {200: isNote, ...areTexts}},
    removeNote: {responses: areTexts},
    eraseNote: {responses: {202: isText, ...areTexts}},
    spoilNote: {responses: {409: isText, ...areTexts}},
    breakNote: {responses: {200: isNote, ...areTexts}},
  },
  origins: ['https://api.tiny.example'],
  contentType: 'application/json; charset=utf-8',
  steps: ['route', 'authenticate', 'authorize', 'decode', 'validate'],
  untypedBody: 'refuse',
  collections,
  seed: {
    accounts: [account('admin', 'admin'), account('reader', 'reader')],
    notes: [{id: 'seeded', number: 0, text: 'Milk', author: 'anna'} as Note],
  },
  accounts: ['accounts'],
  behaviours,
  rules: [],
  issue: (sandbox) => ({
    env: {TINY_TOKEN: tinyToken(`issued-${sandbox}`)},
    seed: {accounts: [account(`issued-${sandbox}`, 'admin')]},
  }),
  sample: (baseUrl, env) => `curl ${baseUrl}/v1/notes/seeded -H 'authorization: Bearer ${env.TINY_TOKEN}'`,
  sandboxOf: () => undefined,
  authenticate: async ({headers, state}) => {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const caller = await state.accounts.first('token', token);
    return caller ? {caller} : {refusal: says(401, 'Who are you?')};
  },
  authorize: (caller, operation) =>
    operation.extensions['x-role'] === 'admin' && caller.role !== 'admin' ? says(403, 'You may not') : undefined,
  /** Only what can be spoilt is in conflict; a page is shown for 502 alone. */
  faults: (status, {operation, html}) => {
    if (html) return status === 502 ? {status, file: {bytes: new Uint8Array([60, 62]), type: 'text/html'}} : undefined;
    if (status === 429) return {...says(429, 'Slow down'), headers: {'Retry-After': '9'}};
    if (status === 409) return operation?.id === 'spoilNote' ? says(409, 'Not like this') : undefined;
    return status === 404 || status === 500 ? says(status, `Injected at ${operation?.id ?? 'nothing'}`) : undefined;
  },
  refuse: ({kind}) => says(kind === 'unknown-route' ? 404 : kind === 'fault' ? 500 : 400, kind),
  operations: {getPing, createNote, getNote, removeNote, eraseNote, spoilNote, breakNote},
  transitions: {
    erase: async ({state, ids, now}, id) => {
      const found = await state.notes.get(String(id));
      if (found) state.notes.save({id: found.id, number: found.number, text: ''});
      state.log.save({id: String(ids.next('log')), what: `erase ${id}`, at: now});
    },
    /** Looks at the note, and has it erased three seconds later. */
    review: async ({state, ids, now, schedule}, id) => {
      state.log.save({id: String(ids.next('log')), what: `review ${id}`, at: now});
      schedule('erase', id, {after: 3000});
    },
    /** Tells of the note by a webhook. */
    announce: ({deliver}, id) => {
      deliver(id);
      return Promise.resolve();
    },
  },
  webhooks: {
    request: async ({state, now}, id) => {
      const note = await state.notes.get(String(id));
      if (!note) return undefined;
      return {url: 'http://board.example/notes', headers: {'X-At': String(now)}, body: note.text, timeout: 1000};
    },
    report: ({state, ids, now}, id, result) => {
      const outcome = 'failure' in result ? result.failure : String(result.status);
      state.log.save({id: String(ids.next('log')), what: `told ${id}: ${outcome}`, at: now});
      return Promise.resolve();
    },
  },
};

/** The tiny vendor, or a variant of it. */
export function tinyVendor(changes: Partial<TinyDefinition> = {}): Vendor {
  return defineVendor({...definition, ...changes});
}
