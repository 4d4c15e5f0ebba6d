import type {Answers, Ask} from '../control/index.js';
import type {ScenarioName} from '../engine/index.js';

/** A scenario as it is listed: what it is for, and what it is at each vendor. */
export type ScenarioInfo = Answers<'listScenarios'>['scenarios'][number];

/** A sandbox's scenario. */
export interface ScenariosControl {
  /** All there are. */
  list(): Promise<readonly ScenarioInfo[]>;
  /** The one that the sandbox is in. */
  current(): Promise<ScenarioName>;
  /** Starts the sandbox anew in a scenario; a reset goes back to the one it began with. */
  use(name: ScenarioName): Promise<void>;
}

export function scenariosControl(ask: Ask): ScenariosControl {
  return {
    list: async () => (await ask('listScenarios')).scenarios,
    current: async () => (await ask('getScenario')).name,
    use: async (name) => void (await ask('setScenario', {body: {name}})),
  };
}
