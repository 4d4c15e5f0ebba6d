import {scenarioNames} from '../../../src/engine/index.js';
import type {VendorName} from '../../../src/index.js';
import type {Client} from '../client.js';
import {faceNames} from '../face.js';
import type {Transcript} from '../transcript.js';

const sessionId = '123e4567-e89b-12d3-a456-426614174000';

const calls: Readonly<Record<VendorName, (client: Client) => Promise<void>>> = {
  dixa: async (client) => {
    const headers = {authorization: client.env.DIXA_API_KEY ?? ''};
    await client.call('GET', '/v1/conversations/10749', {headers});
    await client.call('PATCH', '/v1/conversations/10749/anonymize', {headers});
    await client.call('GET', '/v1/search/conversations?query=parcel', {headers});
  },
  opencx: async (client) => {
    const headers = {authorization: `Bearer ${client.env.OPENCX_API_KEY ?? ''}`};
    await client.call('GET', '/chat/sessions', {headers});
    await client.call('POST', '/redaction/session', {headers, json: {sessionId}});
    await client.call('GET', `/chat/sessions/${sessionId}/history`, {headers});
  },
  symbl: async (client) => {
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = client.env;
    const credentials = {type: 'application', appId, appSecret};
    const answer = await client.call('POST', '/oauth2/token:generate', {json: credentials});
    const headers = {'x-api-key': answer.status === 200 ? (answer.read().accessToken ?? '') : 'none'};
    await client.call('GET', '/v1/conversations/5083268647485440/messages', {headers});
    const json = {messages: [{payload: {content: 'Hello, I am Ada Example.'}}]};
    await client.call('POST', '/v1/process/text', {headers, json});
    await client.call('POST', '/v1/process/text', {headers, json});
  },
};

/** Every scenario of every vendor: limits with their headers, revoked credentials, calls that fail every third time. */
export const scenarios: readonly Transcript[] = (Object.keys(calls) as VendorName[]).flatMap((vendor) =>
  scenarioNames.map((scenario) => ({
    group: 'scenarios',
    name: `${vendor} in ${scenario}`,
    faces: faceNames,
    situation: {vendor, scenario},
    run: async (client) => {
      for (let round = 0; round < 3; round += 1) {
        await calls[vendor](client);
        await client.advance('PT20S');
      }
    },
  })),
);
