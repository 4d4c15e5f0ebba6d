/**
 * The lines of a stream as they arrive, each with the line break it came with. `readline` is of no use here: it also breaks
 * at U+2028, which may stand inside of a line of JSON, and drops the line breaks.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  // In parts, so that a long line is joined once, however many chunks it comes in.
  let parts: string[] = [];
  for await (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', begin)) {
      yield parts.join('') + chunk.slice(begin, end + 1);
      parts = [];
      begin = end + 1;
    }
    if (begin < chunk.length) parts.push(chunk.slice(begin));
  }
  if (parts.length > 0) yield parts.join('');
}
