import type {components} from '../../../specs/symbl/generated/index.js';
import type {Message} from '../entities.js';
import {nameOfType} from '../transcript/entity-registry.js';
import type {Stretch} from '../transcript/spans.js';
import {entryOf} from './entries.js';
import {stableId} from './stable-ids.js';
import {TextBudget} from './text-budget.js';

type Schemas = components['schemas'];
type Kind = Pick<Schemas['DetectedEntity'], 'type' | 'subType' | 'category'>;
type Entity = Omit<Schemas['DetectedEntity'], 'matches'> & {readonly matches: Map<string, Match>};

/** One value, and where it stands. */
interface Match {
  readonly detectedValue: string;
  readonly messageRefs: Schemas['MessageReference'][];
}

/**
 * What was found in the messages, each kind once with all its values. Symbl's own entities come from the very spans that
 * redaction hides, so the two agree to the character (SYMBL-57); custom ones stand beside them and are never hidden
 * (SYMBL-56).
 * @param messages after they were searched.
 */
export function entitiesOf(messages: readonly Message[]): Schemas['DetectedEntity'][] {
  const entities = new Map<string, Entity>();
  const budget = new TextBudget();
  for (const message of messages) {
    for (const {type, ...place} of message.spans ?? []) {
      if (!budget.take(message.text)) break;
      add(entities, message, place, {type: nameOfType.get(type) ?? type, category: 'Managed'});
    }
    for (const {type, subType, ...place} of message.custom ?? []) {
      if (!budget.take(message.text)) break;
      add(entities, message, place, {type, ...(subType !== undefined && {subType}), category: 'Custom'});
    }
  }
  return Array.from(entities.values(), ({matches, ...entity}) => ({...entity, matches: [...matches.values()]}));
}

function add(
  entities: Map<string, Entity>,
  {id, startTime, endTime, text}: Message,
  {start, end}: Stretch,
  kind: Kind,
): void {
  const {matches} = entryOf(entities, JSON.stringify([kind.category, kind.type, kind.subType]), () => ({
    id: stableId('entity', kind.category, id, start),
    ...kind,
    matches: new Map<string, Match>(),
  }));
  const detectedValue = text.slice(start, end);
  const match = entryOf(matches, detectedValue, () => ({detectedValue, messageRefs: []}));
  match.messageRefs.push({id, startTime, endTime, text, offset: start});
}
