import type {JournalEntry} from './entry.js';
import type {SentWebhook} from '../sandbox/clockwork.js';
import type {Tokens} from './tokens.js';

/** This machine's own origins. */
const ownOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?(?=[/?#]|$)/;

/** A webhook that left, for the journal. Any part of it may tell of people, so next to nothing of it can be read. */
export function entryOfWebhook(
  {vendor, at, request: {url, headers, body}, result}: SentWebhook,
  tokens: Tokens,
): Omit<JournalEntry, 'id'> {
  const origin = ownOrigin.exec(url)?.[0] ?? '';
  const signature = vendor.webhooks?.signature?.header;
  const shown = Object.entries(headers).map(([name, value]) => {
    const key = name.toLowerCase();
    if (key === 'content-type') return [key, value];
    return [key === signature || key === 'authorization' ? key : tokens.of(name), tokens.ofCredential(value)];
  });
  return {
    at: new Date(at).toISOString(),
    kind: 'webhook',
    vendor: vendor.name,
    request: {
      method: 'POST',
      path: origin + tokens.of(url.slice(origin.length)),
      query: {},
      headers: Object.fromEntries(shown) as Record<string, string>,
      body: tokens.of(body),
    },
    ...('failure' in result
      ? {response: {status: 0}, failure: withoutHost(result.failure, url, tokens)}
      : {response: {status: result.status, ...(result.body !== '' && {body: tokens.of(result.body)})}}),
    findings: [],
    violations: [],
  };
}

function withoutHost(failure: string, url: string, tokens: Tokens): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^\[(.*)\]$/, '$1') : '';
  return host === '' ? failure : failure.replaceAll(host, tokens.of(host));
}
