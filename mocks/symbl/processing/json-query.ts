import type {JsonValue, ParameterDecoder} from '../../../src/engine/index.js';

/**
 * Reads a list that a media request has in its query as JSON, as the video page's sample does:
 * `customVocabulary=["Platform","Discussion"]`. Nothing at all is an empty list.
 */
export function decodeList(name: string): ParameterDecoder {
  const finding = {
    location: 'query',
    path: `/${name}`,
    keyword: 'type',
    params: {type: 'array'},
    message: 'must be array',
    schemaPath: '#/type',
  } as const;
  return (texts) => {
    const [text = ''] = texts;
    if (texts.length > 1) return {finding};
    if (text.trim() === '') return {value: undefined};
    try {
      return {value: JSON.parse(text, withoutPrototype) as JsonValue};
    } catch {
      return {finding};
    }
  };
}

/** A member of that name could poison whoever merges the value. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
