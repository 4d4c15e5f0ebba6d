import {escapePointer} from '../../openapi/index.js';
import {UnitOfWork, type Entity} from '../../state/index.js';
import type {Vendor} from '../vendor.js';
import type {Clockwork} from './clockwork.js';
import {mergePatch} from './merge-patch.js';
import {behavioursOf, readRecord, type Sandbox} from './sandbox.js';
import {checkSeeds, type Seeds} from './seed-check.js';
import {SeedError} from './seed-error.js';
import {completed} from './seeding.js';
import {isExpected, pageOf, dataIn, tagged, type Page, type Tagged} from './state-reading.js';

/** Something of a sandbox's state that is asked for and is not there; says what there is. */
export class UnknownPlace extends Error {
  override readonly name = 'UnknownPlace';
}

/** Something of a sandbox's state that is not as its caller last saw it. */
export class StateChanged extends Error {
  override readonly name = 'StateChanged';
}

/** A collection of a vendor. */
export interface CollectionPlace {
  readonly vendor: string;
  readonly collection: string;
}

/** An entity in it. */
export interface EntityPlace extends CollectionPlace {
  readonly id: string;
}

/** What a caller thinks is there: the header `If-Match`. */
export interface Precondition {
  readonly ifMatch?: string | undefined;
}

/** Reads and changes the data of sandboxes, whatever vendor it is of. Every change is made as a whole or not at all. */
export class StateAccess {
  readonly #vendors: ReadonlyMap<string, Vendor>;
  readonly #clockwork: Clockwork;

  constructor({vendors, clockwork}: {readonly vendors: readonly Vendor[]; readonly clockwork: Clockwork}) {
    this.#vendors = new Map(vendors.map((vendor) => [vendor.name, vendor]));
    this.#clockwork = clockwork;
  }

  /** All vendors' data, as it can be given for a seed. */
  read(sandbox: Sandbox): Promise<Tagged<Seeds>> {
    return this.#inTurn(sandbox, () => this.#all(sandbox));
  }

  /** The data of one vendor. @throws UnknownPlace */
  async readVendor(sandbox: Sandbox, name: string): Promise<Tagged<Seeds[string]>> {
    const vendor = this.#vendor(name);
    const data = await this.#inTurn(sandbox, async () => dataIn(await sandbox.partition.dump(), [vendor]));
    return tagged(data[name] ?? {});
  }

