import type {JournalEntry} from '../../src/engine/index.js';

/** What a call reads like in a journal, whoever wrote it down; tokens by the order in which they first stand there. */
export function comparable({vendor, operation, request, response, findings, nearest, fault}: JournalEntry): unknown {
  const {host, connection, accept, ...headers} = request.headers;
  const kept = Object.entries(headers).filter(([name]) => !ofItself.test(name));
  const text = JSON.stringify({
    call: {vendor, operation, ...request, headers: Object.fromEntries(kept.sort())},
    response,
    findings,
    nearest,
    fault,
  });
  const seen: string[] = [];
  return JSON.parse(
    text.replaceAll(/tok_([0-9a-f]{16})/g, (_, digest: string) => {
      if (!seen.includes(digest)) seen.push(digest);
      return `tok_${seen.indexOf(digest)}`;
    }),
  );
}

/** Headers that `fetch` sends of itself, so that the recorder beside it does not see them. */
const ofItself = /^(accept-(encoding|language)|content-length|sec-fetch-mode|user-agent|transfer-encoding)$/;
