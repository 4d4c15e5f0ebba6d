/** One message, or several that are read together. */
export type RedactRecord = MessageRecord | ConversationRecord;

interface MessageRecord extends Named {
  readonly text: string;
}

interface ConversationRecord extends Named {
  readonly messages: readonly MessageRecord[];
}

interface Named {
  readonly id?: string | number;
}

/**
 * Reads a line of JSON: `{"id", "text"}`, or `{"id", "messages": [...]}` with texts or with objects that have a `text`.
 * @throws RangeError with the number of the line, and not a word of what stands in it: it may be personal.
 */
export function readRecord(line: string, number: number): RedactRecord {
  const refuse = (what: string): never => {
    throw new RangeError(
      `Line ${number} of the input ${what}: each line is {"id", "text"} or {"id", "messages": [...]}; for plain text say --input text.`,
    );
  };
  const value = parsed(line);
  if (value === undefined) return refuse('is no JSON');
  if (!isObject(value)) return refuse('is no JSON object');
  const {text, messages} = value;
  if (text !== undefined && messages !== undefined) return refuse('has both a text and messages');
  if (typeof text === 'string') return {...nameOf(value, refuse), text};
  if (text !== undefined) return refuse('has a text that is no string');
  if (!Array.isArray(messages)) return refuse('has neither a text nor a list of messages');
  return {...nameOf(value, refuse), messages: messages.map((one, index) => readMessage(one, index, refuse))};
}

function readMessage(value: unknown, index: number, refuse: (what: string) => never): MessageRecord {
  if (typeof value === 'string') return {text: value};
  if (!isObject(value) || typeof value['text'] !== 'string') return refuse(`has no text in message ${index + 1}`);
  return {...nameOf(value, refuse), text: value['text']};
}

function nameOf({id}: Readonly<Record<string, unknown>>, refuse: (what: string) => never): Named {
  if (id === undefined || id === null) return {};
  return typeof id === 'string' || typeof id === 'number' ? {id} : refuse('has an id that is neither text nor number');
}

/** Undefined for what is no JSON: the parser's own words would quote the line. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
