import type {Standin} from '../../index.js';
import {judgementOf, type Breach, type JudgedCall, type Situation} from './index.js';

/** Headers with a good credential of the vendor's. */
export function credentialsOf({info}: Standin, vendor: 'dixa' | 'opencx'): Record<string, string> {
  const {DIXA_API_KEY: dixa = '', OPENCX_API_KEY: opencx = ''} = info.vendors[vendor]?.env ?? {};
  return {authorization: vendor === 'dixa' ? dixa : `Bearer ${opencx}`};
}

/** Headers with a token of Symbl's. */
export async function symblToken(standin: Standin): Promise<Record<string, string>> {
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = standin.info.vendors.symbl?.env ?? {};
  const body = {type: 'application', appId, appSecret};
  const granted = await standin.fetch('/symbl/oauth2/token:generate', jsonOf('POST', {}, body));
  const {accessToken} = (await granted.json()) as {readonly accessToken: string};
  return {authorization: `Bearer ${accessToken}`};
}

export function jsonOf(method: string, headers: Record<string, string>, body: unknown): RequestInit {
  return {method, headers: {...headers, 'content-type': 'application/json'}, body: JSON.stringify(body)};
}

/** What there is to say of all calls in a stand-in's journal, with what shows only at the end. */
export async function judged(
  standin: Standin,
  {situation = {}, call = {}}: {readonly situation?: Situation; readonly call?: Partial<JudgedCall>} = {},
): Promise<readonly Breach[]> {
  const judgement = judgementOf(standin.vendors, situation);
  const entries = await standin.journal.entries();
  const told = entries.flatMap((entry) =>
    judgement.judge({entry, sandbox: 'default', origin: 'made', hasCredentials: true, ...call}),
  );
  return [...told, ...judgement.end()];
}

/** Calls Dixa or OpenCX with a good credential. @returns the JSON of the answer; an empty object where there is none. */
export async function askAs(standin: Standin, path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const vendor = path.startsWith('/dixa') ? 'dixa' : 'opencx';
  const answer = await standin.fetch(path, {
    ...init,
    headers: {...credentialsOf(standin, vendor), ...(init.headers as Record<string, string>)},
  });
  const text = await answer.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
