import {breachesOf, PlainWords, sentenceOf} from '../checks/conduct/index.js';
import type {JournalEntry, Vendor} from '../engine/index.js';
import {vendorsNamed, type KnownNames} from '../registry.js';
import type {SandboxControl} from '../program/index.js';
import {excerptOf} from './message.js';

/** What is asked of a sandbox, or of a stand-in, which speaks for its sandbox `default`. */
export type Checked = Pick<SandboxControl<KnownNames>, 'info' | 'journal' | 'verify' | 'erasure' | 'scenarios'>;

/** What a check came to. */
export interface Outcome {
  readonly passed: boolean;
  /** Several lines for people; they end with an excerpt of the journal. */
  readonly message: string;
}

/** The vendors that a sandbox has. */
export function vendorsOf({info}: Pick<Checked, 'info'>): Promise<readonly Vendor[]> {
  return vendorsNamed(Object.keys(info.vendors));
}

/** Whether clients kept the vendors' contracts in a sandbox, and the stand-in's own answers as well. */
export async function conformanceOf(sandbox: Checked): Promise<Outcome> {
  const [vendors, entries, scenario] = await Promise.all([
    vendorsOf(sandbox),
    sandbox.journal.entries(),
    sandbox.scenarios.current(),
  ]);
  const breaches = breachesOf(entries, vendors, {scenario});
  const violations = violationsOf(entries, vendors);
  const lines = [
    ...(breaches.length === 0 ? [] : [`The client broke the contract ${counted(breaches.length)}:`]),
    ...breaches.map((breach) => `  ${sentenceOf(breach)}`),
    ...violations,
  ];
  const passed = lines.length === 0;
  const message = [...(passed ? ['All calls kept the contract.'] : lines), excerptOf(entries, vendors)].join('\n');
  return {passed, message};
}

/** Lines that tell which answers of the stand-in's own differ from the document; none when none does. */
export function violationsOf(entries: readonly JournalEntry[], vendors: readonly Vendor[]): readonly string[] {
  const lines = vendors.flatMap((vendor) => violationsAt(vendor, entries));
  if (lines.length === 0) return [];
  return ['Answers of the stand-in differ from the document, which is a mistake of its own:', ...lines];
}

function violationsAt(vendor: Vendor, entries: readonly JournalEntry[]): readonly string[] {
  const words = new PlainWords(vendor);
  return entries
    .filter((entry) => entry.vendor === vendor.name && entry.kind === 'request')
    .flatMap(({id, violations}) => violations.map((one) => `  ${id} ${vendor.name}: ${words.finding(one)}`));
}

function counted(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}
