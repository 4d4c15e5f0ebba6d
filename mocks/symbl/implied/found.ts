import {objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import type {CustomMatch, Tracked} from '../entities.js';
import type {Known} from './known.js';

/** Something that was found in a message. */
interface Found<Thing> {
  readonly message: string;
  readonly thing: Thing;
}

/** The account's own entities and those of requests. Symbl's are found again where they stand (SYMBL-57). */
export function seeCustom(known: Known, entities: unknown): void {
  const found = objectsIn(entities).flatMap((entity): readonly Found<CustomMatch>[] => {
    const [type, subType] = [textIn(entity.type), textIn(entity.subType)];
    if (entity.category !== 'Custom' || type === undefined) return [];
    const kind = {type, ...(subType !== undefined && {subType})};
    return placesIn(entity, 'detectedValue').map(({message, value, offset: start}) => ({
      message,
      thing: {...kind, start, end: start + value.length},
    }));
  });
  write(known.custom, found, ({start}) => start);
}

/** The trackers that were found; what is only similar has no place, and comes last. */
export function seeTrackers(known: Known, trackers: unknown): void {
  const found = objectsIn(trackers).flatMap((shown): readonly Found<Tracked>[] => {
    const tracker = textIn(shown.name);
    if (tracker === undefined) return [];
    return placesIn(shown, 'value').map(({message, value, offset}) => ({message, thing: {tracker, value, offset}}));
  });
  write(known.tracked, found, ({offset}) => (offset < 0 ? Number.MAX_SAFE_INTEGER : offset));
}

interface Place {
  readonly message: string;
  readonly value: string;
  readonly offset: number;
}

/** Where the values of an entity or a tracker are. */
function placesIn({matches}: Said, name: 'detectedValue' | 'value'): readonly Place[] {
  return objectsIn(matches).flatMap((match) =>
    objectsIn(match.messageRefs).flatMap(({id, offset}): readonly Place[] => {
      const [message, value] = [textIn(id), textIn(match[name])];
      if (message === undefined || value === undefined || typeof offset !== 'number') return [];
      return [{message, value, offset}];
    }),
  );
}

/** Writes down what was found in each message, in the order of the text. */
function write<Thing>(
  places: Map<string, readonly Thing[]>,
  found: readonly Found<Thing>[],
  placeOf: (thing: Thing) => number,
): void {
  const byMessage = new Map<string, Thing[]>();
  for (const {message, thing} of found) {
    const things = byMessage.get(message);
    if (things) things.push(thing);
    else byMessage.set(message, [thing]);
  }
  for (const [message, things] of byMessage) {
    places.set(
      message,
      things.toSorted((a, b) => placeOf(a) - placeOf(b)),
    );
  }
}
