import {describe, expect, it} from 'vitest';
import {isLoopback, isLoopbackHost, isOnThisMachine} from './loopback.js';

describe('this machine alone', () => {
  it.each(['127.0.0.1', '127.255.0.9', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    'reaches %s',
    async (address) => {
      expect(isLoopback(address)).toBe(true);
      expect(await isLoopbackHost(address)).toBe(true);
    },
  );

  it.each(['0.0.0.0', '::', '128.0.0.1', '10.0.0.1', '::2', '::ffff:10.0.0.1', ''])(
    'is not all that reaches %j',
    async (address) => {
      expect(isLoopback(address)).toBe(false);
      expect(await isLoopbackHost(address)).toBe(false);
    },
  );

  it.each([
    ['localhost', true],
    ['127.1', true],
    ['0', false],
  ])('reaches the name %s: %s', async (name, isOurs) => {
    expect(isLoopback(name)).toBe(false);
    expect(await isLoopbackHost(name)).toBe(isOurs);
  });
});

it('a name that leads nowhere is the resolver’s error', async () => {
  await expect(isLoopbackHost('nowhere.invalid')).rejects.toMatchObject({syscall: 'getaddrinfo'});
});

describe('a host', () => {
  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1', '127.9.9.9:4020', '[::1]', '[::1]:4020'])(
    'is this machine: %s',
    (host) => expect(isOnThisMachine(host)).toBe(true),
  );

  it.each([
    '',
    'a.localhost',
    'localhost.example',
    '127.0.0.1.example',
    '10.0.0.1',
    '[::2]',
    '::1',
    'localhost:x',
    'localhost/',
  ])('is not, or may be pointed elsewhere: %j', (host) => expect(isOnThisMachine(host)).toBe(false));
});
