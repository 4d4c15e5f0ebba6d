import {readFile, writeFile} from 'node:fs/promises';
import {beforeAll, describe, expect, it} from 'vitest';
import {measure, record, type Measurement, type Recording} from './certify.js';
import {faceNames} from './face.js';
import {faces, reference} from './faces/index.js';
import {pageOf} from './page.js';
import {tableOf} from './table.js';
import {groups} from './transcript.js';
import {successes} from './successes.js';
import {transcripts, vendors} from './transcripts/index.js';
import {carryOut, wireChecks} from './transcripts/wire.js';

/** Two cores that have nothing else to do need a minute for all of it; elsewhere it takes as long as it takes. */
const patience = 900_000;

const recordings: Recording[] = [];
const failures: string[] = [];
let measurements: readonly Measurement[] = [];
const here = faces.filter((face) => face.missing() === undefined);

beforeAll(async () => {
  for (const transcript of transcripts) {
    const recording = await record(transcript, reference).catch((error: unknown) => {
      failures.push(`${transcript.group}: ${transcript.name}: ${String(error)}`);
    });
    if (recording) recordings.push(recording);
  }
  measurements = await measure(here, recordings);
}, patience);

describe('over HTTP', () => {
  it('every transcript goes the way that it is meant to', () => {
    expect(failures).toEqual([]);
    expect(recordings).toHaveLength(transcripts.length);
  });

  it.each(vendors.map((vendor) => [vendor.name, vendor] as const))('every operation of %s succeeds', (_, vendor) => {
    const succeeded = successes(vendor, recordings);
    expect(vendor.operationList.map(({id}) => id).filter((id) => !succeeded.has(id))).toEqual([]);
  });

  it.each(wireChecks)('there is, on the wire, $name', async (check) => {
    expect(await carryOut(check)).toEqual(check.expected);
  });
});

describe.each(faces)('$name', (face) => {
  const missing = face.missing();
  if (missing !== undefined && !process.env.CI) {
    it.skip(`answers as HTTP does (${missing})`, () => undefined);
    return;
  }
  it.each(groups.filter((group) => transcripts.some((transcript) => transcript.group === group)))(
    'answers as HTTP does: %s',
    (group) => {
      if (missing !== undefined) throw new Error(`It cannot be measured: there is ${missing}.`);
      const own = measurements.filter((one) => one.face === face.name && one.entry.group === group);
      const differing = own.filter(({difference}) => difference);
      expect(differing.map(({entry, difference}) => `${entry.name}, ${difference?.call}: ${difference?.what}`)).toEqual(
        [],
      );
      expect(own).toHaveLength(
        transcripts.filter((one) => one.group === group && one.faces.includes(face.name)).length,
      );
    },
  );
});

describe('the certificate', () => {
  const table = () =>
    tableOf({
      entries: [...transcripts, ...wireChecks],
      calls: (entry) => recordings.find(({transcript}) => transcript === entry)?.outcomes.length ?? 1,
      faces: faceNames,
      measurements: [
        ...[...recordings.map(({transcript}) => transcript), ...wireChecks].map((entry) => ({
          entry,
          face: 'http' as const,
        })),
        ...measurements,
      ],
    });

  it('is shown', () => {
    process.stdout.write(`\n${table()}\n\n`);
  });

  it.skipIf(here.length < faces.length)('stands in docs/parity.md as it was measured', async () => {
    const file = new URL('../../docs/parity.md', import.meta.url);
    const measured = pageOf(table());
    const isSame = measurements.every(({difference}) => difference === undefined);
    if (process.env.STANDIN_WRITE_DOCS && isSame) await writeFile(file, measured);
    expect(await readFile(file, 'utf8'), 'run `STANDIN_WRITE_DOCS=1 npx vitest run test/parity`').toBe(measured);
  });
});
