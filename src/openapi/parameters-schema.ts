import type {Schema} from './document.js';
import type {Operation} from './operations.js';

/**
 * One schema for all parameters of an operation, which are judged together as `{path, query, header}`.
 * @param referenceTo writes a reference to a schema of the document.
 */
export function parametersSchema({parameters}: Operation, referenceTo: (pointer: string) => string): Schema {
  const places = ['path', 'query', 'header'] as const;
  const properties: Record<string, Schema> = {};
  for (const place of places) {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) continue;
    properties[place] = {
      type: 'object',
      properties: Object.fromEntries(here.map(({name, schema}) => [name, {$ref: referenceTo(schema)}])),
      required: here.filter(({required}) => required).map(({name}) => name),
    };
  }
  return {type: 'object', properties};
}
