import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {operationsOf} from './operations.js';
import {Router} from './router.js';

type Parameters = readonly {readonly name: string; readonly in: string; readonly schema: object}[];

/** A router over operations written as `GET /path`; listed values of `{version}` stand behind the path: `v1,beta`. */
function routerOf(...lines: readonly string[]): Router {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const line of lines) {
    const [method = '', path = '', versions] = line.split(' ');
    const schema = {type: 'string', ...(versions && {enum: versions.split(',')})};
    const parameters: Parameters = path.includes('{version}') ? [{name: 'version', in: 'path', schema}] : [];
    paths[path] = {...paths[path], [method.toLowerCase()]: {operationId: line, parameters}};
  }
  return new Router(operationsOf({openapi: '3.1.0', info: {title: '', version: ''}, paths}));
}

/** What a request leads to, shortly: the operation with its parameters, or the kind of refusal. */
function lead(router: Router, method: string, path: string): unknown {
  const match = router.match(method, path);
  if (match.kind === 'found') return [match.operation.id, match.params];
  return match.kind === 'wrong-method' ? match.allowed : match.kind;
}

describe('the router', () => {
  it('takes a literal segment before a parameter', () => {
    const router = routerOf('GET /notes/{id}', 'GET /notes/latest');
    expect(lead(router, 'GET', '/notes/latest')).toEqual(['GET /notes/latest', {}]);
    expect(lead(router, 'GET', '/notes/later')).toEqual(['GET /notes/{id}', {id: 'later'}]);
  });

  it('falls back to the parameter where the literal branch ends in nothing', () => {
    const router = routerOf('GET /notes/latest/text', 'GET /notes/{id}/author', 'GET /{kind}/latest/size');
    expect(lead(router, 'GET', '/notes/latest/author')).toEqual(['GET /notes/{id}/author', {id: 'latest'}]);
    expect(lead(router, 'GET', '/notes/latest/size')).toEqual(['GET /{kind}/latest/size', {kind: 'notes'}]);
  });

  it('falls back to the parameter where the literal branch has another method', () => {
    const router = routerOf('POST /notes/search', 'GET /notes/{id}');
    expect(lead(router, 'GET', '/notes/search')).toEqual(['GET /notes/{id}', {id: 'search'}]);
    expect(lead(router, 'POST', '/notes/search')).toEqual(['POST /notes/search', {}]);
  });

  it('takes only the listed values of a parameter', () => {
    const router = routerOf('GET /{version}/notes v1,beta');
    expect(lead(router, 'GET', '/beta/notes')).toEqual(['GET /{version}/notes v1,beta', {version: 'beta'}]);
    expect(lead(router, 'GET', '/v2/notes')).toBe('unknown');
    expect(lead(router, 'GET', '/V1/notes')).toBe('unknown');
  });

  it('keeps the listed values of each operation apart', () => {
    const router = routerOf('GET /{version}/notes v1,beta', 'POST /{version}/notes/new beta', 'GET /{other}/notes/new');
    expect(lead(router, 'POST', '/beta/notes/new')).toEqual(['POST /{version}/notes/new beta', {version: 'beta'}]);
    expect(lead(router, 'POST', '/v1/notes/new')).toEqual(['GET']);
    expect(lead(router, 'GET', '/beta/notes/new')).toEqual(['GET /{other}/notes/new', {other: 'beta'}]);
  });

  it('gives each operation its own parameter names for the same place', () => {
    const router = routerOf('GET /notes/{id}', 'DELETE /notes/{noteId}');
    expect(lead(router, 'GET', '/notes/5')).toEqual(['GET /notes/{id}', {id: '5'}]);
    expect(lead(router, 'DELETE', '/notes/5')).toEqual(['DELETE /notes/{noteId}', {noteId: '5'}]);
  });

  it.each(['/notes/', '/notes//', '//notes', '/notes//text', '/', '', 'notes', '/notes/5/'])(
    'does not know %j: a slash more or an empty segment makes another path',
    (path) => {
      expect(lead(routerOf('GET /notes', 'GET /notes/{id}', 'GET /notes/{id}/text'), 'GET', path)).toBe('unknown');
    },
  );

  it('tells which methods a path has', () => {
    const router = routerOf('GET /notes', 'POST /notes');
    expect(lead(router, 'DELETE', '/notes')).toEqual(['GET', 'POST']);
    expect(lead(router, 'get', '/notes')).toEqual(['GET', 'POST']);
    expect(lead(router, 'DELETE', '/nothing')).toBe('unknown');
  });

  it('decodes segments after it split them', () => {
    const router = routerOf('GET /notes/{id}');
    expect(lead(router, 'GET', '/n%6Ftes/a%2Fb%20%C3%A9')).toEqual(['GET /notes/{id}', {id: 'a/b é'}]);
    expect(lead(router, 'GET', '/notes%2F5')).toBe('unknown');
    expect(lead(router, 'GET', '/notes/+')).toEqual(['GET /notes/{id}', {id: '+'}]);
  });

  it.each(['/notes/%', '/notes/%zz', '/notes/%C3', '/%E0%A4%A/x'])('refuses %s, which does not decode', (path) => {
    expect(lead(routerOf('GET /notes/{id}'), 'GET', path)).toBe('bad-encoding');
  });

  it('hands every text that a client encodes to the handler unchanged', () => {
    const router = routerOf('GET /notes/{id}/text');
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1}), (id) => {
        expect(lead(router, 'GET', `/notes/${encodeURIComponent(id)}/text`)).toEqual(['GET /notes/{id}/text', {id}]);
      }),
    );
  });

  it('never throws, whatever it is asked', () => {
    const router = routerOf('GET /{version}/notes/{id} v1', 'GET /__proto__/{id}', 'POST /constructor');
    const segment = fc.oneof(fc.string(), fc.constantFrom('v1', 'notes', '__proto__', 'constructor'));
    fc.assert(
      fc.property(fc.constantFrom('GET', 'constructor', ''), fc.array(segment), (method, segments) => {
        const {kind} = router.match(method, `/${segments.join('/')}`);
        expect(['found', 'unknown', 'wrong-method', 'bad-encoding']).toContain(kind);
      }),
    );
  });
});
