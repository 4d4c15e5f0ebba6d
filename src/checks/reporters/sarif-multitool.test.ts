import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {sarifReport} from './sarif.js';
import {hostileReport, mixed} from './test-report.js';

interface Verdict {
  readonly ruleId: string;
  readonly level: string;
  readonly file: string;
}

interface Answer {
  readonly runs: readonly {
    readonly artifacts?: readonly {readonly location: {readonly uri: string}}[];
    readonly results?: readonly {
      readonly ruleId: string;
      readonly level?: string;
      readonly locations: readonly {
        readonly physicalLocation: {readonly artifactLocation: {readonly uri?: string; readonly index?: number}};
      }[];
    }[];
  }[];
}

/** Microsoft's own program, where its package for this platform is installed. */
function programOf(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    return require(`@microsoft/sarif-multitool-${process.platform}`) as string;
  } catch {
    return undefined;
  }
}

const program = programOf();

/**
 * What it finds in these files. It ends with 0 even then, and says nothing of a file that it cannot read; so its notes are
 * asked for too: every file that was read has some.
 */
function validate(files: Readonly<Record<string, string>>): readonly Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'standin-sarif-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const output = join(folder, 'answer.json');
    execFileSync(
      program!,
      ['validate', join(folder, '*.sarif'), '--level', 'Error;Warning;Note', '--rule-kind', 'Sarif;Ghas', '-o', output],
      {stdio: 'pipe', env: {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'}},
    );
    const [run] = (JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')) as Answer).runs;
    return (run?.results ?? []).map(({ruleId, level = 'warning', locations}) => {
      const {uri, index} = locations[0]!.physicalLocation.artifactLocation;
      const file = uri ?? run?.artifacts?.[index ?? -1]?.location.uri ?? '';
      return {ruleId, level, file: file.slice(file.lastIndexOf('/') + 1)};
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

describe.skipIf(program === undefined)('sarif, before Microsoft’s validator', () => {
  it('has no error and no warning, in what is tame and in what is hostile', () => {
    const reports = [mixed, ...fc.sample(hostileReport, {numRuns: 20, seed: 7})];
    const files = Object.fromEntries(
      reports.map((report, index) => [`${index}.sarif`, sarifReport(report, {homepage: 'https://standin.example/'})]),
    );
    const verdicts = validate(files);
    expect(verdicts.filter(({level}) => level !== 'note')).toEqual([]);
    expect([...new Set(verdicts.map(({file}) => file))].sort()).toEqual(Object.keys(files).sort());
  });

  it('would be told of an error', () => {
    const wrong = sarifReport(mixed).replaceAll('"startLine": 81', '"startLine": 0');
    expect(validate({'wrong.sarif': wrong}).map(({level}) => level)).toContain('error');
  });
});
