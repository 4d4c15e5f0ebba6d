import type {Operation} from '../../openapi/index.js';
import type {ProblemContext} from '../problem.js';
import type {Reply} from '../reply.js';
import type {AnyScope, Vendor} from '../vendor.js';

/** A place where a fault may hit: an operation, or a path that leads to none. */
export interface Place {
  readonly vendor: Vendor;
  readonly operation: Operation | undefined;
}

/** What is asked for in a vendor's words. */
export interface Wording {
  readonly status: number;
  readonly html: boolean;
}

/** Every place of the vendors; those of one operation when it is named. */
export function placesOf(vendors: readonly Vendor[], operation: string | undefined): readonly Place[] {
  return vendors.flatMap((vendor): Place[] => {
    const operations = vendor.operationList.map((one) => ({vendor, operation: one}));
    if (operation === undefined) return [...operations, {vendor, operation: undefined}];
    return operations.filter((place) => place.operation.id === operation);
  });
}

/** Whether the vendor can say it there, whatever the call will be. */
export function hasWords({vendor, operation}: Place, {status, html}: Wording): boolean {
  const {method = 'GET', path = '/'} = operation ?? {};
  return (
    vendor.faults(status, {operation, method, path, target: path, html, behaviours: defaultsOf(vendor)}) !== undefined
  );
}

/** The statuses that the vendors have words for at one of the places, as a sentence lists them: `401, 404 or 500`. */
export function statusesAt(places: readonly Place[], html: boolean): string {
  const statuses = Array.from({length: 200}, (_, position) => 400 + position);
  const known = statuses.filter((status) => places.some((place) => hasWords(place, {status, html})));
  return [known.slice(0, -1).join(', '), ...known.slice(-1)].filter((text) => text !== '').join(' or ');
}

/** What the vendor says to a call; undefined where it has no words for that status. */
export type Say = (wording: Wording) => Reply | undefined;

/** The words of a vendor for a call. */
export function wordsFor(
  {method, path, target, operation}: ProblemContext,
  {vendor, scope: {behaviours}}: {readonly vendor: Vendor; readonly scope: Pick<AnyScope, 'behaviours'>},
): Say {
  return ({status, html}) => vendor.faults(status, {method, path, target, operation, html, behaviours});
}

function defaultsOf({behaviours}: Vendor): AnyScope['behaviours'] {
  return Object.fromEntries(Object.entries(behaviours).map(([name, behaviour]) => [name, behaviour.default]));
}
