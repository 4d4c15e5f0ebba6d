/** Contract checks: holds a server against a vendor's contracts and tells in what it differs. */
import {checkVendor, variablesOf, type RunOptions, type Target} from './check-vendor.js';
import type {Contract} from './contracts/contract.js';
import {contractsOf} from './contracts/folder.js';
import {unknownIn} from './plan.js';
import {RespectError} from './respect/run-respect.js';
import {withoutSecrets} from './secrets.js';
import type {CheckReport, Counts, StepReport} from './report.js';

export type {Target} from './check-vendor.js';
export type {Effect} from './effects.js';
export type {CheckReport} from './report.js';
export {RespectError};

export interface CheckOptions extends RunOptions {
  readonly targets: readonly Target[];
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * Runs the contracts of all targets side by side.
 * @throws RangeError when the selection names what there is not, or a credential is missing.
 * @throws RespectError when workflows cannot be run at all.
 */
export async function check({targets, version, clock, ...options}: CheckOptions): Promise<CheckReport> {
  const began = clock();
  const all = await Promise.all(
    targets.map(async (target) => ({
      ...target,
      target,
      contracts: await contractsOf(options.root, target.vendor.name),
    })),
  );
  const unknown = unknownIn(options.selection, all);
  if (unknown.length > 0)
    throw new RangeError(
      `No operation, workflow or rule is called ${unknown.map((word) => JSON.stringify(word)).join(', ')}.`,
    );
  const targetsWithOwn = all.map(({target, contracts}) => ({
    ...target,
    contracts,
    credentials: credentialsFor(target, contracts),
  }));
  const vendors = await Promise.all(
    targetsWithOwn.map(({contracts, ...target}) => checkVendor(target, contracts, options)),
  ).catch((error: unknown) => {
    if (!(error instanceof RespectError)) throw error;
    const secrets = targetsWithOwn.flatMap(({credentials}) => Object.entries(credentials));
    throw new RespectError(withoutSecrets(error.message, secrets));
  });
  const steps = vendors.flatMap(({workflows}) => workflows.flatMap((one) => one.steps));
  return {
    subject: 'steps',
    version,
    startedAt: new Date(began).toISOString(),
    milliseconds: clock() - began,
    vendors,
    counts: countsOf(steps),
  };
}

/** Of all variables those that the vendor's contracts ask for. */
function credentialsFor({vendor, credentials}: Target, contracts: readonly Contract[]): Target['credentials'] {
  const names = variablesOf(contracts);
  const missing = names.filter((name) => !credentials[name]);
  if (missing.length > 0) {
    throw new RangeError(`${vendor.title} needs credentials: set ${missing.join(' and ')} in the environment.`);
  }
  const unsendable = names.filter((name) => /[^\x20-\x7e]/.test(credentials[name] as string));
  if (unsendable.length > 0) {
    throw new RangeError(`${unsendable.join(' and ')} cannot be sent in a header: take out line ends and the like.`);
  }
  return Object.fromEntries(names.map((name) => [name, credentials[name] as string]));
}

function countsOf(steps: readonly StepReport[]): Counts {
  const count = (outcome: StepReport['outcome']) => steps.filter((step) => step.outcome === outcome).length;
  return {
    total: steps.length,
    passed: count('passed'),
    broken: count('broken'),
    learned: count('learned'),
    error: count('error'),
    skipped: count('skipped'),
  };
}
