import {custom, obfuscation, type Style} from '../../../src/redaction/replace.js';
import type {EntityType, Span} from '../../../src/redaction/types.js';
import type {RedactionSettings} from '../entities.js';
import {nameOfType, typeOfName} from './entity-registry.js';
import type {Values} from '../handler.js';

/** How one answer is redacted. */
export interface Redaction {
  readonly style: Style;
  /** Types left in clear. */
  readonly excluded: ReadonlySet<EntityType>;
  /** Whether speakers' names and e-mails are hidden. */
  readonly names: boolean;
  readonly emails: boolean;
}

/** `[SSN]`: Symbl's name of the type. SYMBL-39 */
const named = custom(Object.fromEntries(nameOfType));

/**
 * How a transcript is to be redacted: as the request says, else as the account has it. Undefined for not at all.
 * SYMBL-38, SYMBL-66, SYMBL-75, SYMBL-76
 */
export function redactionOf(
  query: {readonly redact?: boolean; readonly exclude?: readonly string[]},
  settings: RedactionSettings | undefined,
  {speakers}: Values,
): Redaction | undefined {
  if (!(query.redact ?? settings?.default ?? false)) return undefined;
  const names = query.exclude ?? settings?.exclude ?? [];
  const always = speakers === 'always';
  return {
    style: styleOf(settings),
    excluded: new Set(names.flatMap((name) => typeOfName.get(name) ?? [])),
    names: always || !names.includes('PERSON_NAME'),
    emails: always || !names.includes('EMAIL_ADDRESS'),
  };
}

/** The spans that are hidden: all but those of excluded types. */
export function hiddenOf(spans: readonly Span[], {excluded}: Redaction): readonly Span[] {
  return excluded.size === 0 ? spans : spans.filter(({type}) => !excluded.has(type));
}

/** The account's markers. SYMBL-77, SYMBL-78 */
function styleOf(settings: RedactionSettings | undefined): Style {
  if (settings?.type === 'obfuscation') return obfuscation;
  if (settings?.type !== 'custom') return named;
  const {default: fallback, ...texts} = settings.custom ?? {};
  const known = Object.entries(texts).flatMap(([name, text]) => {
    const type = typeOfName.get(name);
    return type === undefined || text === undefined ? [] : [[type, text]];
  });
  return custom(
    Object.fromEntries(known) as Partial<Record<EntityType, string>>,
    fallback === 'obfuscation' ? obfuscation : named,
  );
}
