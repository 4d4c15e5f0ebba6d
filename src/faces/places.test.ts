import {describe, expect, it} from 'vitest';
import {checkedSandbox, patternOf, placeOf, placesOf, plainAt} from './places.js';

const vendors = [
  {name: 'one', origins: ['https://one.example']},
  {name: 'two', origins: ['https://two.example']},
];

describe('places', () => {
  it('are found by the base URL that says most, whoever named it first', () => {
    const places = placesOf(vendors, {one: 'HTTPS://gate.example/api/', two: 'https://gate.example/api/two'});
    const vendorAt = (url: string) => placeOf(url, places)?.vendor;
    expect(vendorAt('https://gate.example/api/two/x')).toBe('two');
    expect(vendorAt('https://gate.example/api/twofold')).toBe('one');
    expect(vendorAt('https://gate.example/api?x')).toBe('one');
    expect(vendorAt('https://gate.example/apis')).toBeUndefined();
    expect(vendorAt('https://one.example')).toBe('one');
  });

  it('belong to one vendor each', () => {
    const both = {one: 'https://gate.example/api', two: 'https://gate.example/api/'};
    expect(() => placesOf(vendors, both)).toThrow('The base URL https://gate.example/api is given for two vendors');
    expect(() => placesOf(vendors, {one: 'https://two.example'})).toThrow(RangeError);
  });

  it.each([
    'one.example',
    'ftp://one.example',
    'https://a.example/?b=c',
    'https://a.example/#b',
    'https://u:p@a.example',
  ])('are no %s', (url) =>
    expect(() => placesOf(vendors, {one: url})).toThrow(/^The base URL of one must be like https:/),
  );
});

it.each([
  ['https://one.example', true],
  ['https://one.example:443/x', true],
  ['https://one.example./x', true],
  ['https://one.example?x', true],
  ['https://one.example:8443/x', false],
  ['http://one.example/x', false],
  ['https://one.example.org/x', false],
  ['https://oneXexample/x', false],
])('the pattern of https://one.example matches %s: %s', (url, isIn) => {
  expect(patternOf({url: 'https://one.example'}).test(url)).toBe(isIn);
});

it('a request at a place has the path below it, and the sandbox that was said, whatever its own header says', () => {
  const place = {vendor: 'one', url: 'https://gate.example/api'};
  const plain = {method: 'GET', target: '/api?x=1', headers: {'x-standin-sandbox': 'red'}, body: undefined, origin: ''};
  expect(plainAt(place, plain, 'blue')).toMatchObject({
    target: '/?x=1',
    mount: '/api',
    vendor: 'one',
    headers: {'x-standin-sandbox': 'blue'},
  });
  expect(plainAt(place, plain, undefined).headers).toEqual({'x-standin-sandbox': 'red'});
});

it('a sandbox has a name that can be one', () => {
  expect(checkedSandbox('blue-1')).toBe('blue-1');
  expect(() => checkedSandbox('no name')).toThrow('"no name" names no sandbox');
});
