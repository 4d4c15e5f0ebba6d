import {isObject, resolve, valueAt, type Finding, type OpenApiDocument, type Schema} from '../../openapi/index.js';

/** What the findings are about. */
interface Judged {
  readonly document: OpenApiDocument;
  /** The whole body. */
  readonly value: unknown;
}

/** One of the forms that a value may have. */
interface Form {
  /** Whether the value is of its JSON type at all. */
  readonly isNear: boolean;
  /** What keeps the value from having it. */
  readonly findings: ReadonlySet<Finding>;
}

/**
 * Of a value that may have several forms and has none, a validator tells what keeps it from each of them: a wrong date gives
 * three findings. This leaves those of the form that is meant: of the value's own type, with the fewest findings. Where none
 * is nearer than the others, only that it has none of them is left.
 */
export function withoutOtherForms(findings: readonly Finding[], {document, value}: Judged): readonly Finding[] {
  const left = new Set(findings);
  // What holds others is told after them, and which of its forms is meant decides over theirs.
  for (const finding of [...findings].reverse()) {
    if (!isAlternative(finding) || !left.has(finding)) continue;
    const forms = formsOf(finding, {findings: [...left], document, value});
    const meant = nearest(forms);
    for (const {findings: own} of forms) for (const one of own) if (!meant?.has(one)) left.delete(one);
    if (meant !== undefined) left.delete(finding);
  }
  return withoutRepeats([...left]);
}

/** That several forms fit is another thing than that none does. */
function isAlternative({keyword, params}: Finding): boolean {
  return keyword === 'anyOf' || (keyword === 'oneOf' && !Array.isArray(params.passingSchemas));
}

function formsOf(
  finding: Finding,
  {findings, document, value}: Judged & {readonly findings: readonly Finding[]},
): readonly Form[] {
  const {path, schemaPath} = finding;
  const below = findings.filter((one) => one !== finding && (one.path === path || one.path.startsWith(`${path}/`)));
  const kind = kindOf(path === '' ? value : valueAt(value, path));
  const {value: schemas} = resolve(document, schemaPath);
  return (schemas as readonly Schema[]).map((_, position) => {
    const pointers = [...reachedFrom(document, `${schemaPath}/${position}`)];
    const own = below.filter((one) => pointers.some((at) => one.schemaPath.startsWith(`${at}/`)));
    const {type} = resolve(document, `${schemaPath}/${position}`).value as Schema;
    return {isNear: type === undefined || [type].flat().some((one) => kind.includes(one)), findings: new Set(own)};
  });
}

/** The findings of the one form that is nearer than all others. */
function nearest(forms: readonly Form[]): ReadonlySet<Finding> | undefined {
  const near = forms.filter(({isNear, findings}) => isNear && findings.size > 0);
  const fewest = Math.min(...near.map(({findings}) => findings.size));
  const [first, second] = near.filter(({findings}) => findings.size === fewest);
  return second === undefined ? first?.findings : undefined;
}

/** A schema and everything that it leads to by references, as pointers. */
function reachedFrom(document: OpenApiDocument, pointer: string): ReadonlySet<string> {
  const reached = new Set([pointer]);
  for (const at of reached) {
    for (const reference of referencesIn(valueAt(document, at.slice(1)))) reached.add(reference);
  }
  return reached;
}

function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const below = Object.values(value).flatMap(referencesIn);
  return typeof value.$ref === 'string' ? [value.$ref, ...below] : below;
}

function kindOf(value: unknown): readonly string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return typeof value === 'number' && Number.isInteger(value) ? ['number', 'integer'] : [typeof value];
}

/** Forms that share a part are judged by it once each. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map(findings.map((one) => [JSON.stringify([one.path, one.schemaPath, one.params]), one]));
  return [...known.values()];
}
