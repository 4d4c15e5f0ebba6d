import type {BehaviourValue} from './behaviours.js';
import type {FaultSpec} from './faults/fault.js';

/** The situations that a sandbox can be in, and what each is for. What it is at a vendor, the vendor says. */
export const scenarios = {
  'happy-path': 'Everything works as documented: the seed as it is, and every behaviour as at the start.',
  'already-redacted': 'What a client is about to erase was erased before: for clients that run twice.',
  'open-conversation': 'The conversation that a client is about to anonymize is still open: force is needed.',
  'slow-anonymization': 'What is accepted is carried out hours later: for clients that wait, poll or give up.',
  'rate-limited': 'The second call at once is one too many: for clients that slow down and try again.',
  flaky:
    'Every third call fails before anything is done, every fifth after it was: for clients that try again without doing it twice.',
  'revoked-key': 'The credentials were revoked: for clients that must stop and say so.',
  'partial-scope': 'The credentials are good, but not for everything: for clients that must name what they lack.',
  'legacy-docs': 'Answers as older pages of the vendors print them: for clients that were written after those.',
} as const;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** All names, in the order in which they are told. */
export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

/** The scenario that a sandbox is in unless it is told otherwise. */
export const defaultScenario: ScenarioName = 'happy-path';

/** Whether there is a scenario of that name. */
export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/** What a scenario is at one vendor. */
export interface ScenarioPart<Scope, Behaviour extends string = string> {
  /** One sentence for whoever chooses. */
  readonly about: string;
  /** Values written as in a configuration; they lie over those of the start. */
  readonly behaviours?: {readonly [Name in Behaviour]?: BehaviourValue};
  /** What goes wrong on calls of this vendor. */
  readonly faults?: readonly Omit<FaultSpec, 'vendor'>[];
  /**
   * Changes what was planted, with the vendor's own functions, so that the state is what the operation itself leaves.
   * All of it happened before the sandbox began: what it schedules is carried out at once, and nothing leaves.
   */
  readonly arrange?: (scope: Scope) => Promise<void>;
}

/** A vendor's part in each scenario; in one that it does not name it behaves as in `happy-path`. */
export type ScenarioParts<Scope, Behaviour extends string = string> = {
  readonly [Name in ScenarioName]?: ScenarioPart<Scope, Behaviour>;
};
