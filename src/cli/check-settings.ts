import type {VendorName} from '../index.js';
import {InvalidArgumentError, Option} from 'commander';
import {parseDuration} from '../time/index.js';
import {reporterOption, type Reporting} from './reporting.js';

/** How `standin check` is told what to do. */
export interface CheckSettings {
  readonly vendor?: readonly VendorName[];
  /** Base URLs by vendor; those without one are stood in for. */
  readonly url?: Readonly<Record<string, string>>;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly mark?: 'documented' | 'inferred' | 'assumed';
  /** Absent: only read what is not on this machine. */
  readonly readOnly?: boolean;
  readonly allowIrreversible: boolean;
  /** Milliseconds. */
  readonly wait: number;
  readonly bail: boolean;
  readonly reporter: readonly Reporting[];
  /** From 0 to 100. */
  readonly minCoverage?: number;
}

/** The flags of `standin check`. */
export function checkOptions(): Option[] {
  return [
    new Option('--vendor <names>', 'only these vendors, separated by commas').argParser(wordsOf),
    new Option('--url <vendor=base>', 'a server to check in place of the built-in stand-in; repeatable').argParser(
      urlsOf,
    ),
    new Option('--only <names>', 'only these operations, workflows or rules; separated by commas, repeatable')
      .argParser(wordsOf)
      .default([], 'all'),
    new Option('--skip <names>', 'but not these').argParser(wordsOf).default([], 'none'),
    new Option(
      '--mark <mark>',
      'what a server is judged by: rules that are documented, also inferred, or also assumed; others are told as learned (default: assumed on this machine, documented elsewhere)',
    ).choices(['documented', 'inferred', 'assumed']),
    new Option(
      '--read-only',
      'call nothing that changes the server (the default for servers that are not on this machine)',
    ),
    new Option('--no-read-only', 'call what changes the server, too'),
    new Option('--allow-irreversible', 'anonymize, redact and delete on servers that are not on this machine').default(
      false,
    ),
    new Option('--wait <duration>', 'longest time to wait for what is done later')
      .argParser(durationOf)
      .default(30_000, '30s'),
    new Option('--bail', 'stop at the first failure').default(false),
    reporterOption(),
    new Option('--min-coverage <percent>', 'end with 4 when less of the documents was touched').argParser(percentOf),
  ];
}

/**
 * Reads words that are separated by commas, behind those read before. None at all would mean everything: an unset variable of a
 * CI must not do that.
 * @throws InvalidArgumentError when there is none.
 */
export function wordsOf(text: string, previous: readonly string[] = []): readonly string[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0) throw new InvalidArgumentError('Name at least one.');
  return [...previous, ...words];
}

function urlsOf(text: string, previous: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  const base = text.slice(at + 1);
  if (at < 1 || !isBase(base))
    throw new InvalidArgumentError('Use vendor=base, such as dixa=http://127.0.0.1:4020/dixa.');
  if (Object.hasOwn(previous, text.slice(0, at))) throw new InvalidArgumentError('A vendor has one server.');
  return {...previous, [text.slice(0, at)]: base.replace(/\/+$/, '')};
}

/** Whether it is an address that a path can be put behind; credentials in it would stand in every report. */
function isBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const {protocol, username, password, search, hash} = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}

function durationOf(text: string): number {
  const milliseconds = parseDuration(/^\d+[smh]$/i.test(text) ? `PT${text.toUpperCase()}` : text);
  if (milliseconds !== undefined) return milliseconds;
  throw new InvalidArgumentError('Use a duration such as 30s or PT30S.');
}

function percentOf(text: string): number {
  const number = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (number <= 100) return number;
  throw new InvalidArgumentError('Use a number from 0 to 100.');
}
