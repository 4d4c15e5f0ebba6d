/** Runs in Chromium: plays transcripts through MSW's service worker. */
import {setupWorker} from 'msw/browser';
import {createStandin} from '../../../src/browser.js';
import {handlers} from '../../../src/faces/msw.js';
import type {Connect} from '../face.js';
import {originOf} from '../faces/origin.js';
import {playerOf} from '../stage.js';

const worker = setupWorker();
await worker.start({quiet: true, onUnhandledRequest: 'error'});

const throughWorker: Connect = (standin) => {
  worker.use(...handlers(standin));
  return Promise.resolve({
    base: (vendor) => originOf(standin, vendor),
    fetch: (url, init) => fetch(url, init),
    close: () => Promise.resolve(worker.resetHandlers()),
  });
};

const {play} = playerOf(createStandin, throughWorker);
Object.assign(globalThis, {play});
