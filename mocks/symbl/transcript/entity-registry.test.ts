import {describe, expect, it} from 'vitest';
import {entityTypes} from '../../../src/redaction/index.js';
import {enabledTypes, entityRegistry, type Certainty} from './entity-registry.js';
import {process, signedIn, texts} from '../test-support.js';

const namesOf = (certainty: Certainty) =>
  entityRegistry.filter((entity) => entity.certainty === certainty).map(({name}) => name);

describe('the entity registry', () => {
  it('SYMBL-88 has the nine names whose spelling is proven', () => {
    expect(namesOf('proven').sort()).toEqual(
      [
        ...['PERSON_NAME', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'SSN', 'DRIVERS_LICENSE'],
        ...['LOCATION_CITY', 'LOCATION_STATE', 'ORGANIZATION', 'OCCUPATION'],
      ].sort(),
    );
  });

  it('SYMBL-88 has the best candidate for each of the fifteen meanings that are proven', () => {
    expect(namesOf('candidate').sort()).toEqual(
      [
        ...['AGE', 'DATE_OF_BIRTH', 'BANK_ACCOUNT', 'ROUTING_NUMBER', 'CREDIT_CARD', 'CREDIT_CARD_EXPIRATION', 'CVV'],
        ...['CONDITION', 'BLOOD_TYPE', 'INJURY', 'STATISTICS', 'EVENT', 'FILENAME', 'TIME', 'URL'],
      ].sort(),
    );
  });

  it('SYMBL-88 has all else that the detector knows as extensions, each name once', () => {
    expect(entityRegistry.map(({type}) => type)).toEqual(entityTypes);
    expect(new Set(entityRegistry.map(({name}) => name)).size).toBe(entityTypes.length);
    expect(namesOf('extension')).toHaveLength(entityTypes.length - 9 - 15);
    expect(enabledTypes(false)).toHaveLength(9 + 15);
    expect(enabledTypes(true)).toEqual(entityTypes);
  });

  it.each([
    [false, 'I was born in Kenya and I speak Swahili.'],
    [true, 'I was born in [LOCATION_COUNTRY] and I speak [LANGUAGE].'],
  ])('SYMBL-88 extensions are looked for only where the switch says so: %s', async (extensions, expected) => {
    const client = await signedIn({'symbl.extensions': extensions});
    const id = await process(client, ['I was born in Kenya and I speak Swahili.']);
    expect(await texts(client, id, 'redact=true')).toEqual([expected]);
  });

  it('SYMBL-88 an extension that is off leaves what is inside it to the others', async () => {
    const client = await signedIn();
    const id = await process(client, ['I live at 12 Main Street, New York City, NY 10001.']);
    expect(await texts(client, id, 'redact=true')).toEqual([
      'I live at 12 Main Street, [LOCATION_CITY], [LOCATION_STATE] 10001.',
    ]);
  });

  it('SYMBL-88 the switch holds for a seed too', async () => {
    const query = 'redact=true';
    const off = await texts(await signedIn(), '6749556955938816', query);
    const on = await texts(await signedIn({'symbl.extensions': true}), '6749556955938816', query);
    expect(off).toEqual(['Best package for you is $69.99 per month.']);
    expect(on).toEqual(['Best package for you is [MONEY] per month.']);
  });
});
