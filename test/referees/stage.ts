import type {KnownVendor} from '../../src/registry.js';
import {spawn, type ChildProcess} from 'node:child_process';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {createStandin, type Standin} from '../../src/index.js';
import type {Vendor} from '../../src/engine/index.js';
import {standinMiddleware} from '../../src/faces/express.js';
import {addressOf, prism} from '../support/referee.js';
import {callerOf, type Caller} from './callers.js';
import {bodyFor, type Sample} from './transcript.js';

/** An answer that is given in place of the stand-in's to a call with the header `x-lie`. */
export interface Lie {
  readonly status: number;
  readonly body: unknown;
}

/** A stand-in for one vendor over HTTP, as the transcripts want it: every operation is there, and nothing leaves it. */
export class Stage {
  readonly #proxies: ChildProcess[] = [];

  private constructor(
    readonly vendor: Vendor,
    readonly standin: Standin,
    /** What stands before the vendor's own path. */
    readonly base: string,
    private readonly server: Server,
  ) {}

  static async open(vendor: KnownVendor): Promise<Stage> {
    const standin = await createStandin({
      vendors: [vendor.name],
      randomSeed: 1,
      // Webhooks of the samples go to hosts that are not there.
      outgoing: {send: () => Promise.resolve({status: 200, body: ''})},
      // An operation that is only assumed is off at first.
      behaviours: vendor.name === 'opencx' ? {'opencx.contact_get': true} : {},
    });
    const app = express().use((request, response, next) => {
      const lie = request.get('x-lie');
      if (lie === undefined) next();
      else {
        const {status, body} = JSON.parse(lie) as Lie;
        response.status(status).json(body);
      }
    }, standinMiddleware(standin));
    const server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    const {port} = server.address() as AddressInfo;
    return new Stage(vendor, standin, `http://127.0.0.1:${port}/${vendor.name}`, server);
  }

  /** Has Prism stand before it, which answers in its place where it finds an exchange wrong. @returns Prism's address. */
  async proxied(...flags: readonly string[]): Promise<string> {
    const document = new URL(`../../specs/${this.vendor.name}/openapi.yaml`, import.meta.url).pathname;
    const args = [prism, 'proxy', '--errors', ...flags, '-p', '0', document, this.base];
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
    this.#proxies.push(child);
    return addressOf(child);
  }

  /** Starts the stand-in anew: every sample is printed for the data that it begins with. */
  async anew(): Promise<Caller> {
    await this.standin.reset();
    return callerOf(this.standin, this.vendor.name);
  }

  /** A sample as it goes out. `generateToken` is asked for with credentials that are known here. */
  requestOf(sample: Sample, caller: Caller): RequestInit {
    const {operation} = sample;
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = this.standin.info.vendors[this.vendor.name]?.env ?? {};
    const body = operation.id === 'generateToken' ? {type: 'application', appId, appSecret} : sample.body;
    const {headers, ...sent} = bodyFor({...sample, body});
    return {
      method: operation.method,
      headers: {...(operation.secured && caller(operation)), ...headers},
      ...sent,
    };
  }

  /** Statuses that the stand-in answered since it was started anew, in order. */
  async answered(): Promise<number[]> {
    const entries = await this.standin.journal.entries();
    return entries.filter(({kind}) => kind === 'request').map(({response}) => response.status);
  }

  async close(): Promise<void> {
    for (const child of this.#proxies) child.kill('SIGTERM');
    this.server.close();
    this.server.closeAllConnections();
    await this.standin.close();
  }
}
