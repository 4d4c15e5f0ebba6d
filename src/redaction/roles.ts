import {roleHeads} from './lists/occupations.js';

const shapes =
  /(?:ologist|ographer|ician|wright|smith|monger|keeper|maker|worker|driver|operator|fighter|person|woman|master|herd|hand|therapist|specialist|engineer|analyst|manager|writer|teacher|dresser|layer|cutter|grower|trainer|builder|cleaner|ographist|iatrist|odontist|ometrist|osopher|surgeon|player|runner|broker|dealer|hunter|tender|setter|binder|nurse|coach|ist|eer|eur|ière|ier)s?$/;
const notRoles =
  /^(?:this|list|exist|assist|twist|wrist|mist|fist|consist|insist|resist|persist|optimist|pessimist|perfectionist|racist|sexist|beer|deer|career|peer|steer|cheer|veer|earlier|easier|carrier|supplier|barrier|tier|happier|person|hand|hands|woman|master|runner|player|dealer|tender|setter|thirst|first|list|worst|best|earliest|atheist|feminist|communist|socialist|leftist|nationalist|centrist|anarchist|populist|monarchist|marxist|baptist|calvinist|adventist|methodist|pianist's|tourist|alarmist|realist|idealist|artist's|terrorist|extremist|activist's|amateur|chauffeur's|engineer's|pier|premier|frontier|courier's|soldier's|blist|wish-list|waitlist|checklist|playlist|specialist's)$/;

/** Whether a word in lower case is built like the name of a role: "-ologist", "-wright", or a last word such as "nurse". */
export function isRoleShaped(word: string): boolean {
  return (roleHeads.has(word) || roleHeads.has(word.replace(/s$/, '')) || shapes.test(word)) && !notRoles.test(word);
}

/** Whether a term needs no list, because its last word shows what it is. */
export function isRole(term: string): boolean {
  const last = /[^ -]{1,60}$/.exec(term)?.[0] ?? term;
  return last.length > 4 && isRoleShaped(last);
}
