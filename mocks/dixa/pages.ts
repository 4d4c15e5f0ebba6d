/** Which part of a list a request asks for. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  /** What else the list was asked for, where a key remembers it. */
  readonly filters?: Readonly<Record<string, string>>;
}

const defaultLimit = 50;

/** The query of every list that has pages. */
export interface PageQuery {
  readonly pageLimit?: number;
  readonly pageKey?: string;
}

/**
 * The page that a request asks for (DIXA-25). A key may come with another limit (DIXA-26).
 * @returns undefined when the key does not decode, which is refused (DIXA-24).
 */
export function pageOf({pageLimit, pageKey}: PageQuery): Page | undefined {
  if (pageKey === undefined) return {limit: pageLimit ?? defaultLimit, offset: 0};
  const page = decodeKey(pageKey);
  return page && {...page, limit: pageLimit ?? page.limit};
}

/** The link to the page behind this one, relative to the host (DIXA-23). */
export function linkToNext({limit, offset, filters}: Page, path: string): string {
  const key = new URLSearchParams({pageLimit: String(limit), offset: String(offset + limit), ...filters});
  return `${path}?pageKey=${encodeURIComponent(btoa(String(key)))}`;
}

/** How many entities must be found to show a page: one more than it shows tells whether there is another behind it. */
export function reachOf({limit, offset}: Page): number {
  return offset + limit + 1;
}

/** A list as it is answered. */
export interface ShownPage<Shown> {
  readonly data: Shown[];
  readonly meta?: {readonly next: string};
}

/** What a page shows of what was found; the last one has no link to a next one (DIXA-23). */
export function showPage<E, Shown>(
  found: readonly E[],
  page: Page,
  {path, show}: {readonly path: string; readonly show: (entity: E) => Shown},
): ShownPage<Shown> {
  const end = page.offset + page.limit;
  const data = found.slice(page.offset, end).map(show);
  return found.length <= end ? {data} : {data, meta: {next: linkToNext(page, path)}};
}

/** Ours name an offset; the one that the reference prints names a page. */
function decodeKey(text: string): Page | undefined {
  // The reference prints a stray colon behind a key, so clients may send it back.
  const [, limitText, kind, number, rest] =
    /^pageLimit=(\d{1,9})&(offset|page)=(\d{1,9})(?:&(.*))?$/.exec(decodeBase64(text.replace(/:$/, ''))) ?? [];
  const limit = Number(limitText);
  if (!limit) return undefined;
  const filters = rest === undefined ? {} : {filters: Object.fromEntries(new URLSearchParams(rest))};
  return {limit, offset: kind === 'page' ? Number(number) * limit : Number(number), ...filters};
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
