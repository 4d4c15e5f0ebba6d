import type {JSONValue} from 'json-p3';

/** Longest expression that is read. */
const longest = 500;

/** How many members and items an expression may look at, over all values that it is asked about. */
const maxLooks = 500_000;

/** Functions that run a caller's regular expression, which may take for ever. */
const endless = ['match', 'search'];

/**
 * Reads a JSONPath expression (RFC 9535, without its functions `match` and `search`).
 * @returns whether it selects anything of a value. That throws a RangeError once it has looked at more than half a million
 * members and items.
 * @throws RangeError when it is no such expression, with the place where it stops being one.
 */
export async function compileJsonPath(expression: string): Promise<(value: unknown) => boolean> {
  if (expression.length > longest)
    throw new RangeError(`Write a JSONPath expression of at most ${longest} characters.`);
  // Few ask by expression, so the reader is loaded for the first who does.
  const {JSONPathEnvironment, JSONPathError} = await import('json-p3');
  const environment = new JSONPathEnvironment({maxRecursionDepth: 100});
  for (const name of endless) environment.functionRegister.delete(name);
  try {
    const query = environment.compile(expression);
    const looks = {left: maxLooks};
    return (value) => query.match(counted(JSON.parse(JSON.stringify(value)) as JSONValue, looks)) !== undefined;
  } catch (error) {
    if (error instanceof JSONPathError) throw new RangeError(adviceOn(error));
    throw error;
  }
}

function adviceOn({message, token}: {readonly message: string; readonly token: {readonly index: number}}): string {
  const reason = message.replace(/ \('[^]*':-?\d+\)$/, '');
  return (
    `This is no JSONPath expression (RFC 9535 without match and search): ${reason}, at character ${token.index + 1}. ` +
    "Write one such as $.request.body.force or $.findings[?@.keyword == 'required']."
  );
}

/** The value, which counts how much of it is looked at: nested filters over nested lists would not end in a lifetime. */
function counted(value: JSONValue, looks: {left: number}): JSONValue {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      looks.left -= 1;
      if (looks.left < 0)
        throw new RangeError('This expression looks at too much: name members in place of .. and filters in filters.');
      return counted(Reflect.get(target, key) as JSONValue, looks);
    },
  });
}
