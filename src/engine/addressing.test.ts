import {describe, expect, it} from 'vitest';
import {dixa} from '../../mocks/dixa/index.js';
import {addressOf, openPrefix, type Address} from './addressing.js';
import type {PlainRequest} from './request.js';
import type {Vendor} from './vendor.js';

const tokenOf = (sandbox: string) => dixa.issue(sandbox).env.DIXA_API_KEY as string;

/** A second vendor, so that the path has to tell which one is meant. */
const other: Vendor = {...dixa, name: 'other', origins: ['https://api.other.example'], sandboxOf: () => undefined};
const vendors = new Map([dixa, other].map((vendor) => [vendor.name, vendor]));

function address(target: string, more: Partial<PlainRequest> = {}, known = vendors): Address {
  const request = {method: 'GET', headers: {}, body: undefined, origin: 'http://127.0.0.1:4020', target, ...more};
  return addressOf(request, known);
}

/** What a test looks at of a vendor's address. */
function found(target: string, more: Partial<PlainRequest> = {}, known = vendors) {
  const {vendor, ...rest} = address(target, more, known) as Address & {kind: 'vendor'};
  return {...rest, vendor: vendor.name};
}

describe('the vendor', () => {
  it.each([
    ['/dixa/v1/conversations/1?x=1', '/v1/conversations/1?x=1', '/dixa'],
    ['/dixa', '/', '/dixa'],
    ['/dixa?x=1', '/?x=1', '/dixa'],
    ['/dixa/', '/', '/dixa'],
    ['/other/dixa', '/dixa', '/other'],
  ])('is told by the first segment of %s', (target, rest, prefix) => {
    expect(found(target)).toMatchObject({vendor: prefix.slice(1), target: rest, prefix, sandbox: 'default'});
  });

  it('is the one on whose port the request came in, whatever the path', () => {
    expect(found('/other/v1', {vendor: 'dixa'})).toMatchObject({vendor: 'dixa', target: '/other/v1', prefix: ''});
  });

  it('is the one whose real address was called', () => {
    const request = {origin: 'https://dev.dixa.io'};
    expect(found('/v1/endusers', request)).toMatchObject({vendor: 'dixa', target: '/v1/endusers', prefix: ''});
  });

  it('needs no segment when there is only one', () => {
    const only = new Map([['dixa', dixa]]);
    expect(found('/v1/endusers', {}, only)).toMatchObject({vendor: 'dixa', target: '/v1/endusers', prefix: ''});
    expect(found('/dixa/v1/endusers', {}, only)).toMatchObject({target: '/v1/endusers', prefix: '/dixa'});
  });

  it.each(['/', '/v1/endusers', '/dixatest/v1', '/Dixa/v1'])('is not told by %s', (target) => {
    expect(address(target)).toEqual({kind: 'other', path: target});
  });

  it('has what an outer application cut off in front of its prefix', () => {
    expect(found('/dixa/v1', {mount: '/standin'})).toMatchObject({target: '/v1', prefix: '/standin/dixa'});
  });
});

describe('the sandbox', () => {
  const header = (sandbox: string) => ({'x-standin-sandbox': sandbox});
  const authorization = tokenOf('blue');

  it.each([
    ['default when nobody names one', '/dixa/v1', {}, 'default'],
    ["the header's", '/dixa/v1', header('red'), 'red'],
    ["the path's", '/s/green/dixa/v1', {}, 'green'],
    ["the credential's", '/dixa/v1', {authorization}, 'blue'],
    ['default by the demo credential', '/dixa/v1', {authorization: tokenOf('default')}, 'default'],
    ["the header's before the path's", '/s/green/dixa/v1', header('red'), 'red'],
    ["the header's before the credential's", '/dixa/v1', {...header('red'), authorization}, 'red'],
    ["the path's before the credential's", '/s/green/dixa/v1', {authorization}, 'green'],
    ["the header's before both", '/s/green/dixa/v1', {...header('red'), authorization}, 'red'],
  ])('is %s', (_, target, headers, sandbox) => {
    expect(found(target, {headers})).toMatchObject({sandbox, target: '/v1'});
  });

  it('stands in the prefix when it stands in the path', () => {
    expect(found('/s/green/dixa/v1?x=1')).toMatchObject({target: '/v1?x=1', prefix: '/s/green/dixa'});
    expect(found('/s/green/v1', {vendor: 'dixa'})).toMatchObject({sandbox: 'green', target: '/v1', prefix: '/s/green'});
  });

  it('is cut off the front only', () => {
    expect(found('/dixa/s/green')).toMatchObject({sandbox: 'default', target: '/s/green'});
  });

  it.each([
    ['/s/a%20b/dixa/v1', {}],
    ['/s//dixa/v1', {}],
    [`/s/${'x'.repeat(41)}/dixa/v1`, {}],
    ['/dixa/v1', header('a b')],
    ['/dixa/v1', header('')],
    ['/s/green/dixa/v1', header('../red')],
  ])('is refused when its name cannot be one (%s %j)', (target, headers) => {
    expect(address(target, {headers})).toEqual({kind: 'bad-sandbox'});
  });
});

describe('the control plane', () => {
  it.each([
    ['/_standin/journal?x=1', {}, 'default', '/_standin/journal?x=1'],
    ['/s/green/_standin/clock', {}, 'green', '/_standin/clock'],
    ['/_standin', {'x-standin-sandbox': 'red'}, 'red', '/_standin'],
  ])('is at %s', (target, headers, sandbox, rest) => {
    expect(address(target, {headers})).toEqual({kind: 'control', sandbox, target: rest});
  });

  it("is not on a vendor's own port", () => {
    expect(found('/_standin/journal', {vendor: 'dixa'})).toMatchObject({vendor: 'dixa', target: '/_standin/journal'});
  });
});

describe('an address that anyone can open', () => {
  it.each([
    ['default', '', '', ''],
    ['default', '', '/dixa', '/dixa'],
    ['blue', '', '', '/s/blue'],
    ['blue', '', '/dixa', '/s/blue/dixa'],
    ['blue', '', '/s/blue/dixa', '/s/blue/dixa'],
    ['blue', '', '/s/other/dixa', '/s/blue/dixa'],
    ['default', '', '/s/other/dixa', '/dixa'],
    ['blue', '/standin', '/standin/dixa', '/standin/s/blue/dixa'],
    ['blue', '', '/s/blue', '/s/blue'],
  ])('of sandbox %s mounted at %j with prefix %j begins with %j', (sandbox, mount, prefix, expected) => {
    expect(openPrefix({mount}, {sandbox, prefix})).toBe(expected);
  });
});
