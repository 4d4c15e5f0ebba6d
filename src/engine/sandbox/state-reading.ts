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
      Object.fromEntries(Object.keys(collections).map((key) => [key, (lists.get(`${name}.${key}`) ?? []).sort(byId)])),
    ]),
  );
}

/** Those of a collection's entities that follow an id, as many as were asked for. */
export function pageOf(
  entities: readonly Entity[],
  {limit, after}: {readonly limit: number; readonly after: string | undefined},
): Page {
  const rest = after === undefined ? entities : entities.filter(({id}) => compareIds(id, after) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {entities: page, ...(last && rest.length > limit && {next: String(last.id)})};
}

/** A value with its tag: what is the same has the same one. */
export function tagged<T>(value: T): Tagged<T> {
  return {
    value,
    get tag() {
      return `"${toBase64Url(sha256(utf8ToBytes(JSON.stringify(value, inOrder)))).slice(0, 22)}"`;
    },
  };
}

/** In which order members were written makes no difference. */
function inOrder(_: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => compareTexts(one, other)));
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

/** The order in which entities of a collection are shown. */
export function byId(one: Entity, other: Entity): number {
  return compareIds(one.id, other.id);
}

/** Numbers by their size, before all that are none. */
function compareIds(one: Entity['id'], other: Entity['id']): number {
  const [a, b] = [Number(one), Number(other)];
  if (isNumber(one) && isNumber(other)) return a - b || compareTexts(String(one), String(other));
  if (isNumber(one) || isNumber(other)) return isNumber(one) ? -1 : 1;
  return compareTexts(String(one), String(other));
}

function isNumber(id: Entity['id']): boolean {
  return /^-?\d{1,15}$/.test(String(id));
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
