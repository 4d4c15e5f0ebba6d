import type {KnownVendor} from '../../../src/registry.js';
import type {Operation} from '../../../src/openapi/index.js';
import {pathToNothing, refusals as others} from '../../referees/refusals.js';
import {bodyFor, samplesOf, type Sample} from '../../referees/transcript.js';
import {utf8} from '../bytes.js';
import type {Client, Sent} from '../client.js';
import {faceNames} from '../face.js';
import {encoded} from '../encoded.js';
import type {Transcript} from '../transcript.js';
import {sentOf, situationOf} from './operations.js';

/** Credentials that nobody has issued. */
const stranger = {authorization: 'Bearer nobody.knows.me', 'x-bot-token': 'nobody', 'x-api-key': 'nobody'};

/** What every operation refuses, what vendors refuse for what there is, and what they refuse for having no such route. */
export function refusals(vendor: KnownVendor): Transcript[] {
  const refusal = (what: string, run: Transcript['run']): Transcript => ({
    group: 'refusals',
    name: `${vendor.name} ${what}`,
    faces: faceNames,
    situation: situationOf(vendor),
    run,
  });
  const samples = new Map(samplesOf(vendor).map((sample) => [sample.operation.id, sample]));
  return [
    ...[...samples.values()].map((sample) => refusal(sample.operation.id, (client) => refuseOperation(client, sample))),
    ...(others[vendor.name] ?? []).map(({what, status, calls}) =>
      refusal(what, async (client) => {
        await client.signIn();
        for (const [position, {method, path, body}] of calls.entries()) {
          const sent = await plain(body);
          await client.call(method, path, position === calls.length - 1 ? {...sent, status} : sent);
        }
      }),
    ),
    refusal('addresses that there are not', refuseAddresses),
  ];
}

async function refuseOperation(client: Client, sample: Sample): Promise<void> {
  await client.signIn();
  const {operation, path} = sample;
  const {method, secured, body} = operation;
  const sent = await sentOf(client, sample);
  const ask = (target: string, other: Sent) => client.call(method, target, other);
  if (secured) {
    await ask(path, {...sent, nobody: true, status: 401});
    await ask(path, {...sent, headers: {...sent.headers, ...stranger}, status: 401});
  }
  if (namesSomething(operation)) await ask(pathToNothing(client.vendor, operation.path), sent);
  const query = operation.parameters.find((parameter) => parameter.in === 'query');
  if (query) await ask(`${path.split('?')[0]}?${query.name}=%5Bnonsense`, sent);
  await ask(`${path.split('?')[0]}?broken=%zz`, {});
  if (body === undefined) return;
  const json = {'content-type': 'application/json'};
  await ask(path, {headers: json, body: '{"a":'});
  await ask(path, {headers: json, body: '{}'});
  await ask(path, {headers: json});
  await ask(path, {headers: {'content-type': 'text/plain'}, body: 'text'});
  await ask(path, {headers: {'content-type': 'multipart/form-data; boundary=x'}, body: '--x\r\nbroken'});
}

async function refuseAddresses(client: Client): Promise<void> {
  await client.signIn();
  for (const path of ['/', '/nothing', '/v1', '/v1/', '/v1/nothing?x=1', '/%zz', '//', '/v1//conversations'])
    for (const nobody of [true, false]) await client.call('GET', path, {nobody});
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
    for (const {path} of client.vendor.operationList.filter((_, position) => position % 7 === 0))
      if (client.vendor.router.match(method, pathToNothing(client.vendor, path)).kind === 'wrong-method')
        await client.call(method, pathToNothing(client.vendor, path), {});
}

async function plain(body: unknown): Promise<Sent> {
  const {headers, body: bytes} = bodyFor({body});
  if (bytes instanceof FormData) return encoded(bytes);
  return {headers, ...(bytes !== undefined && {body: utf8(bytes)})};
}

function namesSomething({parameters}: Operation): boolean {
  return parameters.some((parameter) => parameter.in === 'path' && parameter.enum === undefined);
}
