import {addressOf, type PlainRequest, type Vendor} from '../engine/index.js';

/** Whom a call was for. */
export interface Addressee {
  readonly vendor: Vendor;
  readonly sandbox: string;
  /** Path and query as the vendor knows them. */
  readonly target: string;
}

/** A call, and the vendors that it may be for. */
export interface Sent extends Pick<PlainRequest, 'method' | 'target' | 'headers'> {
  /** Without port; empty when nobody knows. */
  readonly host: string;
  /** As sent. */
  readonly body: string | undefined;
  /** The vendor whom all calls are for, so that nothing stands before its own path. */
  readonly vendor?: string;
}

const encoder = new TextEncoder();

/**
 * Whom a call was for: by the vendor's own host, by a stand-in's paths on any host, or by the header that names a sandbox
 * there. A sentence that tells why it was for nobody.
 */
export function addresseeOf(sent: Sent, vendors: readonly Vendor[]): Addressee | string {
  const known = new Map(vendors.map((vendor) => [vendor.name, vendor]));
  const host = sent.host.toLowerCase().replace(/\.$/, '');
  const address = addressOf(requestOf(sent, host), known);
  if (address.kind === 'bad-sandbox') return 'The call names a sandbox that there cannot be.';
  if (address.kind === 'control') return 'The call is to the stand-in itself, not to a vendor.';
  if (address.kind === 'vendor') {
    const {vendor, sandbox, target, prefix} = address;
    const isNamed = sent.vendor !== undefined || vendor.hosts.includes(host) || prefix.endsWith(`/${vendor.name}`);
    // An engine of one vendor takes every other address for that vendor's; a recording holds calls to anybody.
    if (isNamed) return {vendor, sandbox, target};
  }
  const stranger = 'The call is to none of the vendors.';
  if (sent.headers['x-standin-sandbox'] === undefined) return stranger;
  // A vendor's own port at a stand-in.
  const [only, ...others] = knowing(sent, vendors);
  if (only === undefined) return stranger;
  return others.length > 0 ? ambiguous : addresseeOf({...sent, vendor: only.name}, [only]);
}

const ambiguous = 'More than one vendor has such an operation: call a stand-in with the vendor’s name before the path.';

/** The vendors who have an operation of that method and path; if none has, those who have the path. */
export function knowing(
  {method, target}: Pick<Sent, 'method' | 'target'>,
  vendors: readonly Vendor[],
): readonly Vendor[] {
  const path = target.split('?', 1)[0] as string;
  const matches = vendors.map((vendor) => ({vendor, kind: vendor.router.match(method, path).kind}));
  const found = matches.filter(({kind}) => kind === 'found');
  return (found.length > 0 ? found : matches.filter(({kind}) => kind === 'wrong-method')).map(({vendor}) => vendor);
}

/** Only a vendor who looks for its sandbox in the body has it encoded. */
function requestOf({method, target, headers, body, vendor}: Sent, host: string): PlainRequest {
  return {
    method,
    target,
    headers,
    get body() {
      return body === undefined ? undefined : encoder.encode(body);
    },
    origin: `https://${host}`,
    ...(vendor !== undefined && {vendor}),
  };
}
