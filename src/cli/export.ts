import {join} from 'node:path';
import {changedBehaviours, harOf, pactOf, rehearsalOf, type Material, type Rehearsal} from '../export/index.js';
import {isVendorName, vendorNames} from '../index.js';
import {version} from '../version.js';
import {CommandError, exitCodes} from './exit.js';
import type {ExportSettings, PactSettings} from './export-settings.js';
import {writeTextFile} from './files.js';
import {byReason} from './left-out.js';
import {packageRoot} from './package-root.js';
import {say} from './remote.js';

/** `standin export har`: writes the calls of all vendors as one HAR. */
export async function exportHar(settings: ExportSettings): Promise<void> {
  const material = await materialOf(settings);
  const rehearsal = await rehearsed(material, {settings, vendors: vendorsOf(settings, material), repeatsFaults: true});
  tell(rehearsal);
  if (rehearsal.calls.length === 0) throw nothing();
  await write(harOf(rehearsal.calls, {vendors: rehearsal.vendors, version}), settings.out);
}

/** `standin export pact`: writes the calls of each vendor as a Pact of its own. */
export async function exportPact(settings: PactSettings): Promise<void> {
  const {out} = settings;
  const consumer = checkedConsumer(settings.consumer);
  const material = await materialOf(settings);
  const asked = vendorsOf(settings, material);
  const called = asked.filter((vendor) => material.entries.some((entry) => entry.vendor === vendor));
  if (out === undefined && called.length > 1) {
    throw new CommandError(
      exitCodes.badUsage,
      `The journal has calls to ${called.join(', ')}: name a folder with --out, or a single one of them with --vendor.`,
    );
  }
  const written: string[] = [];
  for (const vendor of called) {
    // By itself, as it will be replayed: ids are counted over all vendors.
    const rehearsal = await rehearsed(material, {settings, vendors: [vendor], repeatsFaults: false});
    tell(rehearsal);
    const [definition] = rehearsal.vendors;
    if (rehearsal.calls.length === 0 || definition === undefined) continue;
    const {scenario} = material;
    const behaviours = await changedBehaviours(material, vendor);
    const pact = pactOf(rehearsal.calls, {vendor: definition, consumer, version, scenario, behaviours});
    const file = out === undefined ? undefined : join(out, `${consumer}-${vendor}.json`);
    await write(pact, file);
    written.push(file ?? '');
  }
  if (written.length === 0) throw nothing();
  for (const file of written) if (file !== '') process.stdout.write(`${file}\n`);
}

async function materialOf(settings: ExportSettings): Promise<Material> {
  const answer = await say({...settings, json: false}, 'GET', '/journal/export');
  const material = answer as Partial<Material> | undefined;
  if (Array.isArray(material?.entries) && Array.isArray(material.vendors)) return answer as Material;
  throw new CommandError(exitCodes.couldNotStart, `What answers at ${settings.url} is no stand-in; check --url.`);
}

function vendorsOf({vendor: named}: ExportSettings, {vendors}: Material): readonly string[] {
  const unknown = named?.find((name) => !isVendorName(name) || !vendors.includes(name));
  if (unknown === undefined) return named ?? vendors;
  const there = vendors.length === 0 ? vendorNames : vendors;
  throw new CommandError(
    exitCodes.badUsage,
    `The stand-in has no vendor ${JSON.stringify(unknown)}: use ${there.join(', ')}.`,
  );
}

/** A consumer gives a file its name. */
function checkedConsumer(name: string): string {
  if (/^[\w][\w .-]{0,99}$/.test(name)) return name;
  throw new CommandError(
    exitCodes.badUsage,
    'A consumer is named with 1 to 100 letters, digits, spaces, dots, hyphens and underscores, such as billing-service.',
  );
}

function rehearsed(
  material: Material,
  {
    settings: {randomSeed},
    vendors,
    repeatsFaults,
  }: {readonly settings: ExportSettings; readonly vendors: readonly string[]; readonly repeatsFaults: boolean},
) {
  return rehearsalOf(material, {root: packageRoot(), randomSeed, vendors, repeatsFaults});
}

/** One line for each reason, with the entries that it concerns: the first of them, where there are many. */
function tell({leftOut}: Rehearsal): void {
  for (const {why, all} of byReason(leftOut)) {
    const shown =
      all
        .slice(0, 5)
        .map(({entry}) => entry)
        .join(', ') + (all.length > 5 ? ', …' : '');
    const count = all.length === 1 ? '1 call' : `${all.length} calls`;
    process.stderr.write(`standin: Left out ${count} (${shown}). ${why}\n`);
  }
}

function nothing(): CommandError {
  return new CommandError(
    exitCodes.couldNotStart,
    'There is nothing to export: the journal has no call that can be made again.',
  );
}

async function write(document: unknown, file: string | undefined): Promise<void> {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else await writeTextFile(file, text);
}
