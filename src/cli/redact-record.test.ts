import {expect, it} from 'vitest';
import {readRecord} from './redact-record.js';

it.each([
  ['{"id":"a","text":"Hi","more":1}', {id: 'a', text: 'Hi'}],
  ['{"text":""}', {text: ''}],
  ['{"id":null,"text":"Hi"}', {text: 'Hi'}],
  ['{"id":7,"messages":[]}', {id: 7, messages: []}],
  ['{"messages":["Hi",{"id":"m","text":"Yes","speaker":1}]}', {messages: [{text: 'Hi'}, {id: 'm', text: 'Yes'}]}],
])('reads %s', (line, record) => {
  expect(readRecord(line, 1)).toEqual(record);
});

it.each([
  ['{"id":', 'is no JSON'],
  ['null', 'is no JSON object'],
  ['[1]', 'is no JSON object'],
  ['{"id":"b"}', 'has neither a text nor a list of messages'],
  ['{"text":5}', 'has a text that is no string'],
  ['{"text":"a","messages":[]}', 'has both a text and messages'],
  ['{"messages":["a",{"txt":"b"}]}', 'has no text in message 2'],
  ['{"messages":{"text":"a"}}', 'has neither a text nor a list of messages'],
  ['{"id":{},"text":"a"}', 'has an id that is neither text nor number'],
  ['{"messages":[{"id":true,"text":"a"}]}', 'has an id that is neither text nor number'],
])('refuses %s', (line, says) => {
  expect(() => readRecord(line, 12)).toThrow(RangeError);
  expect(() => readRecord(line, 12)).toThrow(`Line 12 of the input ${says}: each line is {"id", "text"}`);
});

it('repeats not a word of what it refuses', () => {
  expect(() => readRecord('{"text": "I am Zorabel', 1)).toThrow(/^(?!.*Zorabel)/);
});
