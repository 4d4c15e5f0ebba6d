import {expect, it} from 'vitest';
import {readDocument} from './document.js';
import {cuedPlaces, listedPlaces, namedLandmarks} from './places.js';

const found = (text: string, places = listedPlaces) =>
  Array.from(places(readDocument(text)), ({start, end, type}) => `${type} ${text.slice(start, end)}`);

it('listedPlaces tell cities, states and countries apart', () => {
  expect(found('From Oslo to Ohio.')).toEqual(['LOCATION_CITY Oslo', 'LOCATION_STATE Ohio']);
  expect(found('She moved to Norway.')).toEqual(['LOCATION_COUNTRY Norway']);
});

it('listedPlaces leave words that are places as well', () => {
  expect(found('The reading on the meter is wrong.')).toEqual([]);
});

it('cuedPlaces take a place that no list has from what is said of it', () => {
  expect(found('I live in Qwibblybury.', cuedPlaces)).toContain('LOCATION_CITY Qwibblybury');
});

it('namedLandmarks take a sight by what its name ends in', () => {
  expect(found('We met at Qwibbly Park.', namedLandmarks)).toEqual(['LOCATION Qwibbly Park']);
});
