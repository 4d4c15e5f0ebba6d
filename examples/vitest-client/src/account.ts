/** Where a vendor is, and what opens it. */
export interface Account {
  /** Without a slash at the end: `https://dev.dixa.io`. */
  readonly baseUrl: string;
  /** What the vendor wants in `Authorization`. */
  readonly authorization: string;
}

/** Waits so many seconds. */
export type Wait = (seconds: number) => Promise<void>;

/** Waits by a timer. */
export const byTimer: Wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** A vendor refused, and trying again does not help. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    operation: string,
  ) {
    super(`${operation} was answered with ${status}.`);
    this.name = 'Refused';
  }
}

const mostTries = 5;

/**
 * Calls a vendor. After a 429 it waits as long as the vendor says, or twice as long each time, and tries again.
 *
 * @returns the answer's JSON; undefined when it has no body.
 * @throws Refused for any other status, and for the fifth 429.
 */
export async function call<Body>(
  {baseUrl, authorization}: Account,
  [method, path, body]: readonly [method: string, path: string, body?: object],
  wait: Wait,
): Promise<Body> {
  const headers = {authorization, ...(body && {'content-type': 'application/json'})};
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(baseUrl + path, {method, headers, ...(body && {body: JSON.stringify(body)})});
    if (response.ok) {
      const text = await response.text();
      return (text === '' ? undefined : JSON.parse(text)) as Body;
    }
    // The query may name a person, so it stays out of errors.
    if (response.status !== 429 || tries === mostTries) {
      throw new Refused(response.status, `${method} ${path.replace(/\?.*/, '')}`);
    }
    await wait(Number(response.headers.get('retry-after') ?? 2 ** (tries - 1)));
  }
}
