import type {Info} from '../src/index.js';

/** One call that every contender answers with the same bytes, as far as it can. */
export interface BenchedOperation {
  readonly name: string;
  readonly vendor: 'dixa' | 'symbl';
  readonly method: 'GET' | 'PATCH';
  /** The vendor's own path and query. */
  readonly path: string;
  readonly status: number;
  /** Request headers, given the stand-in's credentials. */
  headers(info: Info, url: string): Promise<Record<string, string>>;
}

export const operations: readonly BenchedOperation[] = [
  {
    name: 'Dixa anonymize',
    vendor: 'dixa',
    method: 'PATCH',
    path: '/beta/conversations/10749/anonymize?force=true',
    status: 202,
    headers: async (info) => ({authorization: info.vendors.dixa?.env.DIXA_API_KEY ?? ''}),
  },
  {
    name: 'Symbl messages, redacted',
    vendor: 'symbl',
    method: 'GET',
    path: '/v1/conversations/5083268647485440/messages?redact=true',
    status: 200,
    headers: async (info, url) => {
      const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = info.vendors.symbl?.env ?? {};
      const answer = await fetch(`${url}/symbl/oauth2/token:generate`, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({type: 'application', appId, appSecret}),
      });
      const {accessToken} = (await answer.json()) as {accessToken: string};
      return {authorization: `Bearer ${accessToken}`};
    },
  },
];
