/** A HAR as a browser records it: through Playwright, in Chromium. */
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {createStandin, type Standin} from '../../src/index.js';
import {entriesOf, readRecording} from '../../src/traffic/index.js';
import {describeInChromium, launch, launchTimeout, servePage, type ServedPage} from '../support/browser.js';
import {comparable} from './comparable.js';

describeInChromium('a HAR that Chromium recorded', () => {
  let browser: Browser;
  let page: ServedPage;
  let standin: Standin;
  let folder: string;

  beforeAll(async () => {
    browser = await launch();
    page = await servePage({script: ''});
    standin = await createStandin({randomSeed: 1});
    folder = await mkdtemp(join(tmpdir(), 'standin-har-'));
  }, launchTimeout);

  afterAll(async () => {
    await browser.close();
    await page.close();
    await standin.close();
    await rm(folder, {recursive: true});
  });

  it('has the calls of the journal, without the page’s own and without preflights', async () => {
    const {url} = await standin.listen({port: 0});
    const {dixa, opencx} = standin.info.vendors;
    const path = join(folder, 'traffic.har');
    const context = await browser.newContext({recordHar: {path, content: 'embed'}});
    const tab = await context.newPage();
    await tab.goto(page.url);
    // The page's own program, so it is text.
    await tab.evaluate(`(async () => {
      const ask = (target, init) => fetch(${JSON.stringify(url)} + target, init).then((answer) => answer.text());
      const dixa = {authorization: ${JSON.stringify(dixa?.env.DIXA_API_KEY)}};
      const opencx = {authorization: 'Bearer ' + ${JSON.stringify(opencx?.env.OPENCX_API_KEY)}, 'content-type': 'application/json'};
      await ask('/dixa/v1/conversations/10749', {headers: dixa});
      await ask('/dixa/v1/conversations/10749/anonymize?force=yes', {method: 'PATCH', headers: dixa});
      await ask('/dixa/v1/conversation/10749');
      await ask('/opencx/redaction/session', {method: 'POST', headers: opencx, body: '{"session_id": "é"}'});
      await ask('/opencx/redaction/session', {method: 'POST', headers: opencx, body: '{'});
    })()`);
    await context.close();

    const recording = readRecording(await readFile(path, 'utf8'), standin);
    const read = await entriesOf(recording, standin.vendors);
    const journal = (await standin.journal.entries()).filter(({kind}) => kind === 'request');
    expect(read.map((entry) => comparable({...entry, request: {...entry.request, headers: {}}}))).toEqual(
      journal.map((entry) => comparable({...entry, request: {...entry.request, headers: {}}})),
    );
    expect(read.map(({findings}) => findings.length > 0)).toEqual([false, true, false, true, true]);
    const credentials = recording.calls.map(({exchange}) => 'authorization' in exchange.request.headers);
    expect(credentials).toEqual([true, true, false, true, true]);
    expect(recording.calls.every(({hasCredentials}) => hasCredentials)).toBe(true);
    expect(recording.leftOut.length).toBeGreaterThan(0);
  });
});
