/**
 * `npm run bench` measures beside peers, `-- growth` with much data beside little, `-- check` the contract checks,
 * `-- redaction` what finds personal data.
 */
import {measureCheck} from './check.js';
import {measureGrowth} from './growth.js';
import {comparePeers} from './peers.js';
import {measureRedaction} from './redaction.js';

const suites: Readonly<Record<string, () => Promise<void>>> = {
  peers: comparePeers,
  growth: measureGrowth,
  check: measureCheck,
  redaction: measureRedaction,
};

const [name = 'peers'] = process.argv.slice(2);
const suite = suites[name];
if (suite === undefined) throw new Error(`There is no benchmark ${name}: use ${Object.keys(suites).join(' or ')}.`);
await suite();
