import type {JournalEntry, Vendor} from '../../engine/index.js';
import {escapePointer, isObject, resolve, schemeOf, type Operation} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {weakestMark} from './marks.js';
import {membersIn} from './members.js';
import {formOf} from './security.js';

/** What a request uses that the document calls deprecated: the operation, parameters, members of the body, a credential's header. */
export function deprecatedIn(entry: JournalEntry, operation: Operation, vendor: Vendor): readonly Told[] {
  const {mark, extensions} = operation;
  // An operation has other rules too, and none of these says that it is deprecated.
  const rules = (extensions['x-standin-deprecated-rules'] ?? []) as readonly string[];
  const sure = weakestMark(vendor, rules, mark);
  const told = (pointer: string, message: string, instead: string): Told => {
    return {kind: 'deprecated', pointer, rules, mark: sure, message, instead};
  };
  const own = told('/request/path', 'The document calls this operation deprecated.', successorOf(operation, vendor));
  const parts = [...parametersIn(entry, operation, vendor), ...bodyPartsIn(entry, operation, vendor)];
  return [
    ...(operation.deprecated ? [own] : []),
    ...parts.map(({pointer, name, successors}) => {
      const names = successors.map((one) => `\`${one}\``);
      const instead = names.length === 0 ? 'Leave it out: nothing replaces it.' : `Send ${names.join(' or ')}.`;
      return told(pointer, `The document calls \`${name}\` deprecated.`, instead);
    }),
    ...credentialsIn(entry, operation, vendor),
  ];
}

function successorOf({extensions, summary}: Operation, {operationList, name}: Vendor): string {
  const ids = (extensions['x-standin-replaced-by'] ?? []) as readonly string[];
  const ways = operationList
    .filter(({id}) => ids.includes(id))
    .map(({id, method, path}) => `${method} ${path} (${id})`);
  if (ways.length === 0) return `Look for what replaces it (${summary}) in specs/${name}/openapi.yaml.`;
  return `Call ${ways.join(' or ')}.`;
}

interface Part {
  readonly pointer: string;
  readonly name: string;
  /** The names of what to send in its place. */
  readonly successors: readonly string[];
}

/** What is deprecated, as the document has it. */
interface Deprecated {
  readonly deprecated?: boolean;
  readonly 'x-standin-replaced-by'?: readonly string[];
}

function parametersIn({request}: JournalEntry, {parameters}: Operation, {document}: Vendor): readonly Part[] {
  return parameters
    .map(({in: place, name, pointer}) => {
      const raw = resolve(document, pointer).value as Deprecated;
      const part = {name, raw, successors: raw['x-standin-replaced-by'] ?? []};
      return place === 'header'
        ? {...part, is: request.headers[name.toLowerCase()], pointer: `/request/headers/${name.toLowerCase()}`}
        : {...part, is: request.query[name], pointer: `/request/query/${escapePointer(name)}`};
    })
    .filter(({raw, is}) => raw.deprecated === true && is !== undefined);
}

function bodyPartsIn({request}: JournalEntry, {body}: Operation, {document}: Vendor): readonly Part[] {
  if (body?.form !== 'json' || body.schema === undefined) return [];
  return membersIn(document, body.schema, request.body)
    .filter(({value, described}) => value !== null && described.some(({deprecated}) => deprecated === true))
    .map(({pointer, name, described}) => {
      const successors = (described as readonly Deprecated[]).flatMap((one) => one['x-standin-replaced-by'] ?? []);
      return {pointer: `/request/body${pointer}`, name, successors: [...new Set(successors)]};
    });
}

/** The older of two headers for one credential, where the document says so. */
function credentialsIn({request: {headers}}: JournalEntry, {secured}: Operation, vendor: Vendor): readonly Told[] {
  const schemes = vendor.document.components?.securitySchemes ?? {};
  return Object.values(schemes).flatMap((scheme): readonly Told[] => {
    if (!secured || !isObject(scheme) || scheme['x-standin-deprecated'] !== true) return [];
    const name = String(scheme.name);
    if (headers[name.toLowerCase()] === undefined) return [];
    const rules = (scheme['x-standin-rules'] ?? []) as readonly string[];
    const successors = (scheme['x-standin-replaced-by'] ?? []) as readonly string[];
    const forms = successors.flatMap((one) => schemeOf(vendor.document, one) ?? []).map((one) => `\`${formOf(one)}\``);
    return [
      {
        kind: 'deprecated',
        pointer: `/request/headers/${name.toLowerCase()}`,
        rules,
        mark: weakestMark(vendor, rules, 'documented'),
        message: `The document calls the header ${name} deprecated.`,
        instead: `Send the credential as ${forms.join(' or ')}.`,
      },
    ];
  });
}
