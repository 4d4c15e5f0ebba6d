import type {JournalEntry, Vendor} from '../../engine/index.js';
import type {Finding, Operation} from '../../openapi/index.js';
import type {Told} from './breach.js';
import type {PlainWords} from './plain-words.js';

/** What fails with a member that somebody does not expect: it says nothing of the members that they do. */
const partial = ['required', 'anyOf', 'oneOf', 'if', 'discriminator', 'unevaluatedProperties'];

/** In which ways an answer that a client expects is none that the document allows. Members may be left out of it. */
export function expectationsIn(
  {response, violations}: JournalEntry,
  operation: Operation,
  {vendor, words}: {readonly vendor: Vendor; readonly words: PlainWords},
): readonly Told[] {
  const told = (pointer: string, message: string, instead: string): Told => {
    return {kind: 'expectation', pointer: words.readable(pointer), rules: [], mark: operation.mark, message, instead};
  };
  if (!operation.responses.has(response.status)) {
    const statuses = [...operation.responses.keys()].join(', ');
    const message = `The document has no answer ${response.status} of this operation.`;
    return [told('/response/status', message, `Expect one that it has: ${statuses}.`)];
  }
  const isPartial = violations.some(({keyword}) => keyword === 'required');
  return violations
    .filter(({keyword}) => !isPartial || !partial.includes(keyword))
    .map((violation) => {
      const mark = operation.responses.get(response.status)?.mark ?? operation.mark;
      const instead = `Expect what the document has at ${placeOf(violation)} in specs/${vendor.name}/openapi.yaml.`;
      return {...told(`/response/body${violation.path}`, words.finding(violation), instead), mark};
    });
}

function placeOf({schemaPath}: Finding): string {
  return schemaPath === '' ? 'that answer' : schemaPath;
}
