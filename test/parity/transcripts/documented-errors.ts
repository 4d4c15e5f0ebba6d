import {examplesOf} from '../../../src/engine/index.js';
import type {Operation} from '../../../src/openapi/index.js';
import type {KnownVendor} from '../../../src/registry.js';
import {samplesOf} from '../../referees/transcript.js';
import {faceNames} from '../face.js';
import type {Transcript} from '../transcript.js';
import {sentOf, situationOf} from './operations.js';

/** A refusal that a document declares, and the header `Prefer` that asks for it. */
interface Declared {
  readonly status: number;
  readonly prefer: string;
  /** What tells it from others. */
  readonly words: string;
}

/**
 * Every refusal that a vendor's document declares, with each of its examples. Many operations share their words: those are
 * asked for once, at the first operation that has them.
 */
export function documentedErrors(vendor: KnownVendor): Transcript[] {
  const first = new Map([...samplesOf(vendor)].reverse().map((sample) => [sample.operation, sample]));
  const told = new Set<string>();
  return vendor.operationList.flatMap((operation) => {
    const fresh = declaredOf(vendor, operation).filter(({words}) => !told.has(words));
    for (const {words} of fresh) told.add(words);
    const sample = first.get(operation);
    if (fresh.length === 0 || sample === undefined) return [];
    return {
      group: 'documented errors',
      name: `${vendor.name} ${operation.id}`,
      faces: faceNames,
      situation: situationOf(vendor),
      run: async (client) => {
        await client.signIn();
        const sent = await sentOf(client, sample);
        for (const {status, prefer} of fresh)
          await client.call(operation.method, sample.path, {...sent, headers: {...sent.headers, prefer}, status});
      },
    };
  });
}

function declaredOf({document}: KnownVendor, operation: Operation): Declared[] {
  return [...operation.responses.keys()]
    .filter((status) => status >= 400)
    .flatMap((status) => {
      const examples = examplesOf(document, operation, status);
      if (examples.length === 0) return [{status, prefer: `code=${status}`, words: String(status)}];
      return examples.map(({name, type, value}) => ({
        status,
        prefer: `code=${status}, example=${name}`,
        words: JSON.stringify([status, type, value]),
      }));
    });
}
