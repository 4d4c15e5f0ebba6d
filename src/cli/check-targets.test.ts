import {networkInterfaces} from 'node:os';
import {afterEach, describe, expect, it} from 'vitest';
import {check, type Effect} from '../checks/index.js';
import type {CheckSettings} from './check-settings.js';
import {targetsOf, type Targets} from './check-targets.js';
import {packageRoot} from './package-root.js';

const effects: readonly Effect[] = ['reads', 'writes', 'erases'];
const opened: Targets[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map(({close}) => close()))));

/** What may be done to Dixa's target, by the contracts and by the document's examples; and what it is judged by. */
async function permitted(settings: Partial<CheckSettings>) {
  const defaults = {only: [], skip: [], allowIrreversible: false, wait: 0, bail: false, reporter: []};
  const targets = await targetsOf({...defaults, vendor: ['dixa'], ...settings});
  opened.push(targets);
  const [target] = targets.targets;
  return {
    contracts: effects.filter((one) => target?.mayDo(one)),
    examples: effects.filter((one) => target?.examplesMayDo(one)),
    mark: target?.mark,
  };
}

const everything = {contracts: effects, examples: effects, mark: 'assumed'};
// 192.0.2.0/24 is for documentation: nobody is there, and nothing is sent in these tests.
const elsewhere = {url: {dixa: 'http://192.0.2.1/dixa'}};

describe('what may be done to a target', () => {
  it('is everything to the built-in stand-in and to what is on this machine', async () => {
    expect(await permitted({})).toEqual(everything);
    for (const host of ['127.0.0.1', '[::1]', 'localhost'])
      expect(await permitted({url: {dixa: `http://${host}:1/dixa`}})).toEqual(everything);
  });

  it('is only reading on this machine, too, when that is asked for', async () => {
    expect(await permitted({readOnly: true})).toEqual({contracts: ['reads'], examples: ['reads'], mark: 'assumed'});
  });

  it('is only reading elsewhere, judged by what is documented, whatever may not be undone', async () => {
    const reading = {contracts: ['reads'], examples: ['reads'], mark: 'documented'};
    expect(await permitted(elsewhere)).toEqual(reading);
    expect(await permitted({...elsewhere, allowIrreversible: true})).toEqual(reading);
  });

  it('is changing elsewhere by contracts only, and erasing only when both are allowed', async () => {
    const may = (contracts: readonly Effect[]) => ({contracts, examples: ['reads'], mark: 'documented'});
    expect(await permitted({...elsewhere, readOnly: false})).toEqual(may(['reads', 'writes']));
    expect(await permitted({...elsewhere, readOnly: false, allowIrreversible: true})).toEqual(may([...effects]));
  });

  it('is only reading at this machine as the network sees it', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const own = addresses.find(({family, internal}) => family === 'IPv4' && !internal);
    if (own === undefined) return;
    expect((await permitted({url: {dixa: `http://${own.address}:1/dixa`}})).contracts).toEqual(['reads']);
  });

  it('is only reading where a name leads nowhere', async () => {
    expect((await permitted({url: {dixa: 'http://nobody.invalid/dixa'}})).contracts).toEqual(['reads']);
  });
});

describe('a run that may only read', () => {
  it('says why of what it leaves out, by the worst that it would do', async () => {
    const targets = await targetsOf({
      vendor: ['dixa'],
      only: [],
      skip: [],
      readOnly: true,
      allowIrreversible: false,
      wait: 0,
      bail: false,
      reporter: [],
    });
    opened.push(targets);
    const {vendors} = await check({
      targets: targets.targets,
      version: '0',
      root: packageRoot(),
      selection: {only: ['anonymize-message', 'tags'], skip: []},
      wait: 0,
      bail: false,
      run: 'reads',
      clock: () => 0,
    });
    const reasons = vendors[0]?.workflows.map(({id, steps}) => [id, [...new Set(steps.map(({reason}) => reason))]]);
    expect(Object.fromEntries(reasons ?? [])).toEqual({
      'anonymize-message': ['It does what cannot be undone: --allow-irreversible.'],
      tags: [expect.stringMatching(/^It (changes the target|does what)/)],
    });
  });
});
