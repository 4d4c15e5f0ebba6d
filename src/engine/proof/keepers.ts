import type {Entity} from '../../state/index.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Vendor} from '../vendor.js';
import {HeldEntities} from './held-entities.js';
import {fitsPattern} from './pointers.js';

/** A value in an entity, or in a line of the audit trail. */
export interface Value {
  readonly vendor: string;
  /** The full name of the collection, such as `dixa.endUsers`. */
  readonly collection: string;
  readonly entity: Entity;
  /** Leads from the entity to the value. */
  readonly pointer: string;
}

/** Tells which values the vendors' rules keep on purpose. */
export class Keepers {
  readonly #vendors: ReadonlyMap<string, Vendor>;
  readonly #held = new Map<string, HeldEntities>();
  readonly #holdings: Holdings;

  constructor(vendors: readonly Vendor[], holdings: Holdings) {
    this.#vendors = new Map(vendors.map((vendor) => [vendor.name, vendor]));
    this.#holdings = holdings;
  }

  /** The rule that keeps a value, such as `DIXA-42`; undefined when none does. */
  ruleFor({vendor: name, collection, entity, pointer}: Value): string | undefined {
    const vendor = this.#vendors.get(name);
    const keeper = vendor?.survives.find(
      (one) =>
        [one.collection, `${name}.${one.collection}`].includes(collection) &&
        one.pointers.some((pattern) => fitsPattern(pointer, pattern)) &&
        (one.when?.(entity, this.#heldBy(name), this.#holdings.behavioursOf(name)) ?? true),
    );
    return keeper?.rule;
  }

  #heldBy(vendor: string): HeldEntities {
    let held = this.#held.get(vendor);
    if (held === undefined) {
      held = new HeldEntities(vendor, this.#holdings.entities);
      this.#held.set(vendor, held);
    }
    return held;
  }
}
