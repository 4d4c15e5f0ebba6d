import {execFileSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {sarifReport} from './sarif.js';
import {aReport, hostileJudged, hostileReport, judged, mixed} from './test-report.js';

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
    const file = require(`@microsoft/sarif-multitool-${process.platform}`) as string;
    // That is what its install script does, and nothing else; here no install script runs.
    chmodSync(file, 0o755);
    return file;
  } catch {
    return undefined;
  }
}

const program = programOf();

/** Without the one rule that would ask servers elsewhere, whether they know the addresses in the file. */
const configuration = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled"/>
  </Properties>
</Properties>`;

/**
 * What it finds in these files. It ends with 0 even then, and says nothing of a file that it cannot read; so its notes are
 * asked for too: every file that was read has some.
 */
function validate(files: Readonly<Record<string, string>>): readonly Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'standin-sarif-'));
  const [input, output, config] = ['*.sarif', 'answer.json', 'configuration.xml'].map((name) => join(folder, name));
  try {
    const all = {...files, 'configuration.xml': configuration};
    for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
    const asked = ['--level', 'Error;Warning;Note', '--rule-kind', 'Sarif;Ghas'];
    execFileSync(program!, ['validate', input!, '--config', config!, ...asked, '--output', output!], {
      stdio: 'pipe',
      // It needs no ICU then, which small machines do not have.
      env: {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'},
    });
    const [run] = (JSON.parse(readFileSync(output!, 'utf8').replace(/^\ufeff/, '')) as Answer).runs;
    return (run?.results ?? []).map(({ruleId, level = 'warning', locations}) => {
      const {uri, index} = locations[0]!.physicalLocation.artifactLocation;
      const file = uri ?? run?.artifacts?.[index ?? -1]?.location.uri ?? '';
      return {ruleId, level, file: file.slice(file.lastIndexOf('/') + 1)};
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

// Where the platform's package is missing there is no validator; it must not be missing where the tests are run for all.
describe.skipIf(program === undefined && process.platform !== 'linux')('sarif, before Microsoft’s validator', () => {
  it('has no error and no warning, be it tame or hostile', () => {
    const hostile = fc.sample(hostileReport, {numRuns: 20, seed: 7}).flatMap(({vendors}) => vendors);
    const requests = fc.sample(hostileJudged, {numRuns: 20, seed: 7});
    const leftOut = requests.flatMap((report) => report.leftOut ?? []);
    const hostileRequests = {...aReport(...requests.flatMap(({vendors}) => vendors)), leftOut};
    const options = {homepage: 'https://standin.example/'};
    const verdicts = validate({
      'tame.sarif': sarifReport(mixed, options),
      'hostile.sarif': sarifReport(aReport(...hostile), options),
      'fine.sarif': sarifReport(aReport(), options),
      'judged.sarif': sarifReport(judged, options),
      'requests.sarif': sarifReport({...hostileRequests, subject: 'requests'}, options),
    });
    expect(verdicts.filter(({level}) => level !== 'note')).toEqual([]);
    expect([...new Set(verdicts.map(({file}) => file))].sort()).toEqual([
      ...['fine.sarif', 'hostile.sarif', 'judged.sarif', 'requests.sarif', 'tame.sarif'],
    ]);
  });

  it('would be told of an error', () => {
    const wrong = sarifReport(mixed).replaceAll('"startLine": 81', '"startLine": 0');
    expect(validate({'wrong.sarif': wrong}).map(({level}) => level)).toContain('error');
  });
});
