import type {Finding} from '../../openapi/index.js';

const places: Readonly<Record<Finding['location'], string>> = {
  path: 'The path',
  query: 'The query',
  header: 'The header',
  body: 'The body',
  response: 'The answer',
};

/** What a finding says, as a sentence that no vendor's rule is needed for. A message that is a sentence stays as it is. */
export function sentenceOf({location, path, message, params}: Finding): string {
  if (message.endsWith('.')) return message;
  const place = path === '' ? places[location] : `${places[location]}'s ${path}`;
  const {allowedValues, allowedValue, additionalProperty, unevaluatedProperty} = params;
  const surplus = additionalProperty ?? unevaluatedProperty;
  const values = Array.isArray(allowedValues) ? allowedValues : allowedValue === undefined ? [] : [allowedValue];
  const detail =
    typeof surplus === 'string'
      ? ` such as ${surplus}`
      : values.length > 0
        ? `: ${values.slice(0, 20).map(String).join(', ')}`
        : '';
  return `${place} ${message}${detail}.`;
}
