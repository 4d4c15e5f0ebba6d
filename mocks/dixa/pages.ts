/** One page of a list. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const defaultLimit = 50;

/**
 * The page that a request asks for. A key may come with another limit (DIXA-26); one that does not decode is refused
 * (DIXA-24).
 */
export function pageOf({
  pageLimit,
  pageKey,
}: {
  readonly pageLimit?: number;
  readonly pageKey?: string;
}): Page | undefined {
  if (pageKey === undefined) return {limit: pageLimit ?? defaultLimit, offset: 0};
  const key = decodeKey(pageKey);
  return key && {limit: pageLimit ?? key.limit, offset: key.offset};
}

/** The link to the page behind this one; none on the last page (DIXA-23). */
export function nextPage({limit, offset}: Page, total: number, path: string): {next: string} | undefined {
  const next = offset + limit;
  if (next >= total) return undefined;
  return {next: `${path}?pageKey=${encodeURIComponent(btoa(`pageLimit=${limit}&offset=${next}`))}`};
}

function decodeKey(text: string): Page | undefined {
  try {
    // The vendor prints keys with a stray colon behind them, and clients send it back.
    const [, limit, offset] = /^pageLimit=(\d{1,9})&offset=(\d{1,9})$/.exec(atob(text.replace(/:$/, ''))) ?? [];
    return limit && offset && Number(limit) > 0 ? {limit: Number(limit), offset: Number(offset)} : undefined;
  } catch {
    return undefined;
  }
}
