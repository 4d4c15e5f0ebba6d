import {foldedName, type Vendor} from '../../engine/index.js';
import {isObject, valueAt, type Operation} from '../../openapi/index.js';

/**
 * The rules about something of a name that no operation declares, as `x-standin-undeclared-names` has them: those of the
 * operation, then those of every call.
 * @param name in any spelling.
 */
export function rulesOfName({document}: Vendor, {extensions}: Operation, name: string): readonly string[] {
  const owners = [extensions['x-standin-undeclared-names'], valueAt(document, '/x-standin-undeclared-names')];
  return owners.filter(isObject).flatMap((owner) =>
    Object.entries(owner)
      .filter(([one]) => foldedName(one) === foldedName(name))
      .flatMap(([, rules]) => rules as readonly string[]),
  );
}
