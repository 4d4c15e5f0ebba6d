import type {Finding, Operation} from '../../openapi/index.js';
import type {Problem} from '../problem.js';

/** Where it is wrong, in which way, and in which words. */
type Words = Pick<Finding, 'location' | 'keyword' | 'message'>;

/**
 * What is wrong with a request that no schema was asked about, since it could not be read so far. Undefined for a problem
 * that is told otherwise: no operation has the nearest ones, a schema its findings.
 */
export function problemFinding(problem: Problem, operation: Operation | undefined): Finding | undefined {
  const words = wordsOf(problem);
  if (words === undefined) return undefined;
  const schemaPath = operation ? `${operation.pointer}${words.location === 'body' ? '/requestBody' : ''}` : '#/paths';
  return {...words, path: '', params: {}, schemaPath};
}

function wordsOf(problem: Problem): Words | undefined {
  switch (problem.kind) {
    case 'bad-url':
      return {location: 'path', keyword: 'encoding', message: 'The percent-encoding of the address does not decode.'};
    case 'oversized-head':
      return {location: 'header', keyword: 'size', message: 'The address or the headers are longer than is taken.'};
    case 'too-large':
      return ofBody('size', `The body is longer than the ${problem.limit} bytes that are taken.`);
    case 'media-type':
      return ofBody('type', 'The media type of the body is none that the document has.');
    case 'empty-body':
      return ofBody('required', 'The document requires a body and there is none.');
    case 'bad-json':
      return ofBody('json', 'The body is not valid JSON.');
    case 'bad-form':
      return ofBody('form', 'The body is not the form that its content type says.');
    default:
      return undefined;
  }
}

function ofBody(keyword: string, message: string): Words {
  return {location: 'body', keyword, message};
}
