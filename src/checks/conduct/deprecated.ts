import type {JournalEntry, Vendor} from '../../engine/index.js';
import {escapePointer, isObject, resolve, type Operation} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {weakestMark} from './marks.js';
import {membersIn} from './members.js';
import {headerOf} from './security.js';

/** What a request uses that the document calls deprecated: the operation, parameters, members of the body, a credential's header. */
export function deprecatedIn(entry: JournalEntry, operation: Operation, vendor: Vendor): readonly Told[] {
  const {mark, extensions} = operation;
  // An operation has other rules too, and none of these says that it is deprecated.
  const rules = (extensions['x-standin-deprecated-rules'] ?? []) as readonly string[];
  const told = (pointer: string, message: string, instead: string): Told => {
    return {kind: 'deprecated', pointer, rules, mark, message, instead};
  };
  const own = told('/request/path', 'The document calls this operation deprecated.', successorOf(operation, vendor));
  const parts = [...parametersIn(entry, operation, vendor), ...bodyPartsIn(entry, operation, vendor)];
  return [
    ...(operation.deprecated ? [own] : []),
    ...parts.map(({pointer, name}) =>
      told(pointer, `The document calls \`${name}\` deprecated.`, 'Leave it out: the document says what replaces it.'),
    ),
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
}

function parametersIn({request}: JournalEntry, {parameters}: Operation, {document}: Vendor): readonly Part[] {
  return parameters
    .filter(({pointer}) => (resolve(document, pointer).value as {readonly deprecated?: boolean}).deprecated === true)
    .map(({in: place, name}) =>
      place === 'header'
        ? {name, is: request.headers[name.toLowerCase()], pointer: `/request/headers/${name.toLowerCase()}`}
        : {name, is: request.query[name], pointer: `/request/query/${escapePointer(name)}`},
    )
    .filter(({is}) => is !== undefined);
}

function bodyPartsIn({request}: JournalEntry, {body}: Operation, {document}: Vendor): readonly Part[] {
  if (body?.form !== 'json' || body.schema === undefined) return [];
  return membersIn(document, body.schema, request.body)
    .filter(({value, described}) => value !== null && described.some(({deprecated}) => deprecated === true))
    .map(({pointer, name}) => ({pointer: `/request/body${pointer}`, name}));
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
    const forms = successors.flatMap((one) => headerOf(vendor, one) ?? []).map(({form}) => `\`${form}\``);
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
