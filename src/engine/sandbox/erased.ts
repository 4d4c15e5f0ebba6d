import type {Change, Partition} from '../../state/index.js';
import type {Sandbox} from './sandbox.js';

/** What a unit of work erased. Held no longer than it takes to remove it everywhere else. */
export interface Erased {
  /** Every text that stood in an entity and stands in none of them any more. */
  readonly texts: ReadonlySet<string>;
  /** The entities that were changed or removed, as they are found in the store. */
  readonly entities: readonly Pick<Change, 'collection' | 'id'>[];
}

/** What changes that erase take away. Asked before they are committed. */
export async function erasedBy(changes: readonly Change[], partition: Partition): Promise<Erased> {
  const texts = new Set<string>();
  const entities: Pick<Change, 'collection' | 'id'>[] = [];
  for (const {collection, id} of changes) {
    const before = await partition.get(collection, id);
    if (before === undefined) continue;
    entities.push({collection, id});
    addTexts(before, texts);
  }
  const kept = new Set<string>();
  for (const {entity} of changes) addTexts(entity, kept);
  for (const text of kept) texts.delete(text);
  return {texts, entities};
}

/** Removes what was erased from wherever a sandbox keeps copies beside its state. */
export function forget(sandbox: Sandbox, erased: Erased): void {
  sandbox.journal.forget(erased);
  sandbox.snapshots.forget(erased);
}

function addTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) addTexts(one, texts);
}
