import {decodingFailure} from '../errors.js';
import type {Handler} from '../handler.js';
import {linkToNext, pageOf, type Page, type PageQuery} from '../pages.js';
import {search, type Find, type Test} from '../search/search.js';
import {testOf} from '../search/filters.js';
import {wantedIn, type Wanted} from '../search/text.js';

/** Most finds on one page (DIXA-25). */
const mostFinds = 50;

/** Finds conversations by a text. The key of a page says nothing of the text, which is sent again. DIXA-5, DIXA-23…26 */
export const searchByText: Handler<'getSearchConversations'> = async (call) => {
  const {query} = call;
  const wanted = wantedIn(query.query, query.exactMatch ?? false);
  const found = await pageOfFinds(call, {wanted, test: async () => true});
  if (!found) return decodingFailure();
  const data = found.finds.map((find) => ({
    id: find.id,
    highlights: find.subject === undefined ? {} : {subject: [find.subject]},
    innerHits: find.messages.map(({id, text}) => ({id, highlight: {text}})),
  }));
  return {status: 200, body: {data, ...found.rest}};
};

/** Finds conversations by a text, by filters, or by both; without either, all of them. DIXA-5, DIXA-23…26, DIXA-47 */
export const searchConversations: Handler<'postSearchConversations'> = async (call) => {
  const {body: {query, filters} = {}} = call;
  const test = testOf(filters);
  const wanted = query && wantedIn(query.value, query.exactMatch ?? false);
  const found = test && (await pageOfFinds(call, {wanted, test}));
  if (!found) return decodingFailure();
  const data = found.finds.map((find) => ({id: find.id, highlights: highlightsOf(find)}));
  return {status: 200, body: {data, ...found.rest}};
};

type Call = Parameters<typeof searchByText>[0] | Parameters<typeof searchConversations>[0];

/** One page of finds, and the link to the next one; undefined when the page asked for cannot be. */
async function pageOfFinds(
  call: Call,
  asked: {readonly wanted: Wanted | undefined; readonly test: Test},
): Promise<{finds: Find[]; rest: {meta?: {next: string}}} | undefined> {
  const page = searchPage(call.query);
  if (!page) return undefined;
  const end = page.offset + page.limit;
  const all = await search(call, {...asked, limit: end + 1});
  const finds = all.slice(page.offset, end);
  if (all.length <= end) return {finds, rest: {}};
  const path = `${call.prefix}/${call.params.version}/search/conversations`;
  return {finds, rest: {meta: {next: linkToNext(page, path)}}};
}

/** A key may have come from another list, whose pages are larger. */
function searchPage(query: PageQuery): Page | undefined {
  const page = pageOf(query);
  return page && page.limit <= mostFinds ? page : undefined;
}

function highlightsOf({subject, messages}: Find) {
  return {
    ...(subject !== undefined && {subject: [subject]}),
    ...(messages.length > 0 && {text: messages.map(({text}) => text)}),
  };
}
