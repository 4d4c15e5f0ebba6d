/** An exported HAR where people open it: DevTools' network panel takes it in, and Playwright answers a page out of it. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import {harOf, type Exported} from '../../src/export/index.js';
import {describeInChromium, launch, launchTimeout} from '../support/browser.js';
import {clientAt, exportOf, workEverywhere} from '../support/export-client.js';

type Har = ReturnType<typeof harOf>;
type Entry = Har['log']['entries'][number];
type Call = Exported['calls'][number];

/** DevTools' own page, as Chromium brings it, with the network panel open. Nothing is inspected. */
const panel = 'devtools://devtools/bundled/devtools_app.html?panel=network';

/** What the panel has of each call: its rows are made of this, and so is what it shows of one. */
const listed = `(async () => {
  const pairsOf = (pairs) => pairs.map(({name, value}) => ({name, value}));
  const bodyOf = async (request) => {
    const content = await request.requestContentData();
    return content.isTextContent ? content.text : content.base64;
  };
  const {NetworkLog} = await import('devtools://devtools/bundled/models/logs/logs.js');
  return Promise.all(NetworkLog.NetworkLog.instance().requests().map(async (request) => ({
    at: new Date(Math.round(request.startTime * 1000)).toISOString(),
    method: request.requestMethod,
    url: request.url(),
    sentHeaders: pairsOf(request.requestHeaders()),
    sent: (await request.requestFormData()) ?? '',
    status: request.statusCode,
    statusText: request.statusText,
    headers: pairsOf(request.responseHeaders),
    type: request.mimeType ?? '',
    size: request.resourceSize,
    body: await bodyOf(request),
  })));
})()`;

/** The same of an entry, as HAR 1.2 tells to read it. */
function listedOf({startedDateTime, request, response}: Entry): object {
  const {content} = response;
  return {
    at: startedDateTime,
    method: request.method,
    url: request.url,
    sentHeaders: request.headers,
    sent: request.postData?.text ?? '',
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
    type: content.mimeType,
    size: content.size,
    body: content.text ?? '',
  };
}

/** Asks for the same again, one after the other, and tells the answers. */
const asking = (asked: readonly Asked[]) => `(async () => {
  const answers = [];
  for (const {url, init} of ${JSON.stringify(asked)}) {
    const answer = await fetch(url, init);
    answers.push({status: answer.status, body: btoa(String.fromCharCode(...new Uint8Array(await answer.arrayBuffer())))});
  }
  return answers;
})()`;

/** What a page asks, and the answer that the stand-in gave, its body in base64. */
interface Asked {
  readonly url: string;
  readonly init: {readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string};
  readonly answer: {readonly status: number; readonly body: string};
}

function askedOf({vendor, exchange: {request, response}}: Call, vendors: Exported['vendors']): Asked {
  const {method, path, query, headers, body} = request;
  const origin = vendors.find(({name}) => name === vendor)?.origins[0] ?? '';
  // Bytes that are no text are characters of the same numbers.
  const encoding = response.headers['content-type'] === 'application/octet-stream' ? 'latin1' : 'utf8';
  return {
    url: `${origin}${path}${query && `?${query}`}`,
    init: {method, headers, ...(body !== undefined && {body})},
    answer: {status: response.status, body: Buffer.from(response.body ?? '', encoding).toString('base64')},
  };
}

/** Playwright answers the same call always in the same way: by the first of its kind. */
function firstOfEach(asked: readonly Asked[]): readonly Asked[] {
  const kinds = new Map<string, Asked>();
  for (const one of asked) {
    const kind = JSON.stringify([one.url, one.init.method, one.init.body]);
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds.values()];
}

/** An image of the demo: bytes that are no text. */
const photo = '/opencx/files/7d2b8c0e-11d4-4a5b-9f53-5a5d2e1c7a90/label-ada-example.png';

describeInChromium('an exported HAR', () => {
  let browser: Browser;
  let folder: string;
  let file: string;
  let exported: Exported;
  let har: Har;
  const tabs: Page[] = [];

  beforeAll(async () => {
    browser = await launch();
    folder = await mkdtemp(join(tmpdir(), 'standin-har-'));
    file = join(folder, 'traffic.har');
    const {standin, ask} = await clientAt();
    await workEverywhere(ask, standin);
    await ask('GET', photo);
    exported = await exportOf(standin);
    await standin.close();
    har = harOf(exported.calls, {vendors: exported.vendors, version: '0.0.0'});
    await writeFile(file, JSON.stringify(har));
  }, launchTimeout);

  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close();
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, {recursive: true});
  });

  async function open(url: string): Promise<Page> {
    // As tall as all rows: the panel draws only those that are in sight.
    const tab = await browser.newPage({viewport: {width: 1200, height: 400 + 30 * har.log.entries.length}});
    tabs.push(tab);
    await tab.goto(url);
    return tab;
  }

  it('opens in the network panel of DevTools, with every call as it was', async () => {
    const {entries} = har.log;
    expect(entries.at(-1)?.response.content.encoding).toBe('base64');
    const tab = await open(panel);
    // What the button "Import HAR file…" chooses a file with.
    const chooser = tab.locator('input[type=file]');
    await chooser.waitFor({state: 'attached'});
    await chooser.setInputFiles(file);
    const statuses = tab.locator('.network-log-grid td.status-column', {hasText: /\d/});
    await statuses.nth(entries.length - 1).waitFor();
    expect(await statuses.allInnerTexts()).toEqual(entries.map(({response}) => String(response.status)));
    expect(await tab.evaluate(listed)).toEqual(entries.map(listedOf));
  });

  it('answers a page that asks the same again, through Playwright', async () => {
    const asked = firstOfEach(exported.calls.map((call) => askedOf(call, exported.vendors)));
    expect(asked.length).toBeGreaterThan(30);
    const tab = await open('about:blank');
    await tab.routeFromHAR(file, {url: /^https:/, notFound: 'abort'});
    expect(await tab.evaluate(asking(asked))).toEqual(asked.map(({answer}) => answer));
  });
});
