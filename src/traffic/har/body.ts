import {encoded, itemsOf, membersOf, textOf, textOfBase64} from '../shapes.js';
import {pairsOf} from './pairs.js';

/** What a HAR tells of a request's body. */
export interface SentBody {
  /** Absent when there was none, or when it is lost. */
  readonly body?: string;
  /** There was one, and the recorder did not keep it. */
  readonly isLost: boolean;
}

const none: SentBody = {isLost: false};
const lost: SentBody = {isLost: true};

/**
 * The body of a request. Recorders write it as text, in base64, or as a form's parameters; of a form with files that is
 * not what was sent.
 * @param request as the file has it.
 * @param headers its headers, with names in lower case.
 */
export function sentBodyOf(
  request: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): SentBody {
  const postData = membersOf(request.postData);
  const text = textOf(postData.text);
  if (text) return {body: postData.encoding === 'base64' ? textOfBase64(text) : text, isLost: false};
  const parameters = itemsOf(postData.params);
  if (parameters.length > 0) {
    const type = textOf(postData.mimeType) || headers['content-type'] || '';
    return /^application\/x-www-form-urlencoded\b/i.test(type) ? {body: formOf(parameters), isLost: false} : lost;
  }
  return hadBody(request, headers) ? lost : none;
}

/** The body of an answer; undefined when there is none, or when the recorder did not keep it. */
export function receivedBodyOf({content}: Readonly<Record<string, unknown>>): string | undefined {
  const {text, encoding} = membersOf(content);
  const body = textOf(text) || undefined;
  return body !== undefined && encoding === 'base64' ? textOfBase64(body) : body;
}

function formOf(parameters: readonly unknown[]): string {
  return encoded(pairsOf(parameters).map(({name, value}) => [name, value]));
}

function hadBody(
  {bodySize, postData}: Readonly<Record<string, unknown>>,
  {'content-length': length = '', 'transfer-encoding': encoding}: Readonly<Record<string, string>>,
): boolean {
  if (typeof bodySize === 'number' && bodySize > 0) return true;
  // Playwright keeps long bodies in files of their own.
  const isElsewhere = ['_file', '_sha1'].some((name) => name in membersOf(postData));
  return isElsewhere || /^0*[1-9]\d*$/.test(length) || encoding !== undefined;
}
