import {
  bearerOf,
  decodeSandbox,
  encodeSandbox,
  type Credentials,
  type IssuedCredentials,
  type Operation,
  type PlainRequest,
  type Reply,
} from '../../src/engine/index.js';
import {demoOrganization, type ApiKey, type WidgetToken} from './entities.js';
import {forbidden, unauthorized} from './errors.js';
import type {Caller, Collections} from './handler.js';
import {authenticateVisitor} from './visitors.js';

/** How the credentials of a sandbox begin; what follows is the sandbox and a check, so that no other is taken for one. */
const markers = {key: 'ocx_live_standin', widget: 'ocx_widget_standin'} as const;
const checkLength = 7;

/**
 * A full-access key of organization A, in the shape the vendor prints, and a token for its widget, whose shape is not
 * known. For `default` they are the demo credentials.
 */
export function issue(sandbox: string): IssuedCredentials {
  const isDemo = sandbox === 'default';
  const key: ApiKey = {
    id: isDemo ? 'ocx_live_demo5a3d9c7f1e8b2460' : credentialOf(markers.key, sandbox),
    name: 'Demo key',
    organization_id: demoOrganization,
  };
  const widget: WidgetToken = {
    id: isDemo ? 'ocx_widget_demo9b4e7d20c6f1a835' : credentialOf(markers.widget, sandbox),
    name: 'Demo widget',
    organization_id: demoOrganization,
  };
  return {
    env: {OPENCX_API_KEY: key.id, OPENCX_WIDGET_TOKEN: widget.id},
    seed: {apiKeys: [key], widgetTokens: [widget]},
  };
}

/** The sandbox that a request's key or widget token was issued for. */
export function sandboxOfRequest({headers}: PlainRequest): string | undefined {
  return sandboxOf(headers['x-bot-token'] ?? bearerOf(headers.authorization) ?? '');
}

/** The sandbox that a key or a widget token was issued for; none for the demo credentials and for those of a seed. */
function sandboxOf(credential: string): string | undefined {
  const marker = Object.values(markers).find((one) => credential.startsWith(one));
  if (marker === undefined) return undefined;
  const sandbox = decodeSandbox(credential.slice(marker.length, -checkLength));
  return sandbox !== undefined && credentialOf(marker, sandbox) === credential ? sandbox : undefined;
}

/** Finds out who calls: on the widget's paths a visitor, on all others a key; its organization is the caller's. */
export async function authenticate(
  credentials: Credentials<Collections>,
): Promise<{caller: Caller} | {refusal: Reply}> {
  const isWidget = credentials.operation?.path.startsWith('/backend/widget/') ?? false;
  const caller = isWidget ? await authenticateVisitor(credentials) : await authenticateKey(credentials);
  return caller ? {caller} : {refusal: unauthorized()};
}

/** The key, if there is such a one and it is not revoked (OPENCX-1, OPENCX-2). */
async function authenticateKey({headers, state, auth}: Credentials<Collections>): Promise<Caller | undefined> {
  const text = bearerOf(headers.authorization);
  if (text === undefined) return undefined;
  const known = await state.apiKeys.get(text);
  const key = known ?? (auth === 'any' ? {id: text, name: 'Any key', organization_id: demoOrganization} : undefined);
  return key?.revoked ? undefined : key;
}

/** Whether the key may use the operation; the scope stands in the document, beside the operation (OPENCX-3, OPENCX-4). */
export function authorize({scopes}: Caller, {extensions}: Operation): Reply | undefined {
  if (scopes === undefined) return undefined;
  return scopes.some((scope) => scope === extensions['x-standin-scope']) ? undefined : forbidden();
}

function credentialOf(marker: string, sandbox: string): string {
  const code = encodeSandbox(sandbox);
  return marker + code + checkOf(code);
}

/** Seven letters and digits that depend on every letter of the text (FNV-1a). */
function checkOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(36).padStart(checkLength, '0');
}
