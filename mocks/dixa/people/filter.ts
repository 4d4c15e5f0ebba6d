import {pageOf, type Page, type PageQuery} from '../pages.js';

/** Which people a list asks for: by which index, and which page of them. */
export interface Wanted<Index extends string> {
  readonly index: Index | 'all';
  readonly by: string;
  readonly page: Page;
}

/**
 * Reads what a list of people asks for: all of them, or those that one filter finds. A page key remembers the filter.
 * @param filters the values given, by the index that answers them.
 * @returns undefined for more than one filter and for a key that does not decode (DIXA-24, DIXA-84).
 */
export function wantedPeople<Index extends string>(
  query: PageQuery,
  filters: Readonly<Record<Index, string | undefined>>,
): Wanted<Index> | undefined {
  const page = pageOf(query);
  if (!page) return undefined;
  const given = (Object.keys(filters) as Index[]).flatMap((index) => {
    const by = filters[index] ?? page.filters?.[index];
    return by === undefined ? [] : [{index, by}];
  });
  const [filter] = given;
  if (!filter) return {index: 'all', by: 'all', page};
  return given.length > 1 ? undefined : {...filter, page: {...page, filters: {[filter.index]: filter.by}}};
}
