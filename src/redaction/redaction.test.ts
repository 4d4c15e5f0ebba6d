import {describe, expect, it} from 'vitest';
import {custom, obfuscation, redact} from './index.js';

const sample = 'My social security number is 444-67-3334 and I live in New York City.';

describe("Symbl's own examples", () => {
  it('SYMBL-39, SYMBL-41: puts the name of the type in the place of each entity', () => {
    expect(redact(sample)).toBe('My social security number is [SSN] and I live in [LOCATION_CITY].');
  });

  it('SYMBL-40: obfuscation shows four asterisks, whatever the length', () => {
    expect(redact(sample, {style: obfuscation})).toBe('My social security number is [****] and I live in [****].');
  });

  it('shows custom texts in brackets', () => {
    const style = custom({SSN: '123-45-6789', LOCATION_CITY: 'City'});
    expect(redact(sample, {style})).toBe('My social security number is [123-45-6789] and I live in [City].');
  });

  it('falls back to another style where there is no custom text', () => {
    const style = custom({SSN: 'Social Security Number'}, obfuscation);
    expect(redact(sample, {style})).toBe('My social security number is [Social Security Number] and I live in [****].');
  });

  it('SYMBL-42: leaves excluded types in clear', () => {
    expect(redact(sample, {exclude: ['LOCATION_CITY']})).toBe(
      'My social security number is [SSN] and I live in New York City.',
    );
  });

  it('finds a name after "my name is"', () => {
    expect(redact('My name is Tony Stark')).toBe('My name is [PERSON_NAME]');
  });

  it.each(['Sleepy Hollow Mattress', 'Mattress Firm', 'Dreamland', "Snoozy's", 'Night & Day Bedding'])(
    'takes %s for a company, because it is a store',
    (name) => {
      const rest = ' is a store that sells mattresses if you are sleepy by chance.';
      expect(redact(name + rest)).toBe('[ORGANIZATION]' + rest);
    },
  );

  it('finds the person and the role, and leaves "next week"', () => {
    expect(redact('This is Alexander Reed who will be joining our team next week as our new accountant.')).toBe(
      'This is [PERSON_NAME] who will be joining our team next week as our new [OCCUPATION].',
    );
  });

  it('leaves "Yes." alone', () => {
    expect(redact('Yes.')).toBe('Yes.');
  });

  it('SYMBL-43: several entities of a type get the same marker', () => {
    expect(redact('Ask anna@example.com or bob@example.org.')).toBe('Ask [EMAIL_ADDRESS] or [EMAIL_ADDRESS].');
  });

  it('SYMBL-54: the same text gives the same result', () => {
    expect(redact(sample)).toBe(redact(sample));
  });
});

describe('exclude', () => {
  it('filters after resolution: no weaker guess takes the place of what is excluded', () => {
    expect(redact('Write to oslo@example.com', {exclude: ['EMAIL_ADDRESS']})).toBe('Write to oslo@example.com');
  });
});

describe('types', () => {
  it('makes types that are not listed no candidates at all', () => {
    expect(redact('Born on 4 May 1990 in Oslo.', {types: ['DATE_INTERVAL', 'LOCATION_CITY']})).toBe(
      'Born on 4 [DATE_INTERVAL] in [LOCATION_CITY].',
    );
    expect(redact(sample, {types: []})).toBe(sample);
  });
});
