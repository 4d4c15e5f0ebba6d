import type {Said} from '../../../src/engine/index.js';

/** Those of the members that are texts, empty ones too. */
export function textsIn<Name extends string>(
  object: Said,
  ...names: readonly Name[]
): Readonly<Partial<Record<Name, string>>> {
  const found = names.flatMap((name) => (typeof object[name] === 'string' ? [[name, object[name]] as const] : []));
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}
