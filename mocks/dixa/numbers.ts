import type {Scope} from './handler.js';

/** Numbers of new conversations begin above those of the vendor's own seed. */
const firstId = 20_000;

/** The number of a new conversation. Numbers go up, and never onto one that a seed has used (DIXA-52). */
export async function nextNumber({ids, state}: Scope): Promise<number> {
  let id: number;
  do id = firstId + ids.next('conversation');
  while (await state.conversations.get(id));
  return id;
}
