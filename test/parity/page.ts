import {reasons} from './transcripts/wire.js';

/** The page of the documentation that shows what was measured. */
export function pageOf(table: string): string {
  return `# The same everywhere

<!-- Written by \`STANDIN_WRITE_DOCS=1 npx vitest run test/parity\`, from what that measured. -->

However a client reaches a stand-in, the vendors' code behind it is one and the same. This page certifies that nothing is
lost on the way: each transcript is recorded over HTTP (\`standin.listen\`, Node's \`fetch\`), and then played word for word on a
new stand-in behind each other face. Its seed, its clock and its settings are the same, so every answer must be: its
status, the bytes of its body, and every header of the vendor's. \`test/parity\` measures it, and fails where an answer
differs or this table does.

${table}

- **Operations** are all of each vendor's, with every example of its document. **Documented errors** are all refusals that
  the documents declare, with each of their examples, asked for by the header \`Prefer\`, words that
  operations share once; **refusals** are provoked at every operation: without credentials and with unknown ones, by ids that
  name nothing, values that are none, bodies that cannot be read, states that forbid it.
- Where a client sees no answer but an error, because a fault cut the connection, the name of that error is compared.
- MSW's handlers answer the vendors' real addresses. In Chromium its service worker does, on a page that is served on this
  machine; the stand-in lives in the page. Express has the stand-in mounted below a path.

## What is not compared

- Headers of the connection, which no operation of a vendor says anything about: \`Date\`, \`Connection\`, \`Keep-Alive\`,
  \`Transfer-Encoding\`, \`Content-Length\` (the bodies themselves are compared), \`Vary\` and \`Access-Control-Allow-Origin\` (a page
  needs them over HTTP only), and Express's \`X-Powered-By\`.
- The address of the face itself where an answer links to it: files at OpenCX and Dixa, \`meta.next\` of Dixa.
- What a client cannot do on every face: headers that browsers keep to themselves (\`Host\`, \`Cookie\`, \`Content-Length\`) and
  methods that \`fetch\` refuses (\`TRACE\`, \`CONNECT\`). No transcript sends them through a face but HTTP. Nor is there one with
  a \`|\` in its path: Chromium sends it as \`%7C\`, Node as it is.

## What is left out

What only a wire can do is checked over HTTP alone, against what must come of it:

${Object.values(reasons)
  .map((reason) => `- ${reason}`)
  .join('\n')}
`;
}
