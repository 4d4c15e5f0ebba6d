import type {components} from '../../../specs/dixa/generated/index.js';
import type {CustomAttributeDefinition} from '../entities.js';
import type {Scope} from '../handler.js';

type Schemas = components['schemas'];
export type CustomAttribute = Schemas['CustomAttribute'];
type Value = Schemas['CustomAttributePatch'][string];

/**
 * The custom attributes of an end user or a conversation after a patch: what it names is set or, by `null`, unset, and the
 * rest stays as it is. How strictly values are held to their definitions is assumed.
 * @returns undefined when the patch names what is no attribute of that kind, or brings a value that it does not take.
 */
export async function patchAttributes(
  {state}: Scope,
  current: readonly CustomAttribute[],
  patch: Schemas['CustomAttributePatch'],
  entityType: CustomAttributeDefinition['entityType'],
): Promise<CustomAttribute[] | undefined> {
  const patched = new Map(current.map((attribute) => [attribute.id, attribute]));
  for (const [id, value] of Object.entries(patch)) {
    const definition = await state.customAttributes.get(id);
    if (definition?.entityType !== entityType || !takes(definition, value)) return undefined;
    if (value === null) patched.delete(id);
    else patched.set(id, {id, name: definition.label, identifier: definition.identifier, value});
  }
  return [...patched.values()];
}

/** Text attributes take a text, select attributes a list of their options; what is out of use can only be unset. */
function takes({inputDefinition, isArchived, isDeactivated}: CustomAttributeDefinition, value: Value): boolean {
  if (value === null) return true;
  if (isArchived || isDeactivated) return false;
  if (inputDefinition._type === 'Text') return typeof value === 'string';
  if (typeof value === 'string') return false;
  const options = new Set(valuesOf(inputDefinition.options));
  return value.every((one) => options.has(one));
}

/** What can be chosen, at every level; an option that is out of use takes those below it along. */
function valuesOf(options: readonly Schemas['SelectOption'][]): string[] {
  const inUse = options.filter(({isDeactivated}) => !isDeactivated);
  return inUse.flatMap(({value, nestedOptions}) => [value, ...valuesOf(nestedOptions)]);
}
