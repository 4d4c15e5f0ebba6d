import {expect, it} from 'vitest';
import {readDocument} from './document.js';
import {events} from './events.js';

const found = (text: string) => Array.from(events(readDocument(text)), ({start, end}) => text.slice(start, end));

it('takes holidays and events by their names', () => {
  expect(found('I need it by Thanksgiving.')).toEqual(['Thanksgiving']);
});

it('takes an event that no list has by what it ends in', () => {
  expect(found('We met at the Qwibbly Festival.')).toEqual(['Qwibbly Festival']);
});

it('leaves what happens every day', () => {
  expect(found('The meeting is at the office.')).toEqual([]);
});
