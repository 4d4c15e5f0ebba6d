import {bearerOf, readToken, signToken, type Credentials} from '../../src/engine/index.js';
import {demoOrganization, type Contact} from './entities.js';
import type {Caller, Collections, Scope} from './handler.js';

/**
 * The visitor of a page who calls through its widget: a token names the widget, and with it the organization, and the
 * contact's own token names the contact. Unknown if the contact is of another organization, or was removed.
 */
export async function authenticateVisitor({
  headers,
  sandbox,
  state,
  auth,
}: Credentials<Collections>): Promise<Caller | undefined> {
  const token = headers['x-bot-token'];
  if (!token) return undefined;
  const anyWidget = {id: token, name: 'Any widget', organization_id: demoOrganization};
  const widget = (await state.widgetTokens.get(token)) ?? (auth === 'any' ? anyWidget : undefined);
  const contactId = contactNamedBy(bearerOf(headers.authorization) ?? '', sandbox);
  if (widget === undefined || contactId === undefined) return undefined;
  const contact = await state.contacts.get(contactId);
  return contact?.organization_id === widget.organization_id ? {...widget, contact_id: contact.id} : undefined;
}

/** A token that names a contact. Tokens are kept nowhere: the same claims give the same token. */
export function contactToken(contact: Contact, {sandbox, now}: Pick<Scope, 'sandbox' | 'now'>): string {
  const {id: sub, organization_id} = contact;
  return signToken({sub, organization_id, iat: Math.floor(now / 1000), ...(sandbox !== 'default' && {sandbox})});
}

/** The contact that a token of this sandbox was made for. */
function contactNamedBy(token: string, sandbox: string): string | undefined {
  const claims = readToken(token);
  if (claims === undefined || (claims.sandbox ?? 'default') !== sandbox) return undefined;
  return typeof claims.sub === 'string' && signToken(claims) === token ? claims.sub : undefined;
}
