import type {Reply} from './reply.js';

const titles: Readonly<Record<number, string>> = {400: 'Bad Request', 404: 'Not Found', 422: 'Unprocessable Content'};

/** A refusal of the stand-in itself in the place of a vendor's answer (RFC 9457). @param detail a whole sentence. */
export function problemReply(status: 400 | 404 | 422, detail: string): Reply {
  return {
    status,
    body: {type: 'about:blank', title: titles[status] as string, status, detail},
    headers: {'Content-Type': 'application/problem+json'},
    injected: 'refused',
  };
}
