import type {JournalEntry} from '../../src/engine/index.js';
import type {Known} from '../properties/known.js';
import type {World} from '../properties/world.js';
import {fill, type Filling, type Template} from '../properties/templates.js';
import {Client, worlds, type Answer, type Sent} from './client.js';
import {followUpOf, type FollowUp} from './follow-ups.js';
import type {Step} from './right-steps.js';

/** What somebody does in the midst of a run. */
export type Interlude = (run: Run) => Promise<void>;

/** A run of a client that makes right requests, and looks after what it began. */
export class Run {
  readonly client: Client;
  /** Which of the calls are wrong, by their places among those that the client noted. */
  readonly wrongCalls: number[] = [];
  /** What is to be looked after, and in how many steps. */
  #open: {after: number; readonly followUp: FollowUp}[] = [];

  private constructor(client: Client) {
    this.client = client;
  }

  /** Begins a run, in a stand-in of its own. */
  static async open(): Promise<Run> {
    return new Run(await Client.open());
  }

  /**
   * Makes the calls of the steps, one after the other.
   * @param at before which of the steps the interlude takes place; after the last one when there are fewer.
   */
  async play(steps: readonly Step[], interlude?: {readonly at: number; readonly plays: Interlude}): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (interlude?.at === index) await interlude.plays(this);
      await this.#take(step);
      await this.#lookAfter();
    }
    if (interlude && interlude.at >= steps.length) await interlude.plays(this);
    while (this.#open.length > 0) await this.#lookAfter();
  }

  /** Makes a call of an operation, and looks after it later on. @param patience how many steps later. */
  async call(operation: string, sent: Sent, patience = 0): Promise<Answer> {
    const answer = await this.client.sendRight(sent);
    const followUp = await followUpOf(this.client, {vendor: sent.vendor, operation, sent, answer});
    if (followUp) this.#open.push({after: patience, followUp});
    return answer;
  }

  /**
   * Makes a call that breaks the contract.
   * @param operation the operation whose answer is looked after, as a client does that knows no better; none when absent.
   */
  async wrong(sent: Sent, operation?: string): Promise<Answer> {
    this.wrongCalls.push(this.client.noted.length);
    return operation === undefined ? this.client.send(sent) : this.call(operation, sent);
  }

  /** The ids in a collection, but for those that are reserved; the id of nobody where all are gone. */
  async ids(vendor: string, collection: string): Promise<readonly (string | number)[]> {
    const ids = (await this.#known(vendor)).of(collection);
    return ids.length > 0 ? ids : [nobody];
  }

  /** Puts an entity beside another one that it is like, for a call that no other is to interfere with. */
  async twin<Id extends string | number>(
    vendor: string,
    collection: string,
    of: string | number,
    id: Id,
    changes: object = {},
  ): Promise<Id> {
    const entities = this.client.standin.state.collection(vendor, collection);
    const like = worldOf(vendor).seed[collection]?.find((one) => one.id === of);
    await entities.put({...like, ...changes, id});
    this.client.reserve(id);
    return id;
  }

  /** What was asked, as the stand-in wrote it down; its webhooks are left out. */
  async entries(): Promise<readonly JournalEntry[]> {
    return (await this.client.standin.journal.entries()).filter(({kind}) => kind === 'request');
  }

  /** The run for a person to read. */
  async told(): Promise<string> {
    const entries = await this.entries();
    return this.client.noted
      .map(({vendor, exchange: {request, response}}, index) => {
        const {method, path, query, body = ''} = request;
        const call = `${vendor} ${method} ${path}${query && `?${query}`} ${body.slice(0, 300)}`;
        return `${entries[index]?.id} ${call}\n    ${response.status} ${response.body?.slice(0, 200)}`;
      })
      .join('\n');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.client[Symbol.asyncDispose]();
  }

  async #take(step: Step): Promise<void> {
    await this.client.pass(step.wait);
    await this.call(step.operation, await this.#sent(step), step.patience);
  }

  async #lookAfter(): Promise<void> {
    const due = this.#open.filter(({after}) => after <= 0);
    this.#open = this.#open.filter(({after}) => after > 0);
    for (const one of this.#open) one.after -= 1;
    for (const {followUp} of due) await followUp(this.client);
  }

  /** The request of a step, with everything filled in. */
  async #sent({vendor, operation: id, path, query, body}: Step): Promise<Sent> {
    const operation = this.client.operation(vendor, id);
    const filling = await this.#filling(vendor);
    const at = (template: Template) => fill(template, filling);
    const pairs = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encoded(at(value as Template))}`);
    const request = this.client.requestOf(vendor, id, {
      path: Object.fromEntries(Object.entries(path).map(([name, value]) => [name, at(value) as string])),
      query: pairs.join('&'),
    });
    if (body === undefined) return request;
    const value = at(body);
    const type = operation.body?.types[0] ?? 'application/json';
    if (operation.body?.form === 'json') return withBody(request, 'application/json', JSON.stringify(value));
    if (operation.body?.form !== 'form') return withBody(request, type, bytesOf(String(value)));
    return withBody(request, `multipart/form-data; boundary=${boundary}`, formOf(value as Record<string, string>));
  }

  #known(vendor: string): Promise<Known> {
    return this.client.known(worldOf(vendor));
  }

  async #filling(vendor: string): Promise<Filling> {
    const known = await this.#known(vendor);
    return {
      word: () => this.client.word(),
      id: (name, pick) => {
        const ids = known.named(name);
        if (ids.length === 0 && isId.test(name)) return nobody;
        return ids[pick % ids.length];
      },
    };
  }
}

function worldOf(vendor: string): World {
  const found = worlds.find((one) => one.vendor.name === vendor);
  if (found === undefined) throw new Error(`There is no world of ${vendor}.`);
  return found;
}

/** What is called as ids are: where there is none, it is the id of nobody. */
const isId = /(Id|_id|uuid)$/;
const nobody = '00000000-0000-4000-8000-000000000000';

function encoded(value: unknown): string {
  return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value));
}

function withBody(sent: Sent, type: string, body: NonNullable<Sent['body']>): Sent {
  return {...sent, headers: {...sent.headers, 'content-type': type}, body};
}

const boundary = 'between-the-parts';

/** A form with each member as a file. */
function formOf(members: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(members).map(([name, content]) => {
    const disposition = `Content-Disposition: form-data; name="${name}"; filename="file.png"\r\nContent-Type: image/png`;
    return `--${boundary}\r\n${disposition}\r\n\r\n${content}\r\n`;
  });
  return bytesOf(`${parts.join('')}--${boundary}--\r\n`);
}

/** One byte a letter: images are no UTF-8. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
