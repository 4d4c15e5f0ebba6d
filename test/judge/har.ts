import type {Vendor} from '../../src/engine/index.js';
import type {Noted} from './client.js';

/** What a client noted as a HAR file, the way a browser's network panel or a proxy writes it. */
export function harTextOf(noted: readonly Noted[], vendors: readonly Vendor[]): string {
  const origins = new Map(vendors.map(({name, origins: [origin]}) => [name, origin]));
  const entries = noted.map(({vendor, at, exchange: {request, response}}) => {
    const {method, path, query, headers, body} = request;
    return {
      startedDateTime: at,
      time: 1,
      request: {
        method,
        url: `${origins.get(vendor)}${path}${query && `?${query}`}`,
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: pairsOf(headers),
        queryString: [...new URLSearchParams(query)].map(([name, value]) => ({name, value})),
        ...(body !== undefined && {postData: {mimeType: headers['content-type'] ?? '', text: body}}),
        headersSize: -1,
        bodySize: body?.length ?? 0,
      },
      response: {
        status: response.status,
        statusText: '',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: pairsOf(response.headers),
        content: {
          size: response.body?.length ?? 0,
          mimeType: response.headers['content-type'] ?? '',
          text: response.body ?? '',
        },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: {send: 0, wait: 1, receive: 0},
    };
  });
  return JSON.stringify({log: {version: '1.2', creator: {name: 'a client', version: '1'}, entries}});
}

function pairsOf(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => ({name, value}));
}
