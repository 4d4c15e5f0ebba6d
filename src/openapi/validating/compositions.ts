import type {Schema} from '../document.js';
import type {ValidatorError} from '../findings.js';
import {errorOf, type Check, type Keyword, type Seen} from './keyword.js';

/** Keywords that apply several schemas to one value. */
export const compositions: readonly Keyword[] = [
  {
    name: 'anyOf',
    make: (schemas: readonly Schema[], place) => {
      const error = errorOf(place, 'anyOf', {}, 'must match a schema in anyOf');
      const checks = schemas.map((schema, position) => place.inside(schema, `/anyOf/${position}`));
      return (value, path, errors, seen) => {
        const before = errors.length;
        // Every one is asked: each that holds may speak of further members.
        const holding = checks.filter((check) => holds(check, value, path, errors, seen));
        if (holding.length > 0) errors.length = before;
        else errors.push(error(path));
      };
    },
  },
  {
    name: 'oneOf',
    make: (schemas: readonly Schema[], place) => {
      // Where a member tells the shapes apart, `discriminator` judges.
      if (place.schema.discriminator !== undefined) return undefined;
      const checks = schemas.map((schema, position) => place.inside(schema, `/oneOf/${position}`));
      return (value, path, errors, seen) => {
        const before = errors.length;
        const passing: number[] = [];
        for (const [position, check] of checks.entries()) {
          if (holds(check, value, path, errors, seen)) passing.push(position);
          // More than one is one too many; which others there are is not told.
          if (passing.length > 1) break;
        }
        if (passing.length === 1) errors.length = before;
        else {
          const passingSchemas = passing.length === 0 ? null : passing;
          errors.push(errorOf(place, 'oneOf', {passingSchemas}, 'must match exactly one schema in oneOf')(path));
        }
      };
    },
  },
  {
    name: 'allOf',
    make: (schemas: readonly Schema[], {inside}) => {
      const checks = schemas.map((schema, position) => inside(schema, `/allOf/${position}`));
      return (value, path, errors, seen) => {
        for (const check of checks) check(value, path, errors, seen);
      };
    },
  },
  {
    name: 'if',
    make: (schema: Schema, place) => {
      const judge = place.inside(schema, '/if');
      const branchOf = (name: 'then' | 'else') => {
        const branch = place.schema[name] as Schema | undefined;
        return (
          branch && {
            check: place.inside(branch, `/${name}`),
            error: errorOf(place, 'if', {failingKeyword: name}, `must match "${name}" schema`),
          }
        );
      };
      const branches = {then: branchOf('then'), else: branchOf('else')};
      return (value, path, errors, seen) => {
        const asked: ValidatorError[] = [];
        judge(value, path, asked, seen);
        const branch = asked.length === 0 ? branches.then : branches.else;
        if (branch && !holds(branch.check, value, path, errors, seen)) errors.push(branch.error(path));
      };
    },
  },
];

/** Judges, and says whether nothing was wrong; only then the members that it spoke of count. */
function holds(check: Check, value: unknown, path: string, errors: ValidatorError[], seen: Seen | undefined): boolean {
  const before = errors.length;
  const own = seen && new Set<string>();
  check(value, path, errors, own);
  if (errors.length > before) return false;
  for (const name of own ?? []) seen?.add(name);
  return true;
}
