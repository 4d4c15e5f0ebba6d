import {describe, expect, it} from 'vitest';
import {behaviourValues, choice, duration, flag, integer} from './behaviours.js';

const about = {rule: 'TINY-1', about: 'Something assumed.'};
const behaviours = {
  dates: choice(['documented', 'plain'], about),
  loud: flag(false, about),
  delay: duration('PT1S', about),
  page: integer(10, {min: 1, max: 50}, about),
};
const valuesOf = (settings: Readonly<Record<string, unknown>>) => behaviourValues('tiny', behaviours, settings);

describe('behaviours', () => {
  it('have their defaults until they are set by name', () => {
    expect(valuesOf({})).toEqual({dates: 'documented', loud: false, delay: 1000, page: 10});
    expect(valuesOf({'tiny.dates': 'plain', 'other.page': 3})).toMatchObject({dates: 'plain', page: 10});
  });

  it.each([
    ['dates', 'plain', 'plain'],
    ['loud', true, true],
    ['loud', 'true', true],
    ['loud', 'false', false],
    ['delay', 'PT2M', 120_000],
    ['page', 50, 50],
    ['page', '1', 1],
  ])('%s may be %j', (name, setting, value) => {
    expect(valuesOf({[`tiny.${name}`]: setting})).toMatchObject({[name]: value});
  });

  it.each([
    ['dates', 'Plain', 'documented | plain'],
    ['dates', null, 'documented | plain'],
    ['loud', 'yes', 'true | false'],
    ['loud', 1, 'true | false'],
    ['delay', 'P1M', 'a duration such as PT1S'],
    ['delay', 1000, 'a duration such as PT1S'],
    ['page', 0, '1 to 50'],
    ['page', 51, '1 to 50'],
    ['page', 1.5, '1 to 50'],
    ['page', '1.5', '1 to 50'],
    ['page', NaN, '1 to 50'],
  ])('%s may not be %j, and the error says what it may be', (name, setting, values) => {
    const message = `The behaviour tiny.${name} cannot be ${JSON.stringify(setting)}: use ${values}.`;
    expect(() => valuesOf({[`tiny.${name}`]: setting})).toThrow(new RangeError(message));
  });
});
