import {describe, expect, it} from 'vitest';
import {parseToken, type Token} from '../engine/desks.js';
import {inventorOf} from './synthetic.js';

let count = 0;

/** A token of that shape, unlike any other. */
function tokenOf(shape: string): Token {
  const name = `tok_${String((count += 1)).padStart(16, '0')}`;
  return parseToken(`${name}(${shape})`) as Token;
}

const invent = (shape: string, randomSeed = 1) => inventorOf(randomSeed).textFor(tokenOf(shape));

describe('an invented value', () => {
  it.each([
    ['a name', 'Aaaa Aaaaaa', /^[A-Z][a-z]{3} [A-Z][a-z]{5}$/],
    ['letters and digits', 'AA-99', /^[A-Z]{2}-\d\d$/],
    ['an e-mail address', 'aaa.aaaaa@aaaaa.aaa', /^[a-z]{3}\.[a-z]{5}@[a-z]{5}\.example$/],
    ['an address in a domain that was nobody’s', 'aaa@aaaaaaa.aaa', /^[a-z]{3}@example\.org$/],
    [
      'an address in a sentence',
      'Aaaaa aa aaa@aaaa.aa, aaa',
      /^[A-Z][a-z]{4} [a-z]{2} [a-z]{3}@[a-z]+\.example, [a-z]{3}$/,
    ],
    ['a telephone number', '+99999999999', /^\+1\d{3}55501\d\d$/],
    ['one of another country', '+99 99 99 99 99', /^\+1\d{3}55501\d\d$/],
    ['one with its own form', '(999) 999-9999', /^\(\d{3}\) 555-01\d\d$/],
    ['a date', '9999-99-99', /^19\d\d-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/],
    ['a date with the day first', '99.99.9999', /^(0[1-9]|1[0-2])\.(0[1-9]|1[0-2])\.19\d\d$/],
    ['an address of a machine', '99.999.9.99', /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/],
    ['a number of an insured person', '999-99-9999', /^000-\d\d-\d{4}$/],
    ['a place in the net', 'aaaaa://aaa.aaaaa.aaa/aa/99?a=9', /^https:\/\/[a-z]+\.example\/[a-z]{2}\/\d\d\?[a-z]=\d$/],
  ])('has the shape of %s', (_, shape, form) => {
    for (let seed = 1; seed <= 50; seed += 1) expect(invent(shape, seed)).toMatch(form);
  });

  it('is an instant that there is', () => {
    for (const shape of ['9999-99-99A99:99:99A', '9999-99-99A99:99:99.999+99:99', '9999-99-99 99:99']) {
      for (let seed = 1; seed <= 50; seed += 1) expect(Date.parse(invent(shape, seed))).not.toBeNaN();
    }
  });

  it('goes on where the shape was cut off', () => {
    const text = invent(`${'aaaa '.repeat(16)}…+120`);
    expect(text).toHaveLength(200);
    expect(text).toMatch(/^[a-z ]+$/);
  });

  it('is a file where a file was', () => {
    const text = invent(`${'aA9a'.repeat(20)}…+120`);
    expect(text).toHaveLength(200);
    expect(Buffer.from(text, 'base64').toString('base64')).toBe(text);
  });

  it('is the same for the same token, and another for another one and by another seed', () => {
    const inventor = inventorOf(1);
    const token = tokenOf('Aaaaaa');
    expect(inventor.textFor(token)).toBe(inventor.textFor({...token}));
    const others = Array.from({length: 500}, () => inventor.textFor(tokenOf('Aaaaaa')));
    expect(new Set([...others, inventor.textFor(token)]).size).toBe(501);
    expect(invent('Aaaaaa', 1)).not.toBe(invent('Aaaaaa', 2));
  });
});
