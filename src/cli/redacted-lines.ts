import {
  custom,
  detect,
  detectConversation,
  entityTypes,
  obfuscation,
  replace,
  typeMarker,
  type EntityType,
  type Span,
  type Style,
} from '../redaction/index.js';
import {linesOf} from './lines.js';
import {readRecord, type RedactRecord} from './redact-record.js';
import type {RedactSettings} from './redact-settings.js';

/**
 * Hides personal data in what comes in, line by line as it arrives. A line of text gives a line of text, a line of JSON a
 * line of JSON with the places of what was found.
 * @throws RangeError when a type is not known, or a line cannot be read; the lines before it have been answered.
 */
export async function* redactedLines(input: AsyncIterable<string>, settings: RedactSettings): AsyncGenerator<string> {
  const hide = hiderOf(settings);
  let isJson = settings.input === 'auto' ? undefined : settings.input === 'jsonl';
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    const isBlank = line.trim() === '';
    if (!isBlank) isJson ??= line.trimStart().startsWith('{');
    if (!isJson) {
      const text = line.replace(/\r?\n$/, '');
      yield hide(text, detect(text)).redacted + line.slice(text.length);
    } else if (!isBlank) {
      yield `${JSON.stringify(answerOf(readRecord(line.replace(/^\uFEFF/, ''), number), hide))}\n`;
    }
  }
}

type Hider = (text: string, found: readonly Span[]) => {entities: readonly Span[]; redacted: string};

function answerOf(record: RedactRecord, hide: Hider) {
  if ('text' in record) {
    const {text, ...named} = record;
    return {...named, ...hide(text, detect(text))};
  }
  const {messages, ...named} = record;
  const found = detectConversation(messages.map(({text}) => text));
  return {
    ...named,
    messages: messages.map(({text, ...own}, index) => ({...own, ...hide(text, found[index] ?? [])})),
  };
}

/** Excluded types are left out when everything is decided, so that what is excluded never turns into something else. */
function hiderOf(settings: RedactSettings): Hider {
  const excluded = new Set(settings.exclude.map((name) => typeOf(name)));
  const style = styleOf(settings);
  return (text, found) => {
    const entities = found.filter(({type}) => !excluded.has(type));
    return {entities, redacted: replace(text, entities, style)};
  };
}

function styleOf({style, custom: texts}: RedactSettings): Style {
  if (style !== 'custom') {
    if (texts) throw new RangeError(`--custom goes with --style custom, not with ${style}.`);
    return style === 'obfuscation' ? obfuscation : typeMarker;
  }
  if (!texts) throw new RangeError('--style custom needs texts, as in --custom SSN=Number.');
  const {default: fallback, ...own} = texts;
  if (fallback !== undefined && fallback !== 'obfuscation') {
    throw new RangeError('For the types without a text of their own there is --custom default=obfuscation alone.');
  }
  const known = Object.entries(own).map(([name, text]) => [typeOf(name), text]);
  return custom(
    Object.fromEntries(known) as Partial<Record<EntityType, string>>,
    fallback === undefined ? typeMarker : obfuscation,
  );
}

function typeOf(name: string): EntityType {
  const type = entityTypes.find((one) => one === name);
  if (type === undefined) {
    throw new RangeError(`There is no type ${JSON.stringify(name)}: standin redact --types lists them all.`);
  }
  return type;
}
