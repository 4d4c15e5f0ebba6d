import {describe, it} from 'vitest';
import type {Vendor} from '../../src/engine/index.js';
import {resolve, type Operation} from '../../src/openapi/index.js';
import type {Ask, Referee, Sent} from './referee.js';

/** What the tests of refusals need to know of a vendor. */
export interface Refusals {
  readonly vendor: Vendor;
  readonly referee: () => Referee;
  /** Who may carry out an operation. */
  readonly ask: (operation: Operation) => Ask;
  /** Headers of a caller whom nobody knows. */
  readonly unknown: Readonly<Record<string, string>>;
  /** Path parameters that name nothing, by name. */
  readonly nothing: (name: string) => string;
}

/** Holds the typical refusals of every operation against the document. */
export function refusesWhatIsTypical({vendor, referee, ask, unknown, nothing}: Refusals): void {
  const pathOf = ({path}: Operation) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => nothing(name));
  const named = (which: (operation: Operation) => boolean) =>
    vendor.operationList
      .filter(which)
      .map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

  describe('is found right by Prism in its refusal', () => {
    it.each(named(({secured}) => secured))('of whoever is not known: %s', async (_, operation) => {
      const {method} = operation;
      const sent = {request: 'either', ...sampleOf(vendor, operation)} as const;
      await referee().as({})(method, pathOf(operation), 401, sent);
      await referee().as(unknown)(method, pathOf(operation), 401, sent);
    });

    it.each(named((operation) => namesSomething(operation) && operation.responses.has(404)))(
      'of what is not there: %s',
      async (_, operation) => {
        await ask(operation)(operation.method, pathOf(operation), 404, sampleOf(vendor, operation));
      },
    );

    it.each(named(({body}) => body?.form === 'json'))('of a body that is none: %s', async (_, operation) => {
      await ask(operation)(operation.method, pathOf(operation), 400, {body: 7, request: 'wrong'});
    });
  });
}

/** Whether its path holds an id; a version is none, since the document lists all there are. */
function namesSomething({parameters}: Operation): boolean {
  return parameters.some((parameter) => parameter.in === 'path' && parameter.enum === undefined);
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

/** A form with an image in it. Prism reads every body as text, so the image's bytes are ASCII. */
export function image(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['GIF89a'], {type: 'image/gif'}), 'parcel.gif');
  return form;
}
