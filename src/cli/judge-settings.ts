import type {VendorName} from '../index.js';
import {Option} from 'commander';
import {wordsOf} from './check-settings.js';
import {reporterOption, type Reporting} from './reporting.js';

/** How `standin judge` is told what to do. */
export interface JudgeSettings {
  /** A running stand-in whose journal is judged. */
  readonly url?: string;
  readonly sandbox: string;
  readonly adminToken?: string;
  readonly vendor?: readonly VendorName[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly mark: 'documented' | 'inferred' | 'assumed';
  readonly reporter: readonly Reporting[];
}

/** The flags of `standin judge`. */
export function judgeOptions(): Option[] {
  return [
    new Option('--url <url>', 'judge the journal of the stand-in that listens there, in place of a file'),
    new Option('--sandbox <id>', 'which sandbox of it is meant').env('STANDIN_SANDBOX').default('default'),
    new Option('--admin-token <token>', 'as it was started with').env('STANDIN_ADMIN_TOKEN'),
    new Option('--vendor <names>', 'only calls of these vendors, separated by commas').argParser(wordsOf),
    new Option('--only <names>', 'only these operations, kinds of breaches or rules; separated by commas, repeatable')
      .argParser(wordsOf)
      .default([], 'all'),
    new Option('--skip <names>', 'but not these').argParser(wordsOf).default([], 'none'),
    new Option(
      '--mark <mark>',
      'what calls are judged by: rules that are documented, also inferred, or also assumed; others are told as learned',
    )
      .choices(['documented', 'inferred', 'assumed'])
      .default('assumed'),
    reporterOption(),
  ];
}
