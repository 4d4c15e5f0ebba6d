import type {components} from '../../../specs/symbl/generated/index.js';
import type {CustomMatch, Tracked, Work} from '../entities.js';
import type {Scope} from '../handler.js';
import {TrackerBook} from './trackers.js';
import {Vocabulary} from './vocabulary.js';

type Schemas = components['schemas'];

/** What the account or the request brought along to look for, and where it is in a text. */
export interface Recognized {
  readonly custom?: readonly CustomMatch[];
  readonly tracked?: readonly Tracked[];
}

/**
 * Looks for the account's custom entities and for what came with the request. It happens when a message is processed, as
 * Symbl does it: what is defined later is found in later messages only. SYMBL-56
 */
export async function recognizerOf(
  {state}: Scope,
  accountId: string,
  work: Work,
): Promise<(text: string) => Recognized> {
  const vocabulary = new Vocabulary<Omit<CustomMatch, 'start' | 'end'>>();
  if (work.detectEntities) {
    for (const {type, subType, values} of await state.accountEntities.find('account', accountId)) {
      for (const value of values) vocabulary.add(value, {type, subType});
    }
    for (const entity of work.entities ?? []) addRequested(vocabulary, entity);
  }
  const trackers = new TrackerBook(work.trackers ?? []);

  return (text) => {
    const custom = vocabulary.find(text).map(({start, end, owner}) => ({...owner, start, end}));
    const tracked = trackers.find(text);
    return {...(custom.length > 0 && {custom}), ...(tracked.length > 0 && {tracked})};
  };
}

/** An entity that came with the request: `text` is what to look for, and `value` where there is no `text`. */
function addRequested(
  vocabulary: Vocabulary<Omit<CustomMatch, 'start' | 'end'>>,
  {customType = 'custom', value = '', text = value}: Schemas['CustomEntity'],
): void {
  vocabulary.add(text, {type: customType});
}
