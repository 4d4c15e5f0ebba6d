/**
 * The 52 kinds of personal data that the detector knows, in the order in which ties are broken.
 * Names follow Symbl where its spelling is proven, else the neighbours' vocabulary
 * (`DRIVER_LICENSE`, which Symbl writes `DRIVERS_LICENSE`: the vendor's mock translates).
 */
export const entityTypes = [
  'SSN',
  'CREDIT_CARD',
  'CREDIT_CARD_EXPIRATION',
  'CVV',
  'BANK_ACCOUNT',
  'ROUTING_NUMBER',
  'ACCOUNT_NUMBER',
  'HEALTHCARE_NUMBER',
  'DRIVER_LICENSE',
  'PASSPORT_NUMBER',
  'VEHICLE_ID',
  'NUMERICAL_PII',
  'PASSWORD',
  'USERNAME',
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'URL',
  'IP_ADDRESS',
  'FILENAME',
  'PERSON_NAME',
  'ORGANIZATION',
  'OCCUPATION',
  'AGE',
  'DOB',
  'DATE',
  'DATE_INTERVAL',
  'TIME',
  'DURATION',
  'EVENT',
  'LOCATION_ADDRESS',
  'LOCATION_CITY',
  'LOCATION_STATE',
  'LOCATION_COUNTRY',
  'LOCATION_ZIP',
  'LOCATION_COORDINATE',
  'LOCATION',
  'MONEY',
  'LANGUAGE',
  'ORIGIN',
  'RELIGION',
  'POLITICAL_AFFILIATION',
  'GENDER_SEXUALITY',
  'MARITAL_STATUS',
  'PHYSICAL_ATTRIBUTE',
  'ZODIAC_SIGN',
  'CONDITION',
  'INJURY',
  'DRUG',
  'DOSE',
  'MEDICAL_PROCESS',
  'BLOOD_TYPE',
  'STATISTICS',
] as const;

/** One of the 52 names in {@link entityTypes}. */
export type EntityType = (typeof entityTypes)[number];

/** A stretch of text that is personal data: UTF-16 offsets, `end` exclusive, `score` between 0 and 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly score: number;
}

/** What {@link detect} looks for. */
export interface DetectOptions {
  /** The types to look for; a type that is not listed is not even a candidate. Default: all. */
  readonly types?: readonly EntityType[];
  /** Types to do without, of those that are looked for. */
  readonly off?: readonly EntityType[];
}