  /** A page of a collection; its tag is that of the whole collection. @throws UnknownPlace */
  readCollection(
    sandbox: Sandbox,
    place: CollectionPlace,
    range: {readonly limit: number; readonly after: string | undefined},
  ): Promise<Tagged<Page>> {
    return this.#inTurn(sandbox, async () => {
      const list = await this.#list(sandbox, place);
      return {
        value: pageOf(list.value, range),
        get tag() {
          return list.tag;
        },
      };
    });
  }

  /** @throws UnknownPlace */
  readEntity(sandbox: Sandbox, place: EntityPlace): Promise<Tagged<Entity>> {
    return this.#inTurn(sandbox, () => this.#entity(sandbox, place));
  }

  /**
   * Puts data in place of that of the vendors it names; their accounts stay if it does not name those.
   * @returns the tag of all vendors' data.
   * @throws SeedError for data that cannot be; StateChanged.
   */
  replace(sandbox: Sandbox, data: unknown, precondition: Precondition): Promise<string> {
    return this.#writeData(sandbox, data, {...precondition, isWhole: true});
  }

  /** Adds data to what there is; where there is an entity of the same id, in its place. @throws SeedError; StateChanged. */
  add(sandbox: Sandbox, data: unknown, precondition: Precondition): Promise<string> {
    return this.#writeData(sandbox, data, {...precondition, isWhole: false});
  }

  /** Puts entities in place of all of a collection. @throws UnknownPlace, SeedError, StateChanged. */
  async replaceCollection(
    sandbox: Sandbox,
    place: CollectionPlace,
    {entities, ifMatch}: Precondition & {readonly entities: unknown},
  ): Promise<string> {
    this.#collection(place);
    const data = await checkSeeds({[place.vendor]: {[place.collection]: entities}}, this.#vendors);
    return this.#inTurn(sandbox, async () => {
      const there = await this.#list(sandbox, place);
      demand(ifMatch, there);
      await this.#write(sandbox, data, {gone: [{...place, entities: there.value}]});
      return (await this.#list(sandbox, place)).tag;
    });
  }

  /** Adds an entity, or puts it in place of the one with its id. @throws UnknownPlace, SeedError, StateChanged. */
  async putEntity(
    sandbox: Sandbox,
    place: EntityPlace,
    {entity, ifMatch}: Precondition & {readonly entity: unknown},
  ): Promise<Tagged<Entity> & {readonly isNew: boolean}> {
    this.#collection(place);
    const data = await this.#checkEntity(place, entity);
    return this.#inTurn(sandbox, async () => {
      const there = await sandbox.partition.get(nameOf(place), place.id);
      demand(ifMatch, there && tagged(there));
      await this.#write(sandbox, data);
      return {...(await this.#entity(sandbox, place)), isNew: there === undefined};
    });
  }

  /** Changes an entity by a JSON Merge Patch. @throws UnknownPlace, SeedError, StateChanged. */
  async mergeEntity(
    sandbox: Sandbox,
    place: EntityPlace,
    {patch, ifMatch}: Precondition & {readonly patch: unknown},
  ): Promise<Tagged<Entity>> {
    this.#collection(place);
    return this.#inTurn(sandbox, async () => {
      const there = await this.#entity(sandbox, place);
      demand(ifMatch, there);
      await this.#write(sandbox, await this.#checkEntity(place, mergePatch(there.value, patch)));
      return this.#entity(sandbox, place);
    });
  }

  /** Removes all entities of a collection. @throws UnknownPlace, StateChanged. */
  removeCollection(sandbox: Sandbox, place: CollectionPlace, {ifMatch}: Precondition): Promise<void> {
    return this.#inTurn(sandbox, async () => {
      const there = await this.#list(sandbox, place);
      demand(ifMatch, there);
      await this.#write(sandbox, {}, {gone: [{...place, entities: there.value}]});
    });
  }

  /** Removes an entity. What waits to be done to it finds it gone, and does nothing. @throws UnknownPlace, StateChanged. */
  removeEntity(sandbox: Sandbox, place: EntityPlace, {ifMatch}: Precondition): Promise<void> {
    return this.#inTurn(sandbox, async () => {
      const there = await this.#entity(sandbox, place);
      demand(ifMatch, there);
      await this.#write(sandbox, {}, {gone: [{...place, entities: [there.value]}]});
    });
  }

  async #writeData(
    sandbox: Sandbox,
    given: unknown,
    {ifMatch, isWhole}: Precondition & {readonly isWhole: boolean},
  ): Promise<string> {
    const data = await checkSeeds(given, this.#vendors);
    return this.#inTurn(sandbox, async () => {
      const there = await this.#all(sandbox);
      demand(ifMatch, there);
      const gone = isWhole ? this.#replacedBy(data, there.value) : [];
      await this.#write(sandbox, data, {gone});
      return (await this.#all(sandbox)).tag;
    });
  }

  /** What has to go for data that comes in place of it. */
  #replacedBy(data: Seeds, there: Seeds): readonly (CollectionPlace & {readonly entities: readonly Entity[]})[] {
    return Object.entries(data).flatMap(([vendor, own]) =>
      Object.entries(there[vendor] ?? {})
        .filter(([collection]) => Object.hasOwn(own, collection) || !this.#vendor(vendor).accounts.includes(collection))
        .map(([collection, entities]) => ({vendor, collection, entities})),
    );
  }

  /** Removes and saves in one unit of work. */
  async #write(
    sandbox: Sandbox,
    data: Seeds,
    {gone = []}: {readonly gone?: readonly (CollectionPlace & {readonly entities: readonly Entity[]})[]} = {},
  ): Promise<void> {
    const record = await readRecord(sandbox.partition);
    const unit = new UnitOfWork(sandbox.partition);
    for (const {entities, ...place} of gone) {
      const collection = unit.collection<Entity>(nameOf(place), this.#collection(place));
      for (const {id} of entities) collection.remove(id);
    }
    for (const [name, collections] of Object.entries(data)) {
      const vendor = this.#vendor(name);
      const behaviours = behavioursOf(sandbox, record, name);
      for (const change of await completed(vendor, collections, behaviours)) unit.buffer(change);
    }
    await unit.commit();
  }

  /** @throws SeedError whose places are those of the state: an entity has no position there, but an id. */
  async #checkEntity({vendor, collection, id}: EntityPlace, entity: unknown): Promise<Seeds> {
    const [before, after] = [`/${vendor}/${collection}/0`, `/${vendor}/${collection}/${escapePointer(id)}`];
    const data = await checkSeeds({[vendor]: {[collection]: [entity]}}, this.#vendors).catch((error: unknown) => {
      if (!(error instanceof SeedError)) throw error;
      throw new SeedError(error.problems.map((problem) => problem.replace(before, after)));
    });
    const said = data[vendor]?.[collection]?.[0]?.id;
    if (String(said) === id) return data;
    throw new SeedError([
      `${after}/id: must be ${JSON.stringify(id)}, as the address says; use one id in both places.`,
    ]);
  }

  async #all(sandbox: Sandbox): Promise<Tagged<Seeds>> {
    return tagged(dataIn(await sandbox.partition.dump(), [...this.#vendors.values()]));
  }

  async #list(sandbox: Sandbox, place: CollectionPlace): Promise<Tagged<readonly Entity[]>> {
    this.#collection(place);
    const data = dataIn(await sandbox.partition.dump(), [this.#vendor(place.vendor)]);
    return tagged(data[place.vendor]?.[place.collection] ?? []);
  }

  async #entity(sandbox: Sandbox, place: EntityPlace): Promise<Tagged<Entity>> {
    this.#collection(place);
    const entity = await sandbox.partition.get(nameOf(place), place.id);
    if (entity !== undefined) return tagged(entity);
    const {vendor, collection, id} = place;
    const list = `/_standin/state/${vendor}/${collection}`;
    throw new UnknownPlace(
      `There is no ${JSON.stringify(id)} in ${collection} of ${vendor}; GET ${list} lists what there is.`,
    );
  }

  #vendor(name: string): Vendor {
    const vendor = this.#vendors.get(name);
    if (vendor !== undefined) return vendor;
    throw new UnknownPlace(`There is no vendor ${JSON.stringify(name)}: use ${[...this.#vendors.keys()].join(', ')}.`);
  }

  #collection({vendor, collection}: CollectionPlace) {
    const {collections} = this.#vendor(vendor);
    const definition = Object.hasOwn(collections, collection) ? collections[collection] : undefined;
    if (definition !== undefined) return definition;
    const known = Object.keys(collections).join(', ');
    throw new UnknownPlace(`${vendor} has no collection ${JSON.stringify(collection)}: use ${known}.`);
  }

  /** Behind the requests that came before, and after what is due by now. */
  #inTurn<T>(sandbox: Sandbox, work: () => Promise<T>): Promise<T> {
    return sandbox.partition.exclusive(async () => {
      await this.#clockwork.settle(sandbox);
      return work();
    });
  }
}

/** @throws StateChanged */
function demand(ifMatch: string | undefined, there: Tagged<unknown> | undefined): void {
  if (isExpected(ifMatch, there)) return;
  const now = there === undefined ? 'nothing is there' : `it is ${there.tag} now`;
  throw new StateChanged(`This is not what If-Match expects: ${now}. Read it again, and change what you find then.`);
}

function nameOf({vendor, collection}: CollectionPlace): string {
  return `${vendor}.${collection}`;
}
