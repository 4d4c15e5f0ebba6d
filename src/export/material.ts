import type {JournalEntry, JsonValue, ScenarioName} from '../engine/index.js';

/** What a stand-in tells of a sandbox's journal for an export: the answer of `GET /_standin/journal/export`. */
export interface Material {
  /** Whose journal it is. */
  readonly sandbox: string;
  /** Names of the vendors that it stands in for. */
  readonly vendors: readonly string[];
  readonly scenario: ScenarioName;
  /** Values by full name: `{'dixa.dates': 'plain'}`. */
  readonly behaviours: Readonly<Record<string, string | number | boolean>>;
  /** The seed of all ids. */
  readonly randomSeed: number;
  /** Oldest first, with tokens in place of what is personal. */
  readonly entries: readonly JournalEntry[];
  /** What tokens stand for that are nobody's. */
  readonly known: Readonly<Record<string, JsonValue>>;
}
