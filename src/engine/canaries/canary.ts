import type {Subject} from '../../erasure/index.js';
import type {Entity} from '../../state/index.js';
import type {Disguise} from '../../erasure/index.js';
import type {Identifiers} from './invent.js';

/** An entity that was planted. */
export interface PlantedEntity {
  readonly vendor: string;
  readonly collection: string;
  readonly id: Entity['id'];
}

/** A place in a planted entity where an identifier stood. */
export interface PlantedPlace extends PlantedEntity {
  /** JSON pointer that leads from the entity to the place. */
  readonly inside: string;
  readonly of: keyof Identifiers;
  readonly as: readonly Disguise[];
}

/** Somebody invented who was planted, to be looked for later. */
export interface Canary {
  /** `canary-1`, counted per sandbox. */
  readonly id: string;
  readonly identifiers: Identifiers;
  readonly entities: readonly PlantedEntity[];
  readonly places: readonly PlantedPlace[];
}

/** How identifiers are looked for. Words of a name by themselves: each is nobody else's. */
const kinds = {
  names: ['firstName', 'lastName'],
  emails: ['email'],
  phones: ['phone'],
  texts: ['accountNumber', 'birthday', 'street', 'city', 'company'],
} as const satisfies Record<keyof Subject, readonly (keyof Identifiers)[]>;

/** All identifiers of several people as one person to look for. @see identifierAt */
export function subjectOf(people: readonly Identifiers[]): Subject {
  const all = (kind: keyof typeof kinds) => people.flatMap((person) => kinds[kind].map((name) => person[name]));
  return {names: all('names'), emails: all('emails'), phones: all('phones'), texts: all('texts')};
}

/** Whose identifier a place of {@link subjectOf} is, and which one. */
export function identifierAt(of: string): {readonly person: number; readonly name: keyof Identifiers} {
  const [, kind = '', at = ''] = of.split('/');
  const names: readonly (keyof Identifiers)[] = kinds[kind as keyof typeof kinds];
  return {person: Math.floor(Number(at) / names.length), name: names[Number(at) % names.length] as keyof Identifiers};
}
