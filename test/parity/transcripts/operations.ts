import type {KnownVendor} from '../../../src/registry.js';
import {bodyFor, samplesOf, type Sample} from '../../referees/transcript.js';
import {utf8} from '../bytes.js';
import type {Client, Sent} from '../client.js';
import {encoded} from '../encoded.js';
import {faceNames, type Situation} from '../face.js';
import type {Transcript} from '../transcript.js';

/** A stand-in with every operation: one that is only assumed is off at first. */
export const situationOf = ({name: vendor}: KnownVendor): Situation =>
  vendor === 'opencx' ? {vendor, behaviours: {'opencx.contact_get': true}} : {vendor};

/** Every operation with every example of its document, each on a stand-in of its own. */
export function operations(vendor: KnownVendor): Transcript[] {
  return samplesOf(vendor).map((sample) => ({
    group: 'operations',
    name: `${vendor.name} ${sample.operation.id} ${sample.example}`.trim(),
    faces: faceNames,
    situation: situationOf(vendor),
    run: async (client) => {
      await client.signIn();
      await client.call(sample.operation.method, sample.path, await sentOf(client, sample));
    },
  }));
}

/** What goes out with a sample. `generateToken` is asked for with credentials that are known here. */
export async function sentOf(client: Client, sample: Sample): Promise<Sent> {
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = client.env;
  const body = sample.operation.id === 'generateToken' ? {type: 'application', appId, appSecret} : sample.body;
  const {headers, body: bytes} = bodyFor({...sample, body});
  if (bytes instanceof FormData) return encoded(bytes);
  return {headers, ...(bytes !== undefined && {body: utf8(bytes)})};
}
