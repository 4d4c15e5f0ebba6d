import type {components} from '../../../specs/dixa/generated/index.js';
import type {Ids} from '../../../src/engine/index.js';
import {decodingFailure, notFound} from '../errors.js';

type Schemas = components['schemas'];

/** What can be told about a person: all of it about an end user, all but `externalId` about an agent. */
export type Details = Readonly<Partial<Omit<Schemas['EndUser'], 'id' | 'createdAt' | 'customAttributes'>>>;

/** A detail that makes a person impossible, as bulk answers spell it; those with `Exists` are printed, the last is ours. */
export type DetailError = 'EmailExists' | 'PhoneNumberExists' | 'UserIsAnonymized';

/** Why a person is not created or changed; `kind` is what bulk answers call it. */
export interface Refusal {
  readonly kind: 'NotFound' | 'EmptyPatchSet' | 'Validation';
  readonly id: string;
  readonly errors: readonly DetailError[];
}

/** The person as it is now, or why it is not. */
export type Outcome<P> = {readonly saved: P} | {readonly refused: Refusal};

/** What nobody has. A person whose lists are not told has empty ones (DIXA-18). */
export const noLists = {additionalEmails: [], additionalPhoneNumbers: [], middleNames: []};

/**
 * Of what a request tells about a person, what Dixa knows. A picture is hosted anew each time; where it came from is not
 * kept.
 */
export function detailsOf(input: Details, ids: Ids): Details {
  const {displayName, email, phoneNumber, additionalEmails, additionalPhoneNumbers} = input;
  const {firstName, lastName, middleNames, avatarUrl, externalId} = input;
  return {
    ...(displayName !== undefined && {displayName}),
    ...(email !== undefined && {email}),
    ...(phoneNumber !== undefined && {phoneNumber}),
    ...(additionalEmails && {additionalEmails}),
    ...(additionalPhoneNumbers && {additionalPhoneNumbers}),
    ...(firstName !== undefined && {firstName}),
    ...(lastName !== undefined && {lastName}),
    ...(middleNames && {middleNames}),
    ...(avatarUrl !== undefined && {avatarUrl: `https://files.dixa.io/public/${ids.uuid()}`}),
    ...(externalId !== undefined && {externalId}),
  };
}

/** A collection of people in which primary addresses and numbers are unique. */
interface Registry {
  first(index: 'email' | 'phoneNumber', by: string): Promise<{readonly id: string} | undefined>;
}

/** What of it another of them has already (DIXA-83). */
export async function clashes(registry: Registry, id: string, {email, phoneNumber}: Details): Promise<DetailError[]> {
  const isTaken = async (index: 'email' | 'phoneNumber', by: string | undefined) => {
    const holder = by === undefined ? undefined : await registry.first(index, by);
    return holder !== undefined && holder.id !== id;
  };
  const errors: DetailError[] = [];
  if (await isTaken('email', email)) errors.push('EmailExists');
  if (await isTaken('phoneNumber', phoneNumber)) errors.push('PhoneNumberExists');
  return errors;
}

/** Why nothing was saved. */
export function refused(kind: Refusal['kind'], id: string, errors: readonly DetailError[] = []): {refused: Refusal} {
  return {refused: {kind, id, errors}};
}

/** The refusal of an operation on one person. */
export function refusalOf({kind}: Refusal) {
  return kind === 'NotFound' ? notFound() : decodingFailure();
}
