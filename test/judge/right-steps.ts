import fc, {type Arbitrary} from 'fast-check';
import type {Operation, Vendor} from '../../src/engine/index.js';
import {resolve} from '../../src/openapi/index.js';
import {known, valuesOf} from '../properties/schemas.js';
import type {Template} from '../properties/templates.js';
import {worlds} from './client.js';
import {refined} from './refinements.js';

/** One right request of a run, as plain data: ids and words are filled in when it is made. */
export interface Step {
  readonly vendor: string;
  /** `operationId` */
  readonly operation: string;
  readonly path: Readonly<Record<string, Template>>;
  readonly query: Readonly<Record<string, Template | undefined>>;
  readonly body: Template | undefined;
  /** Milliseconds that pass before it. */
  readonly wait: number;
  /** How many steps later the client looks after what was accepted for later. */
  readonly patience: number;
}

/** How runs are. */
export interface Shape {
  readonly minLength: number;
  readonly maxLength: number;
  /** Whether so much time may pass that tokens lapse. */
  readonly lapses: boolean;
}

/** Milliseconds that pass before a call: 25 hours are longer than a token lasts (SYMBL-7). */
const short = fc.constantFrom(0, 0, 0, 500, 2000, 60_000);
const sometimesLong = fc.oneof({arbitrary: short, weight: 30}, fc.constant(90_000_000));

/** How often a request changes something: whoever only reads breaks little. */
const weights: Readonly<Record<string, number>> = {GET: 1, DELETE: 1};

/** Any right requests to all vendors that their documents describe, by clients that call nothing deprecated. */
export function rightRuns({minLength, maxLength, lapses}: Shape): Arbitrary<readonly Step[]> {
  const perVendor = worlds.map(({vendor}) =>
    fc.oneof(
      ...operationsOf(vendor).map((operation) => ({
        arbitrary: stepsOf(vendor, operation, lapses ? sometimesLong : short),
        weight: refined(operation.id).weight ?? weights[operation.method] ?? 2,
      })),
    ),
  );
  return fc.array(fc.oneof(...perVendor), {minLength, maxLength, size: 'max'});
}

/** What a client may call: nothing that is deprecated. */
export function operationsOf({operationList}: Vendor): readonly Operation[] {
  return operationList.filter(({deprecated, id}) => !deprecated && refined(id).isLeftOut !== true);
}

function stepsOf(vendor: Vendor, operation: Operation, wait: Arbitrary<number>): Arbitrary<Step> {
  const {id, parameters, body} = operation;
  const {document} = vendor;
  const {query: betterQuery = {}, body: betterBody} = refined(id);
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .map(({name, enum: listed, schema}) => {
      if (listed) return [name, fc.constantFrom(...(listed as string[]))] as const;
      const nobody = nobodyOf(resolve(document, schema).value as {type?: string});
      const isId = /id$/i.test(name);
      return [name, isId ? fc.oneof({arbitrary: known(name), weight: 9}, nobody) : known(name)] as const;
    });
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && !isDeprecated(vendor, parameter.pointer))
    .map(({name, schema, required}) => {
      const values = betterQuery[name] ?? valuesOf(document, schema, name);
      return [name, required ? values : fc.option(values, {nil: undefined, freq: 1})] as const;
    });
  const drawn = betterBody?.(vendor) ?? (body?.schema === undefined ? undefined : valuesOf(document, body.schema));
  const bytes = body === undefined ? fc.constant(undefined) : fc.constant<Template>({$text: 'png'});
  return fc.record({
    vendor: fc.constant(vendor.name),
    operation: fc.constant(id),
    path: fc.record(Object.fromEntries(path)),
    query: fc.record(Object.fromEntries(query)),
    body: drawn ?? bytes,
    wait,
    patience: fc.nat(4),
  });
}

/** The id of nobody: that there is no such thing is no mistake of the client's. */
function nobodyOf({type}: {readonly type?: string}): Arbitrary<Template> {
  return fc.constant(type === 'integer' ? 987_654_321 : '00000000-0000-4000-8000-000000000000');
}

function isDeprecated({document}: Vendor, pointer: string): boolean {
  return (resolve(document, pointer).value as {deprecated?: boolean}).deprecated === true;
}
