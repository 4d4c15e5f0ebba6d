import {utf8ToBytes} from '@noble/hashes/utils';
import type {WebhookSubscription} from './entities.js';

type Headers = Readonly<Record<string, string>>;
type Address = Pick<WebhookSubscription, 'url' | 'authorization' | 'customHeaders'>;

/** Headers that say where a request goes and where it ends: whoever sets them breaks it. */
const framing = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What receivers commonly take of headers and addresses, in characters. */
const longest = 8192;

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** Whether a request can be made of it. If not, it is refused where a subscription is made or changed (DIXA-89). */
export function isSendable({url, authorization, customHeaders}: Address): boolean {
  const secrets = secretsOf(authorization);
  const texts = [url, ...secrets, ...Object.entries(customHeaders).flat()];
  if (texts.reduce((sum, text) => sum + text.length, 0) > longest || !isAddress(url)) return false;
  if (authorization._type === 'TokenAuth' && !headerValue.test(authorization.value)) return false;
  return Object.entries(customHeaders).every(
    ([name, value]) => headerName.test(name) && !framing.has(name.toLowerCase()) && headerValue.test(value),
  );
}

/** The headers of a subscription as answers show them: its own, and the computed `Authorization` (DIXA-89). */
export function headersOf({authorization, customHeaders}: Omit<Address, 'url'>): Headers {
  const credentials = credentialsOf(authorization);
  return credentials === undefined ? customHeaders : withOwn(customHeaders, {Authorization: credentials});
}

/** Headers with some that count whatever else was named so, in any case. */
export function withOwn(headers: Headers, own: Headers): Headers {
  const names = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  const others = Object.entries(headers).filter(([name]) => !names.has(name.toLowerCase()));
  return {...Object.fromEntries(others), ...own};
}

function secretsOf(authorization: Address['authorization']): readonly string[] {
  if (authorization._type === 'BasicAuth') return [authorization.username, authorization.password];
  return authorization._type === 'TokenAuth' ? [authorization.value] : [];
}

function credentialsOf(authorization: Address['authorization']): string | undefined {
  switch (authorization._type) {
    case 'BasicAuth': {
      const {username, password} = authorization;
      return `Basic ${btoa(String.fromCharCode(...utf8ToBytes(`${username}:${password}`)))}`;
    }
    case 'TokenAuth':
      return `Bearer ${authorization.value}`;
    case 'NoAuth':
      return undefined;
  }
}

/** Credentials inside an address are no part of it; there is `authorization` for them. */
function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const {protocol, username, password} = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
