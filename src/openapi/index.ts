/** An OpenAPI document as a running program needs it: operations, routes, decoded parameters, judged bodies. */
export {mediaTypeOf, parseJson} from './body.js';
export {composing} from './composing.js';
export {escapePointer, resolve, unescapePointer, type Mark, type OpenApiDocument, type Schema} from './document.js';
export {examplesOf, type Example} from './examples.js';
export {
  findingsOf,
  type Finding,
  type Location,
  type OperationValidators,
  type Validator,
  type Validators,
} from './findings.js';
export {isObject, type JsonObject, type JsonValue} from './json.js';
export {linksOf, type Condition, type Link} from './links.js';
export {operationsOf, type Operation, type Parameter, type RequestBody, type ResponseShape} from './operations.js';
export {covers, formOf, parseForm, type BinaryPart, type BodyForm, type BodyValue, type FormFields} from './parts.js';
export {inSchemaOrder, placeOf, schemaAt, valueAt, type Judged} from './order.js';
export {
  parseQuery,
  readBoolean,
  readParameters,
  type DecoderSettings,
  type ParameterDecoder,
  type Parameters,
  type RawQuery,
} from './parameters.js';
export {Router, type Match} from './router.js';
export {schemeOf, securitySchemesOf, waysInto, type SecurityScheme} from './security.js';
