import type {JournalEntry, ScenarioName, Vendor} from '../../engine/index.js';
import {waysInto, type Operation, type SecurityScheme} from '../../openapi/index.js';
import {credentialHeaderNames} from '../derived/security.js';
import type {JudgedCall, Told} from './breach.js';
import {weakestMark} from './marks.js';
import {formOf, isMisshapen} from './security.js';

/** Scenarios in which a good client is refused as well. */
const refusing: readonly (ScenarioName | undefined)[] = ['revoked-key', 'partial-scope'];

/** What is wrong with the credential of a call. */
interface Problem {
  readonly message: string;
  readonly instead: string;
  readonly pointer: string;
}

/** Tells which calls to a vendor, in one sandbox, lack the right credential. It is asked about calls in their order. */
export class CredentialCheck {
  readonly #vendor: Vendor;
  readonly #names: ReadonlySet<string>;
  /** What was sent with calls that succeeded. */
  readonly #good = new Set<string>();
  /** Whether a call succeeded whose credential the recorder left out. */
  #hasUnseen = false;

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
    this.#names = credentialHeaderNames(vendor.document);
  }

  /** @param call with the scenario that it was made in. */
  breachesOf(call: JudgedCall, operation: Operation): readonly Told[] {
    const problem = this.#problemOf(call, operation);
    if (problem === undefined) return [];
    const {status} = call.entry.response;
    const refusal = operation.responses.get(status === 403 ? 403 : 401);
    const rules = refusal?.rules ?? [];
    const mark = weakestMark(this.#vendor, rules, refusal?.mark ?? operation.mark);
    return [{kind: 'authentication', ...problem, rules, mark}];
  }

  #problemOf(call: JudgedCall, operation: Operation): Problem | undefined {
    const {entry, scenario} = call;
    const {status} = entry.response;
    const isOpened = status >= 200 && status < 300;
    const sent = [...this.#names].map((name) => entry.request.headers[name]).filter((value) => value !== undefined);
    const isRefused = status === 401 || status === 403;
    if (isOpened) for (const value of sent) this.#good.add(value);
    const isUnseen = !call.hasCredentials && operation.secured && sent.length === 0;
    if (isOpened && isUnseen) this.#hasUnseen = true;
    // What is injected says nothing of the credential.
    if (entry.fault !== undefined && /^\d/.test(entry.fault)) return undefined;
    const missing = this.#missing(call, operation);
    if (missing !== undefined) return missing;
    const isExpected = call.origin === 'expected' && status < 400;
    if (isExpected) return this.#misshapen(entry, operation);
    if (!isRefused) return undefined;
    // What was good before has expired or was revoked: nobody knows that before asking.
    const wasGood = isUnseen ? this.#hasUnseen : sent.some((value) => this.#good.has(value));
    if (status === 401 && wasGood) return undefined;
    const misshapen = status === 401 ? this.#misshapen(entry, operation) : undefined;
    if (misshapen !== undefined) return misshapen;
    return refusing.includes(scenario) ? undefined : this.#refused(entry, operation);
  }

  /** Where credentials are recorded, one that is not there was not sent. */
  #missing({entry, hasCredentials}: JudgedCall, operation: Operation): Problem | undefined {
    const {
      request,
      response: {status},
      erased,
    } = entry;
    const isTold = status < 400 || status === 401 || status === 403;
    // Of what was erased since, the headers are gone.
    if (!isTold || !hasCredentials || !operation.secured || erased === true) return undefined;
    const isThere = ({header}: SecurityScheme) => request.headers[header.toLowerCase()] !== undefined;
    const ways = waysInto(this.#vendor.document, operation);
    if (ways.some((headers) => headers.every(isThere))) return undefined;
    const isPartial = ways.some((headers) => headers.some(isThere));
    return {
      message: isPartial ? 'The call has only one of its credentials.' : 'The call has no credential.',
      instead: `Send it as ${formsOf(ways, (header) => !isThere(header))}.`,
      pointer: '/request/headers',
    };
  }

  /** A header that is there, but in none of the forms that the vendor takes. */
  #misshapen({request}: JournalEntry, operation: Operation): Problem | undefined {
    const ways = waysInto(this.#vendor.document, operation);
    const headers = ways.flat().flatMap((scheme) => {
      const value = request.headers[scheme.header.toLowerCase()];
      return value === undefined ? [] : [{name: scheme.header, isWrong: isMisshapen(scheme, value)}];
    });
    const [wrong] = headers;
    if (wrong === undefined || !headers.every(({isWrong}) => isWrong)) return undefined;
    return {
      message: `The credential in the header ${wrong.name} has not the form that the vendor takes.`,
      instead: `Send it as ${formsOf(ways, () => true)}.`,
      pointer: `/request/headers/${wrong.name.toLowerCase()}`,
    };
  }

  #refused({request, response}: JournalEntry, operation: Operation): Problem {
    if (!operation.secured)
      return {
        message: 'The vendor does not know the credentials in the body.',
        instead: 'Send those that the vendor issued.',
        pointer: '/request/body',
      };
    const ways = waysInto(this.#vendor.document, operation);
    const header = ways.flat().find((one) => request.headers[one.header.toLowerCase()] !== undefined)?.header;
    const pointer = header === undefined ? '/request/headers' : `/request/headers/${header.toLowerCase()}`;
    const forms = formsOf(ways, () => true);
    // A recorder may have left it out.
    const refused = `The vendor refuses the credential${header === undefined ? ', if there was one' : ''}.`;
    return response.status === 401
      ? {message: refused, instead: `Send one that it knows, as ${forms}.`, pointer}
      : {message: 'The credential may not do this.', instead: `Send one that has the right, as ${forms}.`, pointer};
  }
}

/** How credentials are sent, as a sentence has it: the ways are alternatives. */
function formsOf(ways: readonly (readonly SecurityScheme[])[], isWanted: (scheme: SecurityScheme) => boolean): string {
  const [first = []] = ways;
  const wanted = first.filter(isWanted);
  return (wanted.length > 0 ? wanted : first).map((one) => `\`${formOf(one)}\``).join(' and ');
}
