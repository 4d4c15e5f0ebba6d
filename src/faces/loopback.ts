import {lookup} from 'node:dns/promises';
import {BlockList, isIP} from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an address is of this machine's loopback interface, an IPv4 one written as IPv6 included. */
export function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Whether a host as URLs and `Host` headers write it, with a port or without, is this machine by its name: `localhost`,
 * `127.0.0.1:4020`, `[::1]`. No other name counts, for anybody may point one at this machine.
 */
export function isOnThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}

/**
 * Whether only this machine reaches what listens on a host. A name is as good as the address that it leads to.
 * @throws the error of the resolver, such as `ENOTFOUND`, when a name leads nowhere.
 */
export async function isLoopbackHost(host: string): Promise<boolean> {
  // No name at all is every interface there is.
  if (host === '') return false;
  const addresses = await lookup(host, {all: true});
  return addresses.every(({address}) => isLoopback(address));
}
