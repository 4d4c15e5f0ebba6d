import type {components} from '../../specs/symbl/generated/index.js';
import type {Author, Member} from './entities.js';
import type {Scope} from './handler.js';

type Schemas = components['schemas'];

/** Somebody new in a conversation. The id is always of our own: one that was sent may be somebody's elsewhere. */
export function newMember({ids}: Scope, conversationId: string): Member {
  return {id: ids.uuid(), conversationId, position: ids.next('member')};
}

/** Shows, in clear, who said something: a member as they are called now (SYMBL-82). */
export function speakersOf(members: readonly Member[]): (author: Author) => Schemas['Speaker'] {
  const known = new Map(members.map((member) => [member.id, showMember(member)]));
  return (author) => ('id' in author && known.get(author.id)) || author;
}

/** A member as Symbl shows it, always in clear (SYMBL-83). */
export function showMember({id, name, email}: Pick<Member, 'id' | 'name' | 'email'>): Schemas['Member'] {
  return {id, ...(name !== undefined && {name}), ...(email !== undefined && {email})};
}
