import {detect} from './detect.js';
import {replace, typeMarker, type Style} from './replace.js';
import type {DetectOptions, EntityType} from './types.js';

/** How {@link redact} hides. */
export interface RedactOptions extends DetectOptions {
  /** Default: {@link typeMarker}. */
  readonly style?: Style;
  /** Types left in clear. They still compete with the others, so excluding one never uncovers a weaker guess. */
  readonly exclude?: readonly EntityType[];
}

/** Finds personal data and hides it. SYMBL-39…45 */
export function redact(text: string, options: RedactOptions = {}): string {
  const {style = typeMarker, exclude = [], ...detection} = options;
  const spans = detect(text, detection).filter((span) => !exclude.includes(span.type));
  return replace(text, spans, style);
}
