import {parseToken} from '../engine/desks.js';
import type {JournalEntry, Operation, Vendor} from '../engine/index.js';
import {waysInto} from '../openapi/index.js';
import {headerGranted, type Grant} from './grants.js';
import type {StandIns} from './stand-ins.js';

/** Credentials that a stand-in issues, by vendor: `{dixa: {DIXA_API_KEY: '…'}}`. */
export type Issued = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Finds the credential that a call is to be made with again. */
export class CredentialKeeper {
  readonly #grants: readonly Grant[];
  readonly #issued: Issued;
  readonly #standIns: StandIns;
  /** The header of the credential that was granted last, by vendor and scheme. */
  readonly #last = new Map<string, string>();
  /** What a token of a credential stands for, by its name. */
  readonly #assigned = new Map<string, string>();

  constructor({grants, issued, standIns}: {grants: readonly Grant[]; issued: Issued; standIns: StandIns}) {
    this.#grants = grants;
    this.#issued = issued;
    this.#standIns = standIns;
    this.restart();
  }

  /** Back to the credentials that are issued before anybody calls. */
  restart(): void {
    this.#last.clear();
    this.#assigned.clear();
    for (const {vendor, scheme, before, variable} of this.#grants) {
      const value = variable === undefined ? undefined : this.#issued[vendor]?.[variable];
      if (value !== undefined) this.#last.set(`${vendor} ${scheme}`, before + value);
    }
  }

  /** Takes down a credential that an answer gave. */
  granted({vendor, operation}: Pick<JournalEntry, 'vendor' | 'operation'>, body: unknown): void {
    for (const grant of this.#grants) {
      if (grant.vendor !== vendor || grant.answer?.operation !== operation) continue;
      const header = headerGranted(grant, body);
      if (header !== undefined) this.#last.set(`${vendor} ${grant.scheme}`, header);
    }
  }

  /** The headers that carry credentials, for a call of the journal. */
  headersFor(
    {request: {headers}, response: {status}}: JournalEntry,
    vendor: Vendor,
    operation: Operation,
  ): Record<string, string> {
    const sent: Record<string, string> = {};
    const schemes = waysInto(vendor.document, operation).flat();
    for (const [written, value] of Object.entries(headers)) {
      const header = this.#nameOf(written);
      const own = schemes.filter((scheme) => scheme.header.toLowerCase() === header);
      const isCredential = own.length > 0 || header === 'authorization' || header === 'x-api-key';
      if (!isCredential) continue;
      const last = own.map(({name}) => this.#last.get(`${vendor.name} ${name}`)).find((one) => one !== undefined);
      sent[header] = this.#valueFor(value, {
        last: status === 401 ? undefined : last,
        before: own[0]?.isBearer ? 'Bearer ' : '',
      });
    }
    return sent;
  }

  /** A header that only security names is a token in the journal. */
  #nameOf(written: string): string {
    const token = parseToken(written);
    const known = token && this.#standIns.knownOf(token);
    return typeof known === 'string' ? known : written;
  }

  /** @param about.last undefined for a call that was refused: whoever made it had none that was good. */
  #valueFor(written: string, {last, before}: {readonly last: string | undefined; readonly before: string}): string {
    const token = parseToken(written);
    if (token === undefined) return written;
    const known = this.#standIns.knownOf(token) ?? this.#assigned.get(token.name);
    if (typeof known === 'string') return known;
    // The journal tells the word before it, such as `Bearer`.
    const word = token.shape === undefined ? before : `${token.shape} `;
    if (last === undefined) return word + this.#standIns.text(token.name);
    this.#assigned.set(token.name, last);
    return last;
  }
}
