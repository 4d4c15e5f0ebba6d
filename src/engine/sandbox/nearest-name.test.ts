import {describe, expect, it} from 'vitest';
import {nearestName} from './nearest-name.js';

const names = ['id', 'email', 'displayName', 'phoneNumber', 'additionalEmails', 'state'];

describe('a name that is not known', () => {
  it.each([
    ['emial', 'email', 'two letters swapped'],
    ['emails', 'email', 'a letter too many'],
    ['emal', 'email', 'a letter missing'],
    ['ID', 'id', 'other letters'],
    ['display_name', 'displayName', 'spelled in another way'],
    ['phoneNumbers', 'phoneNumber', 'in the plural'],
    ['additionalEmail', 'additionalEmails', 'in the singular'],
  ])('%s probably means %s: %s', (name, meant) => {
    expect(nearestName(name, names)).toBe(meant);
  });

  it.each(['qqqqq', 'address', '', 'x', 'number', 'e'.repeat(10_000)])('%s means none of them', (name) => {
    expect(nearestName(name, names)).toBeUndefined();
  });

  it('means nothing where there are no names', () => {
    expect(nearestName('email', [])).toBeUndefined();
  });
});
