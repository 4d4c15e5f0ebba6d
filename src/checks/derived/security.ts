import {isObject, resolve, type JsonObject, type OpenApiDocument, type Operation} from '../../openapi/index.js';

/** A header that carries a credential. */
export interface CredentialHeader {
  /** Name of the security scheme, which is the name of the output that has its value. */
  readonly scheme: string;
  readonly header: string;
  /** A value in the right shape that nobody issued. */
  readonly wrong: string;
}

/** The headers that an operation's first security requirement asks for; none where it asks for none. */
export function credentialHeadersOf(document: OpenApiDocument, operation: Operation): readonly CredentialHeader[] {
  const raw = resolve(document, operation.pointer).value as {security?: readonly JsonObject[]};
  const [requirement = {}] = raw.security ?? (document.security as readonly JsonObject[] | undefined) ?? [];
  return Object.keys(requirement).flatMap((scheme) => {
    const {value} = resolve(document, `#/components/securitySchemes/${scheme}`);
    if (!isObject(value)) return [];
    const bearer = value.type === 'http';
    const header = bearer ? 'Authorization' : String(value.name);
    return [{scheme, header, wrong: bearer ? `Bearer ${nobodys}` : nobodys}];
  });
}

const nobodys = 'standin-no-such-credential';

/** Whether the value of a header is a credential that nobody issued. */
export function isNobodys(value: string): boolean {
  return value.includes(nobodys);
}

/** Names of all headers that carry credentials, in lower case. */
export function credentialHeaderNames(document: OpenApiDocument): ReadonlySet<string> {
  const {value} = resolve(document, '#/components/securitySchemes');
  const schemes = Object.values(value as Readonly<Record<string, JsonObject>>);
  return new Set(schemes.map((one) => (one.type === 'http' ? 'authorization' : String(one.name).toLowerCase())));
}
