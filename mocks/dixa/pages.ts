/** Which part of a list a request asks for. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
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
  return page && {limit: pageLimit ?? page.limit, offset: page.offset};
}

/** The link to the page behind this one, relative to the host (DIXA-23). */
export function linkToNext({limit, offset}: Page, path: string): string {
  return `${path}?pageKey=${encodeURIComponent(btoa(`pageLimit=${limit}&offset=${offset + limit}`))}`;
}

/** Ours name an offset; the one that the reference prints names a page. */
function decodeKey(text: string): Page | undefined {
  // The reference prints a stray colon behind a key, so clients may send it back.
  const [, limitText, kind, number] =
    /^pageLimit=(\d{1,9})&(offset|page)=(\d{1,9})$/.exec(decodeBase64(text.replace(/:$/, ''))) ?? [];
  const limit = Number(limitText);
  if (!limit) return undefined;
  return {limit, offset: kind === 'page' ? Number(number) * limit : Number(number)};
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
