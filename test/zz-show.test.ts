import {it} from 'vitest';
import {vendorsNamed} from '../src/registry.js';
import {pactOf} from '../src/traffic/pact/write.js';
import {clients, recorded} from './referees/pact-clients.js';
it('x', async () => {
    const [vendor] = await vendorsNamed(['dixa']);
    const calls = await recorded('dixa');
    const many = Array.from({length: 1000}, (_, i) => ({...calls[4 + (i % 8)]!, entry: `req-${i}`}));
    const t = performance.now();
    const pact = pactOf(many, {vendor: vendor!, consumer:'shop', version:'0', scenario:'happy-path'});
    console.log('1000 calls', Math.round(performance.now()-t), 'ms', JSON.stringify(pact).length);
});
