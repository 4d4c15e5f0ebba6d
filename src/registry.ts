/**
 * The vendors there are, each loaded when it is first needed: a page gets the code of those it names. A fourth one is
 * three folders and one line here; no other file of `src/` imports `mocks/`.
 */
import type {BehaviourSettings} from './engine/index.js';

const registry = {
  opencx: () => import('../mocks/opencx/index.js').then(({opencx}) => opencx),
  dixa: () => import('../mocks/dixa/index.js').then(({dixa}) => dixa),
  symbl: () => import('../mocks/symbl/index.js').then(({symbl}) => symbl),
} as const;

/** The name of a vendor. */
export type VendorName = keyof typeof registry;

/** A vendor that there is. */
export type KnownVendor = Vendors[VendorName];

type Vendors = {[Name in VendorName]: Awaited<ReturnType<(typeof registry)[Name]>>};

type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** What programs may name, so that a name that there is not does not compile. */
export interface KnownNames {
  readonly vendor: VendorName;
  /** Every `operationId`. */
  readonly operation: {[Name in VendorName]: keyof Vendors[Name]['operations'] & string}[VendorName];
  /** Every behaviour by its full name, with what it can be set to. */
  readonly behaviours: Both<{[Name in VendorName]: BehaviourSettings<Name, Vendors[Name]['behaviours']>}[VendorName]>;
}

/** An operation with its vendor: `dixa.patchConversationsConversationidAnonymize`. */
export type OperationName = {
  [Name in VendorName]: `${Name}.${keyof Vendors[Name]['operations'] & string}`;
}[VendorName];

/** All names, in the order in which they are told. */
export const vendorNames = Object.keys(registry) as readonly VendorName[];

/** Whether there is a vendor of that name. */
export function isVendorName(name: string): name is VendorName {
  return Object.hasOwn(registry, name);
}

/**
 * The vendors of these names, each once; all of them when there are no names.
 * @throws RangeError when one is not known.
 */
export async function vendorsNamed(names: readonly string[] = vendorNames): Promise<readonly KnownVendor[]> {
  return Promise.all([...new Set(names)].map((name) => registry[knownVendor(name)]()));
}

function knownVendor(name: string): VendorName {
  if (isVendorName(name)) return name;
  throw new RangeError(`There is no vendor ${JSON.stringify(name)}: use ${vendorNames.join(', ')}.`);
}
