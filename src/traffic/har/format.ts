/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as it is written. What is read may lack any of it. */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: HarCreator;
    readonly entries: readonly HarEntry[];
  };
}

/** The program that wrote a HAR. */
export interface HarCreator {
  readonly name: string;
  readonly version: string;
}

/** A header or a parameter. */
export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** One call and its answer. */
export interface HarEntry {
  /** ISO 8601 */
  readonly startedDateTime: string;
  /** Milliseconds, as are the timings. */
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<string, never>>;
  /** -1 where it does not apply. */
  readonly timings: {readonly send: number; readonly wait: number; readonly receive: number};
}

/** What a request and its answer have in common. */
interface HarMessage {
  readonly httpVersion: string;
  readonly headers: readonly HarPair[];
  readonly cookies: readonly HarPair[];
  /** Bytes; -1 when nobody counted. */
  readonly headersSize: number;
  /** Bytes; -1 when nobody counted. */
  readonly bodySize: number;
}

/** What was asked. */
export interface HarRequest extends HarMessage {
  readonly method: string;
  /** Absolute, without a fragment. */
  readonly url: string;
  readonly queryString: readonly HarPair[];
  readonly postData?: {readonly mimeType: string; readonly text: string};
}

/** What was answered. */
export interface HarResponse extends HarMessage {
  readonly status: number;
  readonly statusText: string;
  /** Empty when there is none. */
  readonly redirectURL: string;
  readonly content: {
    readonly size: number;
    readonly mimeType: string;
    readonly text?: string;
    readonly encoding?: 'base64';
  };
}
