import type {FaultSpec} from '../../../src/index.js';
import type {Transcript} from '../transcript.js';
import {makerOf} from './made.js';

const makers = {
  dixa: {
    make: makerOf('faults', 'dixa'),
    path: '/v1/conversations/10749',
    statuses: ['400', '401', '403', '404', '429', '500'],
  },
  opencx: {
    make: makerOf('faults', 'opencx'),
    path: '/chat/sessions',
    statuses: ['401', '403', '429', '500', '502', '503', '504', '520'],
  },
  symbl: {
    make: makerOf('faults', 'symbl'),
    path: '/v1/manage/settings',
    statuses: ['400', '401', '403', '404', '405', '500'],
  },
} as const;

/** What every face can do to an answer. What a client sees of a broken connection is an error, and its name is compared. */
const wire: readonly FaultSpec[] = [
  {fault: 'delay', delay: 'PT0.01S'},
  {fault: 'drip', over: 'PT0.02S'},
  {fault: 'reset'},
  {fault: 'empty'},
  {fault: 'truncate'},
  {fault: 'timeout', for: 'PT0.01S'},
];

export const faults: readonly Transcript[] = Object.values(makers).flatMap(({make, path, statuses}) => [
  make('refusals that are injected', async (client) => {
    for (const fault of statuses) {
      await client.fault({fault, times: 1});
      await client.call('GET', path, {status: Number(fault)});
    }
    await client.call('GET', path, {status: 200});
  }),
  make('answers that are delayed, cut or lost', async (client) => {
    for (const fault of wire) {
      await client.fault({...fault, times: 1});
      await client.attempt('GET', path);
      await client.call('GET', path, {status: 200});
    }
  }),
]);

const {make, path} = makers.opencx;

/** The gateway before OpenCX answers in HTML, with headers of its own. */
export const gatewayPages: readonly Transcript[] = [
  make('pages of the gateway', async (client) => {
    for (const fault of ['403', '429', '500', '502', '503', '504', '520', '524']) {
      await client.fault({fault, html: true, times: 1});
      await client.call('GET', path, {status: Number(fault)});
    }
  }),
  make(
    'a limit that is reached, and over',
    async (client) => {
      for (let call = 0; call < 3; call += 1) await client.call('GET', path);
      await client.advance('PT61S');
      await client.call('GET', path, {status: 200});
    },
    {behaviours: {'opencx.limiter': 'tight'}},
  ),
];
