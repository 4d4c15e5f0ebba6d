import {sha256} from '@noble/hashes/sha2';
import {utf8ToBytes} from '@noble/hashes/utils';
import {isObject} from '../../openapi/index.js';
import type {Change, Entity} from '../../state/index.js';
import {toBase64Url} from '../base64.js';
import type {Vendor} from '../vendor.js';
import type {Seeds} from './seed-check.js';

/** Something that was read. */
export interface Tagged<T> {
  readonly value: T;
  /** What tells this version of it from any other: an entity tag as HTTP has it. Worked out when it is asked for. */
  readonly tag: string;
}

/** A page of a collection. */
export interface Page {
  readonly entities: readonly Entity[];
  /** The id behind which the next page begins; absent on the last one. */
  readonly next?: string;
}

/** All data of vendors: every collection, empty ones as well, each in the order of its ids. */
export function dataIn(changes: readonly Change[], vendors: readonly Vendor[]): Seeds {
  const lists = new Map<string, Entity[]>();
  for (const {collection, entity} of changes) {
    const list = lists.get(collection);
    if (list === undefined) lists.set(collection, entity ? [entity] : []);
    else if (entity) list.push(entity);
  }
  return Object.fromEntries(
    vendors.map(({name, collections}) => [
      name,
      Object.fromEntries(Object.keys(collections).map((key) => [key, inOrder(lists.get(`${name}.${key}`) ?? [])])),
    ]),
  );
}

/** Those of a collection's entities that follow an id, as many as were asked for. */
export function pageOf(
  entities: readonly Entity[],
  {limit, after}: {readonly limit: number; readonly after: string | undefined},
): Page {
  const rest =
    after === undefined ? entities : entities.filter(({id}) => comparePlaces(placeOf(id), placeOf(after)) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {entities: page, ...(last && rest.length > limit && {next: String(last.id)})};
}

/** A value with its tag: what is the same has the same one. */
export function tagged<T>(value: T): Tagged<T> {
  return {
    value,
    get tag() {
      return `"${toBase64Url(sha256(utf8ToBytes(canonical(value)))).slice(0, 22)}"`;
    },
  };
}

/** JSON that does not depend on the order in which members were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join()}}`;
}

/**
 * Whether what is there is among what a caller thinks is there.
 * @param ifMatch the header `If-Match`; undefined for who does not care.
 * @param there undefined when there is nothing.
 */
export function isExpected(ifMatch: string | undefined, there: Tagged<unknown> | undefined): boolean {
  if (ifMatch === undefined) return true;
  if (there === undefined) return false;
  return ifMatch.trim() === '*' || ifMatch.split(',').some((one) => one.trim() === there.tag);
}

/** The order in which entities are told. */
export function byId(one: Entity, other: Entity): number {
  return comparePlaces(placeOf(one.id), placeOf(other.id));
}

/** Where an id stands among others: numbers by their size, before all that are none. */
interface Place {
  readonly number: number;
  readonly text: string;
}

function placeOf(id: Entity['id']): Place {
  const text = String(id);
  return {number: /^-?\d{1,15}$/.test(text) ? Number(text) : Infinity, text};
}

function comparePlaces(one: Place, other: Place): number {
  if (one.number !== other.number) return one.number < other.number ? -1 : 1;
  return one.text < other.text ? -1 : Number(one.text > other.text);
}

function inOrder(entities: readonly Entity[]): readonly Entity[] {
  return entities
    .map((entity) => ({entity, place: placeOf(entity.id)}))
    .sort((one, other) => comparePlaces(one.place, other.place))
    .map(({entity}) => entity);
}
