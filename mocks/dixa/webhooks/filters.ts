import type {components} from '../../../specs/dixa/generated/index.js';

type Schemas = components['schemas'];

/** What filters look at, as they spell it. */
export type EventFacts = Readonly<Record<Schemas['WebhookConditionField'], string | undefined>>;

/** Whether an event meets a subscription's filters. What is not known of it is none of any values (DIXA-89). */
export function meetsFilters(filters: Schemas['CombinedFilters'] | undefined, facts: EventFacts): boolean {
  if (!filters) return true;
  const {strategy, conditions} = filters;
  const isMet = ({_type, field, values}: Schemas['WebhookCondition']) => {
    const fact = facts[field];
    const isOne = fact !== undefined && values.includes(fact);
    return _type === 'IsOneOf' ? isOne : !isOne;
  };
  return strategy === 'All' ? conditions.every(isMet) : conditions.some(isMet);
}
