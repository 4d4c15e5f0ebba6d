import {entityTypes, type EntityType} from '../../src/redaction/index.js';
import type {Entity, LabelledMessage, Stretch} from './labelled.js';

const types: ReadonlySet<string> = new Set(entityTypes);
const mark = /\[([A-Z_]+) ([^[\]]+)\]/g;

/**
 * Reads the notation in which sets are written by hand, so that offsets are never counted by hand.
 *
 * - A line is a message: `I am [PERSON_NAME Ada Quill], ticket [IGNORE 4471]`; `\n` in it is a line break.
 * - `# support-chat` names the group of what follows.
 * - `#> name group` begins a conversation, which lasts until an empty line.
 *
 * @param prefix - of the ids: `own` makes `own-001`, `own-002` …
 * @throws SyntaxError when a type is not known or a message has no group.
 */
export function readNotation(notation: string, prefix: string): LabelledMessage[] {
  const messages: LabelledMessage[] = [];
  let group: string | undefined;
  let conversation: string | undefined;
  for (const line of notation.split('\n')) {
    const heading = /^#(>)? (\S+)(?: (\S+))?$/.exec(line);
    if (heading?.[1]) [conversation, group] = [heading[2], heading[3]];
    else if (heading) [conversation, group] = [undefined, heading[2]];
    else if (line.trim() === '') conversation = undefined;
    else {
      if (group === undefined) throw new SyntaxError(`The message ${JSON.stringify(line)} has no group above it.`);
      const id = `${prefix}-${String(messages.length + 1).padStart(3, '0')}`;
      messages.push({id, group, ...(conversation && {conversation}), ...readMessage(line.replaceAll('\\n', '\n'))});
    }
  }
  return messages;
}

function readMessage(marked: string): Pick<LabelledMessage, 'text' | 'entities' | 'ignore'> {
  const entities: Entity[] = [];
  const ignore: Stretch[] = [];
  let text = '';
  let cursor = 0;
  for (const {0: whole, 1: type = '', 2: value = '', index} of marked.matchAll(mark)) {
    text += marked.slice(cursor, index);
    const stretch = {start: text.length, end: text.length + value.length};
    if (type === 'IGNORE') ignore.push(stretch);
    else if (isType(type)) entities.push({...stretch, type});
    else throw new SyntaxError(`${type} in ${JSON.stringify(marked)} is no type.`);
    text += value;
    cursor = index + whole.length;
  }
  text += marked.slice(cursor);
  if (/[[\]]/.test(text)) throw new SyntaxError(`A bracket is left over in ${JSON.stringify(marked)}.`);
  return {text, entities, ...(ignore.length > 0 && {ignore})};
}

function isType(name: string): name is EntityType {
  return types.has(name);
}
