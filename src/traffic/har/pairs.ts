import {isObject} from '../../openapi/index.js';
import {itemsOf} from '../shapes.js';
import type {HarPair} from './format.js';

/** The headers or parameters of a list that have a name; a value that is none is empty. */
export function pairsOf(list: unknown): readonly HarPair[] {
  return itemsOf(list).flatMap((one) => (isPair(one) ? [{name: one.name, value: valueOf(one.value)}] : []));
}

/** Where in a list the pairs of that name stand. */
export function positionsOf(list: unknown, isMeant: (name: string) => boolean): readonly number[] {
  return itemsOf(list).flatMap((one, position) => (isPair(one) && isMeant(one.name) ? [position] : []));
}

function isPair(value: unknown): value is {readonly name: string; readonly value?: unknown} {
  return isObject(value) && typeof value.name === 'string';
}

function valueOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
