import type {components} from '../../specs/dixa/generated/index.js';
import {isObject} from '../../src/engine/index.js';
import type {AttachmentSource, Attributes, Message} from './entities.js';
import type {Scope} from './handler.js';
import {exampleOrganization} from './configuration/organization.js';

type File = components['schemas']['File'];

/** The members of a message that hold an address of a file. */
const addresses = new Set(['url', 'recording']);

/** The path of a stored file, which is also its id. */
export function pathOf(organizationId: string, fileId: string): string {
  return `/private/${organizationId}/attachment/${fileId}`;
}

/** Keeps a copy of a file that was fetched; from then on a message holds the copy (DIXA-73). */
export function copyIn({state, ids}: Scope, {type, base64}: AttachmentSource, prettyName: string | undefined): File {
  const path = pathOf(exampleOrganization.id, ids.uuid());
  state.files.save({id: path, type, base64});
  return {url: path, ...(prettyName !== undefined && {prettyName})};
}

/** A message's files under the caller's base URL. They are stored by path, so that state does not depend on a port. */
export function withFullUrls(attributes: Attributes, baseUrl: string): Attributes {
  return mapAddresses(attributes, (url) => (url.startsWith('/') ? baseUrl + url : url)) as Attributes;
}

/** Removes every file that a message holds. */
export function removeFiles({state}: Scope, {attributes}: Message): void {
  mapAddresses(attributes, (path) => {
    state.files.remove(path);
    return path;
  });
}

/** How many files were sent with a message: its attachments and inline images (DIXA-46). */
export function countFiles({attributes}: Message): number {
  const attachments = 'attachments' in attributes ? attributes.attachments.length : 0;
  const inlineImages = 'inlineImages' in attributes ? attributes.inlineImages.length : 0;
  return attachments + inlineImages;
}

/** A copy with every address of a file changed, wherever in a message it stands. */
function mapAddresses(value: unknown, change: (address: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapAddresses(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      addresses.has(name) && typeof member === 'string' ? change(member) : mapAddresses(member, change),
    ]),
  );
}
