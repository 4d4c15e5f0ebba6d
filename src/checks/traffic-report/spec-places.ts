import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Vendor} from '../../engine/index.js';
import {SpecLines} from '../spec-lines.js';
import type {SpecPlaces} from './failures.js';

/**
 * Where vendors' documents say something.
 * @param root the folder that has `specs/`.
 */
export async function specPlacesIn(root: string, vendors: readonly Vendor[]): Promise<SpecPlaces> {
  const read = vendors.map(async ({name}) => {
    const file = `specs/${name}/openapi.yaml`;
    return [name, SpecLines.of(await readFile(join(root, file), 'utf8'), file)] as const;
  });
  const lines = new Map(await Promise.all(read));
  return (vendor, pointer) => lines.get(vendor)?.placeOf(pointer);
}
