import {expect, it} from 'vitest';
import {readDocument} from './document.js';
import {cuedOrganizations} from './organization-cues.js';
import {listedOrganizations, suffixedOrganizations, uncasedOrganizations} from './organizations.js';

const found = (text: string, organizations = suffixedOrganizations) =>
  Array.from(organizations(readDocument(text)), ({start, end}) => text.slice(start, end));

it('suffixedOrganizations go by what a name ends in', () => {
  expect(found('I called Qwibbly Logistics.')).toEqual(['Qwibbly Logistics']);
  expect(found('Ask the Customer Service.')).toEqual([]);
});

it('listedOrganizations take a company that is a word only where a company is meant', () => {
  expect(found('She works for Apple.', listedOrganizations)).toEqual(['Apple']);
  expect(found('An apple a day.', listedOrganizations)).toEqual([]);
});

it('cuedOrganizations take whom somebody works for or flies with', () => {
  const cued = (text: string) => cuedOrganizations.flatMap((organizations) => found(text, organizations));
  expect(cued('I work for Qwibbly.')).toContain('Qwibbly');
  expect(cued('I flew with Qwibbly.')).toContain('Qwibbly');
});

it('uncasedOrganizations take unusual words after "work at"', () => {
  expect(found('i work at qwibbly now', uncasedOrganizations)).toEqual(['qwibbly']);
  expect(found('i work at night', uncasedOrganizations)).toEqual([]);
});
