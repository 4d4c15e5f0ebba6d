import {Option, type Command} from 'commander';
import {CommandError, exitCodes} from './exit.js';

/** Which stand-in, and which sandbox of it, a command speaks to. */
export interface RemoteSettings {
  readonly url: string;
  readonly sandbox: string;
  readonly adminToken?: string;
  readonly json: boolean;
}

/** Adds the flags that say which stand-in is meant, and which sandbox of it. */
export function withAddress(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'where the stand-in listens').env('STANDIN_URL').default(defaultUrl()))
    .addOption(new Option('--sandbox <id>', 'which sandbox is meant').env('STANDIN_SANDBOX').default('default'))
    .addOption(new Option('--admin-token <token>', 'as the stand-in was started with').env('STANDIN_ADMIN_TOKEN'));
}

/** Adds the flags that every verb has. */
export function withRemote(command: Command): Command {
  return withAddress(command).option('--json', 'print what was answered as JSON', false).exitOverride();
}

/** Where `standin start` listens by the same environment. */
export function defaultUrl(): string {
  return `http://${process.env.STANDIN_HOST ?? '127.0.0.1'}:${process.env.STANDIN_PORT ?? '4020'}`;
}

/** What is said: a method, a path below `/_standin`, and what goes with it. */
export interface Saying {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Says something to a running stand-in.
 * @returns its JSON answer; undefined where it has none.
 * @throws CommandError when nobody listens there, or with the sentence of its refusal.
 */
export async function say(
  settings: RemoteSettings,
  method: string,
  path: string,
  saying: Saying = {},
): Promise<unknown> {
  const response = await send(settings, method, path, saying);
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** As {@link say}, with the answer's body still to be read. */
export async function send(
  {url, sandbox, adminToken}: RemoteSettings,
  method: string,
  path: string,
  {query = {}, headers, body}: Saying = {},
): Promise<Response> {
  const target = targetOf(url, path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) target.searchParams.set(name, String(value));
  }
  const response = await fetch(target, {
    method,
    headers: {
      'x-standin-sandbox': sandbox,
      ...(adminToken !== undefined && {authorization: `Bearer ${adminToken}`}),
      ...(body !== undefined && {'content-type': 'application/json'}),
      ...headers,
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  }).catch(() => {
    throw new CommandError(
      exitCodes.couldNotStart,
      `No stand-in answers at ${url}; start one with standin start, or name another with --url.`,
    );
  });
  if (!response.ok) throw new CommandError(exitCodes.badUsage, await detailOf(response));
  return response;
}

/** Prints an answer: as JSON if that was asked for, otherwise in the command's own words. */
export function print({json}: Pick<RemoteSettings, 'json'>, answer: unknown, text: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(answer ?? null)}\n` : `${text()}\n`);
}

function targetOf(url: string, path: string): URL {
  const base = url.replace(/\/+$/, '');
  if (!URL.canParse(`${base}/_standin${path}`))
    throw new CommandError(
      exitCodes.badUsage,
      `${JSON.stringify(url)} is no address; use one such as ${defaultUrl()}.`,
    );
  return new URL(`${base}/_standin${path}`);
}

async function detailOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const {detail} = JSON.parse(text) as {detail?: unknown};
    if (typeof detail === 'string') return detail;
  } catch {
    // Whoever answers there is no stand-in; its status has to do.
  }
  return `${new URL(response.url).origin} answered ${response.status}, which is no stand-in's refusal; check --url.`;
}
