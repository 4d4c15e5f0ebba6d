/** What a face makes of whatever it received. Nothing in it belongs to a server, a browser or a framework. */
export interface PlainRequest {
  /** Upper case: `PATCH`. */
  readonly method: string;
  /** Path and query as they were sent: `/dixa/v1/conversations/10749?x=1`. */
  readonly target: string;
  /** Names in lower case; several values of one name are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** The face stopped reading, because the body is larger than any operation takes. */
  readonly truncated?: boolean;
  /** Scheme and authority under which the caller reached us: `http://127.0.0.1:4020`. */
  readonly origin: string;
  /** What an outer application cut off before `target`: `/standin` for a stand-in mounted there. */
  readonly mount?: string;
  /** The vendor whose own port received it; all paths on that port are this vendor's. */
  readonly vendor?: string;
}

/** What a face sends back. */
export interface PlainResponse {
  readonly status: number;
  /** Names as the vendor writes them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  /** A body that goes on while its caller listens, in place of `body`. */
  readonly stream?: ReadableStream<Uint8Array>;
  /** What happens to it on its way, if a fault says so. Faces carry it out. */
  readonly wire?: Wire;
}

/** What goes wrong with an answer on its way. The state may have changed all the same. */
export interface Wire {
  /** Milliseconds of real time that pass before anything is sent. */
  readonly delay?: number;
  /**
   * `reset`: the connection is reset. `empty`: it is closed without a byte. `truncate`: the length of the whole body is
   * told and half of it sent, then the connection is closed. Only an answer with a body is truncated.
   */
  readonly broken?: 'reset' | 'empty' | 'truncate';
  /** Milliseconds over which the body is spread, in pieces. Only there where a body is. */
  readonly over?: number;
}
