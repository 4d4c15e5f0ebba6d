import type {JournalEntry, ScenarioName, Vendor} from '../../engine/index.js';
import type {Operation} from '../../openapi/index.js';
import {credentialHeaderNames, credentialHeadersOf} from '../derived/security.js';

/** Scenarios in which a good client is refused as well. */
const refusing: readonly (ScenarioName | undefined)[] = ['revoked-key', 'partial-scope'];

/** Tells which refusals of a vendor's are for want of the right credential. It is asked about entries in their order. */
export class CredentialCheck {
  readonly #vendor: Vendor;
  readonly #scenario: ScenarioName | undefined;
  readonly #names: ReadonlySet<string>;
  /** What was sent with calls that succeeded. */
  readonly #good = new Set<string>();

  constructor(vendor: Vendor, scenario: ScenarioName | undefined) {
    this.#vendor = vendor;
    this.#scenario = scenario;
    this.#names = credentialHeaderNames(vendor.document);
  }

  /** What is wrong with the credential of a call, as a sentence; undefined when nothing is. */
  problemOf(entry: JournalEntry, operation: Operation): string | undefined {
    const {status} = entry.response;
    const sent = [...this.#names].map((name) => entry.request.headers[name]).filter((value) => value !== undefined);
    if (status >= 200 && status < 300) for (const value of sent) this.#good.add(value);
    if (status !== 401 && status !== 403) return undefined;
    // An injected refusal says nothing of the credential.
    if (entry.fault !== undefined && /^\d/.test(entry.fault)) return undefined;
    // Of what was erased since, the headers are gone.
    const isThere = sent.length > 0 || entry.erased === true;
    if (operation.secured && !isThere) return `The call has no credential: send it in ${this.#headers(operation)}.`;
    // What was good before has expired or was revoked: nobody knows that before asking.
    if (status === 401 && sent.some((value) => this.#good.has(value))) return undefined;
    return refusing.includes(this.#scenario) ? undefined : this.#refusal(operation, status);
  }

  #refusal(operation: Operation, status: number): string {
    if (!operation.secured) return 'The vendor does not know the credentials in the body: send those that it issued.';
    const header = this.#headers(operation);
    return status === 401
      ? `The vendor refuses the credential: send in ${header} one that it knows and that may do this.`
      : `The credential may not do this: send in ${header} one that has the right.`;
  }

  #headers(operation: Operation): string {
    const names = credentialHeadersOf(this.#vendor.document, operation).map(({header}) => header);
    return `the header${names.length === 1 ? '' : 's'} ${names.join(' and ')}`;
  }
}
