import {scenarioNames, scenarios} from '../../engine/index.js';
import type {Handler} from '../call.js';

export const listScenarios: Handler<'listScenarios'> = async ({engine}) => {
  const vendors = [...engine.vendors.values()];
  const list = scenarioNames.map((name) => ({
    name,
    about: scenarios[name],
    vendors: Object.fromEntries(
      vendors.map((vendor) => [vendor.name, vendor.scenarios[name]?.about ?? 'As in happy-path.']),
    ),
  }));
  return {status: 200, body: {scenarios: list}};
};

export const getScenario: Handler<'getScenario'> = async ({engine, sandbox}) => ({
  status: 200,
  body: {name: await engine.sandboxes.scenario(sandbox)},
});

export const setScenario: Handler<'setScenario'> = async ({engine, sandbox, body: {name}}) => {
  await engine.sandboxes.changeScenario(sandbox, name);
  return {status: 200, body: {name}};
};
