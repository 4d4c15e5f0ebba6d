import {describe, expect, it} from 'vitest';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {cameBack} from './index.js';

const values = {
  canaryName: 'Ada Canary-7f3a',
  canaryEmail: 'seven.lanterns@example.org',
  canaryPhone: '+12025550143',
  canaryText: 'The pebble under the blue door',
};

function answered(body: unknown, headers: Readonly<Record<string, string>> = {}): RecordedExchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = {method: 'GET', path: `/people/${encodeURIComponent(values.canaryEmail)}`, query: '', headers: {}};
  return {request, response: {status: 200, headers, body: text}};
}

describe('what was erased', () => {
  it.each([
    ['as it was', {note: `Call ${values.canaryPhone}`}, '/note', 'canaryPhone', 'canaryPhone'],
    ['in another case', {a: [{b: 'ADA CANARY-7F3A'}]}, '/a/0/b', 'canaryName', 'canaryName disguised by case'],
    ['with the last name first', {by: 'Canary-7f3a, Ada'}, '/by', 'canaryName', /^canaryName disguised by .*order/],
    ['in another format', {tel: '(202) 555-0143'}, '/tel', 'canaryPhone', /^canaryPhone disguised by .*phone/],
    ['in base64', {raw: btoa(values.canaryText)}, '/raw', 'canaryText', 'canaryText disguised by base64'],
    [
      'in a URL',
      {next: `/people?q=${encodeURIComponent(values.canaryEmail)}`},
      '/next',
      'canaryEmail',
      'canaryEmail disguised by url',
    ],
    [
      'with other spacing',
      {t: 'The  pebble\tunder the blue\ndoor'},
      '/t',
      'canaryText',
      /canaryText disguised by spacing/,
    ],
    ['as a name of a member', {[values.canaryText]: 1}, `/${values.canaryText}`, 'canaryText', 'canaryText'],
  ])('is found when it comes back %s', (_, body, pointer, name, got) => {
    const [one, ...others] = cameBack(values, answered(body));
    expect(others).toEqual([]);
    expect(one).toMatchObject({check: 'erased', pointer, expected: `nothing of ${name}`});
    expect(one?.got).toMatch(got);
  });

  it('is found in a header and in a body that is no JSON', () => {
    const [header] = cameBack(values, answered({}, {location: `/people/${encodeURIComponent(values.canaryEmail)}`}));
    expect(header).toMatchObject({pointer: 'header: location', expected: 'nothing of canaryEmail'});
    expect(cameBack(values, answered(`<p>${values.canaryName}</p>`))).toMatchObject([{pointer: ''}]);
  });

  it('is found when the answer only repeats the request, and not when only the request says it', () => {
    expect(cameBack(values, answered({message: `There is no ${values.canaryEmail}`}))).toHaveLength(1);
    expect(cameBack(values, answered({message: 'There is no such person'}))).toEqual([]);
  });

  it('is never repeated in what is told of it', () => {
    const body = {name: values.canaryName, mail: values.canaryEmail, tel: values.canaryPhone, text: values.canaryText};
    const found = cameBack(values, answered(body));
    expect(found).toHaveLength(4);
    for (const value of Object.values(values)) expect(JSON.stringify(found)).not.toContain(value);
  });

  it('is not found in an answer about somebody else', () => {
    const body = {
      name: 'Ben Bystander-11c2',
      mail: 'nine.lanterns@example.org',
      tel: '+12025550199',
      id: 12025550,
    };
    expect(cameBack(values, answered(body, {'content-type': 'application/json'}))).toEqual([]);
  });

  it('is nothing where nothing was', () => {
    expect(cameBack({}, answered({name: values.canaryName}))).toEqual([]);
  });
});
