import {describe, it} from 'vitest';
import type {Vendor} from '../../src/engine/index.js';
import {resolve, type Operation} from '../../src/openapi/index.js';
import {image, type Ask, type Referee, type Sent} from './referee.js';

/** What the tests of refusals need to know of a vendor. */
export interface Refusals {
  readonly vendor: Vendor;
  readonly referee: () => Referee;
  /** Who may do everything. */
  readonly ask: () => Ask;
  /** Headers of a caller whom nobody knows. */
  readonly unknown: Readonly<Record<string, string>>;
  /** Path parameters that name nothing, by name. */
  readonly nothing: (name: string) => string;
  /** What an operation answers in place of 404 for what is not there, by its id: another status, and why. */
  readonly lenient?: ReadonlyMap<string, number>;
}

/** Holds the typical refusals of every operation against the document. */
export function refusesWhatIsTypical({vendor, referee, ask, unknown, nothing, lenient = new Map()}: Refusals): void {
  const pathOf = ({path}: Operation) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => nothing(name));
  const named = (which: (operation: Operation) => boolean) =>
    vendor.operationList.filter(which).map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

  describe('is found right by Prism in its refusal', () => {
    it.each(named(({secured}) => secured))('of whoever is not known: %s', async (_, operation) => {
      const {method} = operation;
      const sent = {request: 'either', ...sampleOf(vendor, operation)} as const;
      await referee().as({})(method, pathOf(operation), 401, sent);
      await referee().as(unknown)(method, pathOf(operation), 401, sent);
    });

    it.each(named(({path, responses}) => path.includes('{') && responses.has(404)))(
      'of what is not there: %s',
      async (_, operation) => {
        const status = lenient.get(operation.id) ?? 404;
        await ask()(operation.method, pathOf(operation), status, {...sampleOf(vendor, operation)});
      },
    );

    it.each(named(({body}) => body?.form === 'json'))('of a body that is none: %s', async (_, operation) => {
      await ask()(operation.method, pathOf(operation), 400, {body: 7, request: 'wrong'});
    });
  });
}

/** A body that the operation takes: the first example of its document, or a small file. */
function sampleOf({document}: Vendor, {body, pointer}: Operation): Pick<Sent, 'body' | 'headers'> {
  if (body === undefined) return {};
  if (body.form === 'form') return {body: image()};
  if (body.form === 'binary') return {body: 'RIFF', headers: {'content-type': body.types[0] as string}};
  const at = `${resolve(document, `${pointer}/requestBody`).pointer}/content/application~1json/examples`;
  const [name = ''] = Object.keys(resolve(document, at).value as object);
  return {body: (resolve(document, `${at}/${name}`).value as {readonly value: unknown}).value};
}
