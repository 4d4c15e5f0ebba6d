import type {OpenApiDocument} from '../document.js';
import type {Validator, Validators} from '../findings.js';
import {operationsOf, type Operation} from '../operations.js';
import {parametersSchema} from '../parameters-schema.js';
import {SchemaCompiler} from './compile.js';

/**
 * The validators of a document, made of its schemas while the program runs. A tenth of the bytes of compiled ones, at a
 * part of their speed: for pages.
 */
export function validatorsOf(document: OpenApiDocument): Validators {
  const compiler = new SchemaCompiler(document);
  const referring = (pointer: string) => compiler.validator({$ref: pointer});
  return Object.fromEntries(
    operationsOf(document).map((operation) => [operation.id, validatorsOfOperation(operation, compiler, referring)]),
  );
}

function validatorsOfOperation(
  operation: Operation,
  compiler: SchemaCompiler,
  referring: (pointer: string) => Validator,
): Validators[string] {
  const {parameters, body, responses} = operation;
  return {
    ...(parameters.length > 0 && {parameters: compiler.validator(parametersSchema(operation, (pointer) => pointer))}),
    ...(body?.schema && {body: referring(body.schema)}),
    responses: Object.fromEntries(
      [...responses.values()].flatMap(({status, schema}) => (schema ? [[status, referring(schema)]] : [])),
    ),
  };
}
