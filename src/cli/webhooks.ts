import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createStandin, type Signature} from '../index.js';
import {terminalColors} from './colors.js';
import {CommandError, exitCodes} from './exit.js';

/** How `standin webhooks listen` is told what to do. */
export interface ListenSettings {
  readonly port: number;
  readonly host: string;
  readonly secret?: string;
  readonly json: boolean;
}

/** What arrived, and what its signature is worth. */
interface Arrival {
  readonly method: string;
  readonly path: string;
  /** `valid`, `none`, `unchecked` without a secret, or a sentence that says what is wrong. */
  readonly signature: string;
  readonly body: string;
}

/** Most bytes of a webhook that are read. */
const maxBytes = 1024 * 1024;

/** `standin webhooks listen`: a receiver for trying out, until it is stopped. */
export async function listenForWebhooks({port, host, secret, json}: ListenSettings): Promise<void> {
  const {vendors} = await createStandin();
  const signatures = vendors.flatMap(({webhooks}) => webhooks?.signature ?? []);
  const server = createServer((message, response) => {
    arrivalOf(message, {signatures, secret}).then(
      (arrival) => {
        process.stdout.write(json ? `${JSON.stringify(arrival)}\n` : textOf(arrival));
        response.writeHead(200).end();
      },
      () => response.writeHead(413).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new CommandError(exitCodes.couldNotStart, `Cannot listen on ${host}: ${error.message}.`)),
    );
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  process.stdout.write(json ? `${JSON.stringify({url})}\n` : `Waiting for webhooks at ${terminalColors().bold(url)}\n`);
  const end = () => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

/** What signatures are checked with. */
interface Known {
  /** The vendors' ways to sign. */
  readonly signatures: readonly Signature[];
  readonly secret: string | undefined;
}

async function arrivalOf(message: IncomingMessage, known: Known): Promise<Arrival> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new RangeError('The webhook is too long.');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const {method = '', url: path = ''} = message;
  return {method, path, signature: verdictOn(message, body, known), body};
}

function verdictOn({headers}: IncomingMessage, body: string, {signatures, secret}: Known): string {
  const signed = signatures.find(({header}) => headers[header] !== undefined);
  if (signed === undefined) return 'none';
  if (secret === undefined) return 'unchecked';
  return signed.fault(String(headers[signed.header]), body, secret) ?? 'valid';
}

function textOf({method, path, signature, body}: Arrival): string {
  const {bold, green, yellow} = terminalColors();
  const verdict = signature === 'valid' ? green(signature) : yellow(signature);
  return `${bold(`${method} ${path}`)}  signature: ${verdict}\n${indented(body)}\n`;
}

/** JSON is shown line by line; anything else as it came. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
