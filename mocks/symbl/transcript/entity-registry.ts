import {entityTypes, type EntityType} from '../../../src/redaction/types.js';

/**
 * How sure it is that Symbl has an entity of that name (SYMBL-88).
 * `proven`: the spelling stands in a source of the vendor's · `candidate`: the meaning does, the spelling is
 * concluded (table B) · `extension`: no source of Symbl mentions it (table C); on only when switched on.
 */
export type Certainty = 'proven' | 'candidate' | 'extension';

/** An entity as Symbl spells it, and the detector's type that finds it. */
export interface RegisteredEntity {
  readonly name: string;
  readonly type: EntityType;
  readonly certainty: Certainty;
}

/** Where Symbl's spelling differs from the detector's. */
const ownSpellings: Readonly<Partial<Record<EntityType, string>>> = {
  DRIVER_LICENSE: 'DRIVERS_LICENSE',
  DOB: 'DATE_OF_BIRTH',
};

const certainties: Readonly<Record<EntityType, Certainty>> = {
  PERSON_NAME: 'proven',
  EMAIL_ADDRESS: 'proven',
  PHONE_NUMBER: 'proven',
  SSN: 'proven',
  DRIVER_LICENSE: 'proven',
  LOCATION_CITY: 'proven',
  LOCATION_STATE: 'proven',
  ORGANIZATION: 'proven',
  OCCUPATION: 'proven',

  AGE: 'candidate',
  DOB: 'candidate',
  BANK_ACCOUNT: 'candidate',
  ROUTING_NUMBER: 'candidate',
  CREDIT_CARD: 'candidate',
  CREDIT_CARD_EXPIRATION: 'candidate',
  CVV: 'candidate',
  CONDITION: 'candidate',
  BLOOD_TYPE: 'candidate',
  INJURY: 'candidate',
  STATISTICS: 'candidate',
  EVENT: 'candidate',
  FILENAME: 'candidate',
  TIME: 'candidate',
  URL: 'candidate',

  ACCOUNT_NUMBER: 'extension',
  DATE: 'extension',
  DATE_INTERVAL: 'extension',
  DOSE: 'extension',
  DRUG: 'extension',
  DURATION: 'extension',
  GENDER_SEXUALITY: 'extension',
  HEALTHCARE_NUMBER: 'extension',
  IP_ADDRESS: 'extension',
  LANGUAGE: 'extension',
  LOCATION: 'extension',
  LOCATION_ADDRESS: 'extension',
  LOCATION_COORDINATE: 'extension',
  LOCATION_COUNTRY: 'extension',
  LOCATION_ZIP: 'extension',
  MARITAL_STATUS: 'extension',
  MEDICAL_PROCESS: 'extension',
  MONEY: 'extension',
  NUMERICAL_PII: 'extension',
  ORIGIN: 'extension',
  PASSPORT_NUMBER: 'extension',
  PASSWORD: 'extension',
  PHYSICAL_ATTRIBUTE: 'extension',
  POLITICAL_AFFILIATION: 'extension',
  RELIGION: 'extension',
  USERNAME: 'extension',
  VEHICLE_ID: 'extension',
  ZODIAC_SIGN: 'extension',
};

/** Every entity there is, in the detector's order. */
export const entityRegistry: readonly RegisteredEntity[] = entityTypes.map((type) => ({
  name: ownSpellings[type] ?? type,
  type,
  certainty: certainties[type],
}));

/** Symbl's name of a detector's type. */
export const nameOfType: ReadonlyMap<EntityType, string> = new Map(entityRegistry.map(({type, name}) => [type, name]));

/** The detector's type behind a name of Symbl's; none for names that there are not (SYMBL-65). */
export const typeOfName: ReadonlyMap<string, EntityType> = new Map(entityRegistry.map(({type, name}) => [name, type]));

const mentioned = entityRegistry.filter(({certainty}) => certainty !== 'extension').map(({type}) => type);

/** The types to look for: all that Symbl's sources mention, or all there are. */
export function enabledTypes(extensions: boolean): readonly EntityType[] {
  return extensions ? entityTypes : mentioned;
}
