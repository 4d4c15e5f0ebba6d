import {describe, expect, it} from 'vitest';
import {
  isAbaRouting,
  isCardNumber,
  isIban,
  isIpv4,
  isIpv6,
  isLuhn,
  isNhsNumber,
  isSin,
  isSsn,
  isVin,
} from './validators.js';

describe('validators', () => {
  it('Luhn', () => {
    expect(isLuhn('4111111111111111')).toBe(true);
    expect(isLuhn('4111111111111112')).toBe(false);
    expect(isLuhn('')).toBe(false);
  });

  it('cards: checksum, issuer and length', () => {
    expect(['4111111111111111', '378282246310005', '5555555555554444', '30569309025904'].every(isCardNumber)).toBe(
      true,
    );
    expect(['0000000000000000', '411111111111', '490154203237518', '4111111111111112'].some(isCardNumber)).toBe(false);
  });

  it('IBAN', () => {
    expect(isIban('DE89370400440532013000')).toBe(true);
    expect(isIban('DE88370400440532013000')).toBe(false);
  });

  it('ABA routing numbers', () => {
    expect(isAbaRouting('021000021')).toBe(true);
    expect(isAbaRouting('021000022')).toBe(false);
    expect(isAbaRouting('990000000')).toBe(false);
  });

  it('SSN: areas and groups that exist, ITINs too', () => {
    expect(['444673334', '912781134'].every(isSsn)).toBe(true);
    expect(['000121234', '666121234', '123001234', '123120000', '900121234'].some(isSsn)).toBe(false);
  });

  it('NHS numbers', () => {
    expect(['9434765919', '4010232137'].every(isNhsNumber)).toBe(true);
    expect(['9434765918', '943476591', '0000000000', ''].some(isNhsNumber)).toBe(false);
  });

  it('Canadian social insurance numbers', () => {
    expect(['130692544', '193456787'].every(isSin)).toBe(true);
    expect(['130692545', '046454286', '000000000', '13069254'].some(isSin)).toBe(false);
  });

  it('vehicles', () => {
    expect(isVin('1M8GDM9AXKP042788')).toBe(true);
    expect(isVin('1M8GDM9A1KP042788')).toBe(false);
  });

  it('IP addresses', () => {
    expect(['0.0.0.0', '203.0.113.9'].every(isIpv4)).toBe(true);
    expect(['1.2.3', '256.1.1.1'].some(isIpv4)).toBe(false);
    expect(['2001:db8::1', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.1', '::1'].every(isIpv6)).toBe(true);
    expect(['::', '1:2:3', '1::2::3', '12:30', '1:2:3:4:5:6:7:8:9'].some(isIpv6)).toBe(false);
  });
});
