import {vendorsNamed} from '../registry.js';
import {isOnThisMachine} from './loopback.js';
import {placeOf, placesOf, type Place} from './places.js';

/** What becomes of a request: a vendor answers, it is refused, or it goes its way. */
export type Route =
  | {readonly kind: 'answered'; readonly place: Place}
  | {
      readonly kind: 'refused';
      /** `other.example:8443` */
      readonly host: string;
      /** The rest of a sentence that begins with the host. */
      readonly why: string;
    }
  | {readonly kind: 'passed'};

/** What decides about requests. */
export interface Routing {
  /** Addresses that are answered. */
  readonly places: readonly Place[];
  /** Addresses of all vendors that there are. Their hosts are never let through: what is erased there stays erased. */
  readonly known: readonly Place[];
  /** What happens to all other hosts. This machine's own are let through in any case. */
  readonly unhandled: 'bypass' | 'error';
}

/** Decides about a request, `http:`, `https:` or a WebSocket's, by its URL. */
export function routeOf(url: string, {places, known, unhandled}: Routing): Route {
  const place = placeOf(url, places);
  if (place) return {kind: 'answered', place};
  const {host, hostname, protocol} = new URL(url);
  if (isOnThisMachine(host)) return {kind: 'passed'};
  const owner = known.find((one) => new URL(one.url).hostname === hostname.replace(/\.$/, ''));
  if (owner) return {kind: 'refused', host, why: reasonOf(owner, `${protocol}//${host}`, places)};
  if (unhandled === 'bypass') return {kind: 'passed'};
  return {
    kind: 'refused',
    host,
    why:
      'is no vendor that is stood in for, and requests to other hosts are refused: ' +
      'unhandled bypass (--unhandled bypass, STANDIN_UNHANDLED=bypass) lets them pass.',
  };
}

function reasonOf({vendor, url}: Place, asked: string, places: readonly Place[]): string {
  const isChosen = places.some((place) => place.vendor === vendor);
  const reason = isChosen
    ? `is ${vendor}'s, which is stood in for at ${url} and not at ${asked}`
    : `is ${vendor}'s, which is not among the vendors that are stood in for (--vendor, STANDIN_VENDOR)`;
  return `${reason}. A vendor's own host is never let through.`;
}

/** The addresses of all vendors that there are; their code is loaded for it. */
export async function knownPlaces(): Promise<readonly Place[]> {
  return placesOf(await vendorsNamed());
}
