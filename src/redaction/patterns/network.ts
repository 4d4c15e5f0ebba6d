import {pattern, type Recognizer} from '../candidate.js';
import {isIpv4, isIpv6} from './validators.js';

/** IPv4 and IPv6 addresses that can exist, with the length of a network prefix if there is one. */
export const ipAddresses: readonly Recognizer[] = [
  pattern('IP_ADDRESS', /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?!\w|\.\d)/dg, {
    score: 0.97,
    accept: (match) => isIpv4(withoutPrefix(match)),
  }),
  pattern('IP_ADDRESS', /(?<![\w:.])(?=[\da-f]{0,4}:)[\da-f:]{2,39}(?:\.\d{1,3}){0,3}(?:\/\d{1,3})?(?![\w:])/dgi, {
    score: 0.97,
    accept: (match) => isIpv6(withoutPrefix(match)) && /\d/.test(match),
  }),
];

/** Hardware addresses. */
export const macAddresses: readonly Recognizer[] = [
  pattern('NUMERICAL_PII', /(?<![\w:-])[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}(?![\w:-])/dgi, {score: 0.97}),
];

function withoutPrefix(address: string): string {
  return address.replace(/\/\d+$/, '');
}
