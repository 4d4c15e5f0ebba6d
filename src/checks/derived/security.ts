import {securitySchemesOf, waysInto, type OpenApiDocument, type Operation} from '../../openapi/index.js';

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
  const [way = []] = waysInto(document, operation);
  return way.map(({name, header, isBearer}) => ({
    scheme: name,
    header,
    wrong: isBearer ? `Bearer ${nobodys}` : nobodys,
  }));
}

const nobodys = 'standin-no-such-credential';

/** Whether the value of a header is a credential that nobody issued. */
export function isNobodys(value: string): boolean {
  return value.includes(nobodys);
}

/** Names of all headers that carry credentials, in lower case. */
export function credentialHeaderNames(document: OpenApiDocument): ReadonlySet<string> {
  return new Set(securitySchemesOf(document).map(({header}) => header.toLowerCase()));
}
