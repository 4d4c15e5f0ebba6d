/** A refusal of the stand-in's own: what vendors' documents leave open is said as RFC 9457 problem details. */
export interface ProblemDetails<Status extends number = number> {
  readonly status: Status;
  readonly body: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    /** A whole sentence that says what to do next. */
    readonly detail: string;
  };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
};

export function problem<Status extends number>(status: Status, detail: string): ProblemDetails<Status> {
  return {status, body: {type: 'about:blank', title: titles[status] ?? 'Error', status, detail}};
}
