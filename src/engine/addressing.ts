import type {PlainRequest} from './request.js';
import type {Vendor} from './vendor.js';

/** The sandbox that is meant when nobody names one. */
export const defaultSandbox = 'default';

/** Where everything of the stand-in's own lives. */
export const controlPrefix = '/_standin';

/** What a sandbox may be called: a test's name or a UUID, safe in paths, headers and credentials. */
export const sandboxPattern = /^[A-Za-z0-9_-]{1,40}$/;

/** What a request is for. */
export type Address =
  | {
      readonly kind: 'vendor';
      readonly vendor: Vendor;
      readonly sandbox: string;
      /** Path and query as the vendor knows them. */
      readonly target: string;
      /** What was cut off before them. */
      readonly prefix: string;
    }
  | {readonly kind: 'control'; readonly sandbox: string; readonly target: string}
  | {readonly kind: 'bad-sandbox'}
  /** Neither a vendor's nor the control plane's: a page, or nothing. */
  | {readonly kind: 'other'; readonly path: string};

/** Tells what a request is for: which vendor, which sandbox, and the vendor's own path. */
export function addressOf(request: PlainRequest, vendors: ReadonlyMap<string, Vendor>): Address {
  const named = request.headers['x-standin-sandbox'];
  if (named !== undefined && !sandboxPattern.test(named)) return {kind: 'bad-sandbox'};
  const mount = request.mount ?? '';
  const {sandbox: inPath, cut, rest} = cutSandbox(request.target);
  if (inPath !== undefined && !sandboxPattern.test(inPath)) return {kind: 'bad-sandbox'};
  const asked = named ?? inPath;

  const found = vendorOf(request, rest, vendors);
  if (found === undefined && startsWithSegment(rest, controlPrefix)) {
    return {kind: 'control', sandbox: asked ?? defaultSandbox, target: rest};
  }
  if (found === undefined) return {kind: 'other', path: pathOf(rest)};
  const {vendor, target, segment} = found;
  const sandbox = asked ?? vendor.sandboxOf(request, pathOf(target)) ?? defaultSandbox;
  const prefix = mount + cut + segment;
  return {kind: 'vendor', vendor, sandbox, target, prefix: prefix.replace(/\/$/, '')};
}

/**
 * The prefix under which whoever brings neither header nor credential reaches the same sandbox: for addresses of files,
 * which are opened by anyone.
 */
export function openPrefix(
  {mount = ''}: Pick<PlainRequest, 'mount'>,
  {sandbox, prefix}: Pick<Address & {kind: 'vendor'}, 'sandbox' | 'prefix'>,
): string {
  const {rest} = cutSandbox(prefix.slice(mount.length));
  return `${mount}${sandbox === defaultSandbox ? '' : `/s/${sandbox}`}${rest.replace(/\/$/, '')}`;
}

/** Takes `/s/<id>` off the front. */
function cutSandbox(target: string): {sandbox?: string; cut: string; rest: string} {
  if (!target.startsWith('/s/')) return {cut: '', rest: target};
  const end = /[/?]/.exec(target.slice(3));
  const length = end === null ? target.length : 3 + end.index;
  const rest = target.slice(length);
  return {
    sandbox: target.slice(3, length),
    cut: target.slice(0, length),
    rest: rest.startsWith('/') ? rest : `/${rest}`,
  };
}

function vendorOf(
  request: PlainRequest,
  target: string,
  vendors: ReadonlyMap<string, Vendor>,
): {vendor: Vendor; target: string; segment: string} | undefined {
  const own = request.vendor === undefined ? undefined : vendors.get(request.vendor);
  if (own) return {vendor: own, target, segment: ''};
  // By host, whatever the scheme: behind a proxy the vendor's own address arrives as plain HTTP.
  const host = hostOf(request.origin);
  for (const vendor of vendors.values()) if (vendor.hosts.includes(host)) return {vendor, target, segment: ''};
  for (const vendor of vendors.values()) {
    const segment = `/${vendor.name}`;
    if (startsWithSegment(target, segment)) {
      const rest = target.slice(segment.length);
      return {vendor, target: rest.startsWith('/') ? rest : `/${rest}`, segment};
    }
  }
  if (vendors.size > 1 || startsWithSegment(target, controlPrefix) || pathOf(target) === '/') return undefined;
  const [only] = vendors.values();
  return only && {vendor: only, target, segment: ''};
}

function hostOf(origin: string): string {
  return origin.slice(origin.indexOf('//') + 2);
}

function startsWithSegment(target: string, segment: string): boolean {
  if (!target.startsWith(segment)) return false;
  const next = target[segment.length];
  return next === undefined || next === '/' || next === '?';
}

function pathOf(target: string): string {
  const end = target.indexOf('?');
  return end < 0 ? target : target.slice(0, end);
}
