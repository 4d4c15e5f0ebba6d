import {expect, it} from 'vitest';
import {personalValue} from './people.js';

const inputs = ['canaryName', 'canaryEmail', 'canaryPhone', 'canaryText', 'bystanderName', 'bystanderEmail'];
const valuesOf = (workflow: string, run: string) => inputs.map((input) => personalValue(workflow, input, run));

it('gives a run the same people again', () => {
  expect(valuesOf('erase', 'one')).toEqual(valuesOf('erase', 'one'));
});

it('gives workflows and runs, and the two people of one, different addresses and texts', () => {
  const tellsApart = ['canaryEmail', 'bystanderEmail', 'canaryText', 'bystanderText'];
  const all = ['erase', 'redact'].flatMap((workflow) =>
    ['one', 'two'].flatMap((run) => tellsApart.map((input) => personalValue(workflow, input, run))),
  );
  expect(new Set(all).size).toBe(all.length);
});

it('invents: reserved domain, numbers that no exchange gives out', () => {
  for (const run of ['one', 'two', 'three', 'four']) {
    expect(personalValue('erase', 'canaryEmail', run)).toMatch(/@example\.org$/);
    expect(personalValue('erase', 'canaryPhone', run)).toMatch(/^\+1\d{3}55501\d\d$/);
  }
});

it('has nothing for inputs that are about nobody', () => {
  expect(personalValue('erase', 'DIXA_API_KEY', 'one')).toBeUndefined();
});
