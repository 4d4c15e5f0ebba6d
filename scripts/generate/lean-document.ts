import {isObject} from '../../src/openapi/json.js';
import {resolve, type OpenApiDocument} from '../../src/openapi/document.js';
import {operationsOf} from '../../src/openapi/operations.js';

/** What only readers of a document want. */
const forReaders = new Set([
  ...['description', 'summary', 'externalDocs', 'tags', 'example', 'examples', 'webhooks'],
  // What only whoever judges a client's calls asks about.
  ...[
    'links',
    'x-standin-undeclared',
    'x-standin-undeclared-names',
    'x-standin-unknown-route',
    'x-standin-ignored-values',
  ],
  ...['x-standin-refused-by', 'x-standin-missing-refused-by'],
  ...['x-standin-replaced-by', 'x-standin-deprecated', 'x-standin-deprecated-rules'],
]);
/** What is an object by name, so that a member `description` is something of that name. */
const byName = new Set([
  ...['properties', 'patternProperties', '$defs', 'paths', 'content', 'callbacks', 'headers', 'links'],
  ...['schemas', 'responses', 'parameters', 'requestBodies', 'securitySchemes', 'examples', 'pathItems'],
]);
/** What holds a value and no part of the document. */
const values = new Set(['const', 'enum', 'default', 'value', 'example']);

/**
 * A document as answering needs it: without what is there for readers. The examples of refusals stay, since they are what
 * an injected refusal says.
 */
export function leanDocument(document: OpenApiDocument): OpenApiDocument {
  const spoken = new Set<unknown>(
    operationsOf(document).flatMap(({pointer, responses}) =>
      [...responses.keys()]
        .filter((status) => status >= 400)
        .map((status) => resolve(document, `${pointer}/responses/${status}`).value),
    ),
  );
  const lean = withoutReading(document, {spoken, isSpoken: false, isByName: false}) as OpenApiDocument;
  const {examples: _, ...components} = lean.components ?? {};
  const examples = spokenExamples(document, JSON.stringify(lean));
  return {...lean, components: {...components, ...(Object.keys(examples).length > 0 && {examples})}};
}

interface Place {
  /** The answers whose examples are said. */
  readonly spoken: ReadonlySet<unknown>;
  readonly isSpoken: boolean;
  readonly isByName: boolean;
}

function withoutReading(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutReading(item, {...place, isByName: false}));
  if (!isObject(value)) return value;
  const isSpoken = place.isSpoken || place.spoken.has(value);
  const kept = Object.entries(value).filter(
    ([name]) => place.isByName || !forReaders.has(name) || (isSpoken && name.startsWith('example')),
  );
  return Object.fromEntries(
    kept.map(([name, inner]) => {
      if (!place.isByName && (values.has(name) || name.startsWith('x-'))) return [name, inner];
      return [name, withoutReading(inner, {...place, isSpoken, isByName: !place.isByName && byName.has(name)})];
    }),
  );
}

/** The examples among the components that are still referred to. */
function spokenExamples({components = {}}: OpenApiDocument, text: string): Record<string, unknown> {
  const all = Object.entries(components.examples ?? {});
  return Object.fromEntries(
    all
      .filter(([name]) => text.includes(`"#/components/examples/${name}"`))
      .map(([name, example]) => [name, {value: (example as {readonly value: unknown}).value}]),
  );
}
