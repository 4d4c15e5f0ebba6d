import type {JsonObject} from './json.js';
import type {Parameter} from './operations.js';

/** Where in a request or an answer something was found. */
export type Location = 'path' | 'query' | 'header' | 'body' | 'response';

/** One way in which a request or an answer differs from the document. */
export interface Finding {
  readonly location: Location;
  /** JSON pointer inside that part: `/contact/custom_data/plan`; empty for the whole. */
  readonly path: string;
  /** The JSON Schema keyword that was broken: `required`, `type`, `enum` … */
  readonly keyword: string;
  /** What the keyword says about it, as Ajv reports it: `{missingProperty: 'sessionId'}`. */
  readonly params: JsonObject;
  readonly message: string;
  /** Pointer of the broken keyword in the document. */
  readonly schemaPath: string;
}

/** An error as a compiled validator reports it. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: object;
  readonly message?: string;
}

/** A validator as `npm run generate` compiles it: it leaves its errors on itself. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

/** The validators of one operation. */
export interface OperationValidators {
  readonly parameters?: Validator;
  readonly body?: Validator;
  readonly responses: Readonly<Record<number, Validator>>;
}

/** The validators of a document, by `operationId`. */
export type Validators = Readonly<Record<string, OperationValidators>>;

/**
 * Judges a value and tells every way in which it fails, in the order of the schema.
 * @param location the part judged; parameters are judged together, and the error tells which part it was.
 * @param parameters the declared parameters, so that a missing one is found where the document requires it.
 */
export function findingsOf(
  validator: Validator | undefined,
  value: unknown,
  location: Location | 'parameters',
  parameters: readonly Parameter[] = [],
): readonly Finding[] {
  if (validator === undefined || validator(value)) return none;
  return (validator.errors ?? []).slice(0, maxFindings).map((error) => toFinding(error, location, parameters));
}

const none: readonly Finding[] = [];

/** A hundred tell what is wrong; a body of nothing but mistakes must not cost more than a right one. */
const maxFindings = 100;

function toFinding(
  error: ValidatorError,
  location: Location | 'parameters',
  parameters: readonly Parameter[],
): Finding {
  const [place, path] = location === 'parameters' ? splitPlace(error.instancePath) : [location, error.instancePath];
  return {
    location: place,
    path,
    keyword: error.keyword,
    params: error.params as JsonObject,
    message: error.message ?? error.keyword,
    schemaPath: requiredAt(error, place, parameters) ?? error.schemaPath.replace(/^[^#]*/, ''),
  };
}

/** That a parameter is required stands beside it, not in a schema of the document. */
function requiredAt({keyword, params}: ValidatorError, place: Location, parameters: readonly Parameter[]) {
  if (keyword !== 'required') return undefined;
  const {missingProperty} = params as {missingProperty?: unknown};
  const parameter = parameters.find((one) => one.in === place && one.name === missingProperty);
  return parameter && `${parameter.pointer}/required`;
}

/** Parameters are judged as `{path, query, header}`: the first segment is the place. */
function splitPlace(instancePath: string): [Location, string] {
  const end = instancePath.indexOf('/', 1);
  const place = (end < 0 ? instancePath.slice(1) : instancePath.slice(1, end)) as Location;
  return [place, end < 0 ? '' : instancePath.slice(end)];
}
