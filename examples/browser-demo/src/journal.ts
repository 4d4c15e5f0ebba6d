import type {JournalEntry, Standin} from 'standin';
import {byId, element} from './element.js';

/** Shows each request to a vendor as it is made, the newest first: what was sent is shown as tokens. */
export async function showJournal(standin: Standin): Promise<void> {
  for await (const entry of await standin.journal.follow()) byId('journal').prepend(row(entry));
}

function row(entry: JournalEntry): HTMLLIElement {
  const {vendor, operation, request, response} = entry;
  const status = response?.status ?? 0;
  return element(
    'li',
    {},
    element(
      'details',
      {},
      element(
        'summary',
        {title: operation ?? 'no operation'},
        element('span', {className: status < 400 ? 'status' : 'status refused'}, String(status)),
        ` ${request?.method} `,
        element('span', {className: 'path'}, `${vendor} ${request?.path}`),
      ),
      element('pre', {tabIndex: 0}, JSON.stringify({operation, request, response}, null, 2)),
    ),
  );
}
