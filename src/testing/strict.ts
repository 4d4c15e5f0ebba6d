import {textReport} from '../checks/reporters/text.js';
import {StrictConduct} from '../checks/traffic-report/strict-conduct.js';
import type {JournalEntry, ScenarioName, Vendor} from '../engine/index.js';
import {version} from '../version.js';
import {violationsOf} from './conformance.js';
import {excerptOf} from './message.js';

// Taken before any test stops the clock of its process: a report tells how long the test really took.
const clock = Date.now;

/**
 * Judges what clients ask of the sandbox of one strict test. Each request is judged as it is written down, so a reset hides
 * nothing; and since the sandbox ends with its test, what nobody looked after by then nobody can look after.
 */
export class StrictSandbox {
  readonly #vendors: readonly Vendor[];
  readonly #conduct: StrictConduct;
  /** Requests whose answers differ from the document: a mistake of the stand-in's own. */
  readonly #violating: JournalEntry[] = [];

  constructor(id: string, vendors: readonly Vendor[]) {
    this.#vendors = vendors;
    this.#conduct = new StrictConduct({vendors, version, clock, name: () => id, home: id});
  }

  /** @param entry as it was written down. */
  judge(entry: JournalEntry, at: {readonly sandbox: string; readonly scenario: ScenarioName}): void {
    this.#conduct.judge(entry, at);
    if (entry.violations.length > 0) this.#violating.push(entry);
  }

  /**
   * What is wrong, for people, once the test is over: the report, and an excerpt of the journal. Undefined when nothing is.
   * @param journal what is left of it.
   */
  end(journal: readonly JournalEntry[]): string | undefined {
    const report = this.#conduct.end();
    const {broken, total} = report.counts;
    const violations = violationsOf(this.#violating, this.#vendors);
    if (broken === 0 && violations.length === 0) return undefined;
    const requests = `${broken} of ${total} ${total === 1 ? 'request' : 'requests'}`;
    return [
      ...(broken === 0 ? [] : [`The client broke the contract in ${requests}:`, '', textReport(report)]),
      ...violations,
      // After a reset it may be empty, although something was asked.
      ...(journal.length === 0 ? [] : [excerptOf(journal, this.#vendors)]),
    ].join('\n');
  }
}
