/** State that outlives its page, in the storages of a real browser. What a store that lasts keeps is in `test/lasting-state.test.ts`. */
import type {Browser, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {describeInChromium, launch, launchTimeout, servePage, type ServedPage} from '../support/browser.js';
import {openPage, readiness, strictPolicy, type PolicedPage} from '../support/policed-page.js';

const script = `
  import {createStandin} from '../../src/browser.js';

  const {searchParams} = new URL(location.href);
  const errors = [];
  const vendors = (searchParams.get('vendors') ?? 'dixa').split(',');
  const persist = searchParams.get('persist');
  try {
    const standin = await createStandin({vendors, persist, randomSeed: 1, onError: ({message}) => errors.push(message)});
    const ask = async (method, path) => {
      const headers = {authorization: standin.info.vendors.dixa.env.DIXA_API_KEY};
      const response = await standin.fetch('/dixa/v1' + path, {method, headers});
      return {status: response.status, text: await response.text()};
    };
    Object.assign(globalThis, {standin, ask, errors});
  } catch (error) {
    Object.assign(globalThis, {failure: error.message});
  }
  document.body.className = 'ready';
`;

/** All that the page keeps, as text: what somebody who looks at the disk through the browser finds. */
const dumpOf = {
  indexeddb: `new Promise((resolve, reject) => {
    const opening = indexedDB.open('standin');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(database.objectStoreNames);
      const found = [];
      for (const name of database.objectStoreNames) {
        const cursor = transaction.objectStore(name).openCursor();
        cursor.onsuccess = () => {
          if (!cursor.result) return;
          found.push([cursor.result.key, cursor.result.value]);
          cursor.result.continue();
        };
      }
      transaction.oncomplete = () => {
        database.close();
        resolve(JSON.stringify(found));
      };
    };
  })`,
  localstorage: 'JSON.stringify(Object.entries(localStorage))',
};

interface Answer {
  readonly status: number;
  readonly text: string;
}

const user = 'f28fafd6-2e42-4441-943c-388a8e0ef433';

describeInChromium('a page that keeps its state', () => {
  let browser: Browser;
  let served: ServedPage;
  let policed: PolicedPage;
  let page: Page;
  beforeAll(async () => {
    served = await servePage({script, csp: strictPolicy});
    browser = await launch();
  }, launchTimeout);
  afterEach(async () => {
    await page.context().close();
    expect(policed.complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const run = <T>(code: string, where = page): Promise<T> => where.evaluate<T>(code);
  const ask = (request: string, where = page) => {
    const [method, path] = request.split(' ');
    return run<Answer>(`ask('${method}', '${path}')`, where);
  };
  const reload = async () => {
    await page.reload();
    await readiness(page);
  };
  const open = async (query: string) => {
    policed = await openPage(browser, `${served.url}?${query}`);
    ({page} = policed);
  };

  /** Another tab with the same page. */
  const openTab = async (): Promise<Page> => {
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await readiness(tab);
    return tab;
  };

  describe.each(['indexeddb', 'localstorage'] as const)('in %s', (persist) => {
    beforeEach(() => open(`persist=${persist}`));
    const dump = () => run<string>(dumpOf[persist]);

    it('is as it was after a reload: what was anonymized, ids, and a clock that stands', async () => {
      await run('standin.clock.freeze()');
      await run('standin.clock.set("2026-02-03T04:05:06Z")');
      const accepted = await ask('PATCH /conversations/10749/anonymize');
      await reload();
      expect(await run('standin.clock.now().then((now) => now.toISOString())')).toBe('2026-02-03T04:05:06.000Z');
      expect(await run('standin.clock.advance("PT1S")')).toMatchObject([{transition: 'anonymize'}]);
      const messages = await ask('GET /conversations/10749/messages');
      expect(messages.text).toContain('anonymized.invalid');
      await reload();
      expect(await ask('GET /conversations/10749/messages')).toEqual(messages);

      const next = await ask('PATCH /conversations/10749/anonymize');
      const ids = [accepted, next].map(({text}) => (JSON.parse(text) as {data: {id: string}}).data.id);
      // The ids that a stand-in with this seed gives first and second, wherever it runs.
      expect(ids).toEqual(firstIds);
    });

    it('holds nothing of what was erased when the answer is there', async () => {
      await run('standin.clock.freeze()');
      const traces = () => dump().then((text) => text.match(/Ada Example|ada@example\.com|\+12025550143/g) ?? []);
      expect(await traces()).not.toEqual([]);
      const places = await run<{pointer: string}[]>(prove);
      expect(places).not.toEqual([]);

      for (const path of ['conversations/10749', 'conversations/10750', `endusers/${user}`]) {
        expect(await ask(`PATCH /${path}/anonymize?force=true`)).toMatchObject({status: 202});
      }
      await run('standin.clock.advance("PT1M")');
      expect(await run(prove)).toEqual([]);
      expect(await traces()).toEqual([]);
    });

    it('is shared by the tabs of a page', async () => {
      await ask('PATCH /conversations/10750/anonymize?force=true');
      const other = await openTab();
      expect((await ask('PATCH /conversations/10750/anonymize', other)).status).toBe(202);
      const messages = () => ask('GET /conversations/10749/messages', other).then(({text}) => text);
      expect(await messages()).not.toContain('anonymized.invalid');
      await ask('PATCH /conversations/10749/anonymize');
      await run('standin.clock.advance("PT1S")');
      // A tab may hear of a write to localStorage a moment later.
      await expect.poll(messages, {timeout: 10_000}).toContain('anonymized.invalid');
    });

    it('begins anew with other vendors', async () => {
      await ask('PATCH /conversations/10750/anonymize?force=true');
      await page.goto(`${page.url()}&vendors=dixa,symbl`);
      await readiness(page);
      expect((await ask('PATCH /conversations/10750/anonymize')).status).toBe(409);
    });

    it('is deleted with its sandbox, even before anybody named that again', async () => {
      await run('standin.sandbox("blue").clock.now()');
      expect(await dump()).toContain('blue');
      await reload();
      await run('standin.sandboxes.delete("blue")');
      expect(await dump()).not.toContain('blue');
    });
  });

  it('lets tabs work at the same time in IndexedDB, one after the other', async () => {
    await open('persist=indexeddb');
    const other = await openTab();
    const calls = Array.from({length: 20}, (_, turn) =>
      ask('PATCH /conversations/10749/anonymize', turn % 2 === 0 ? page : other),
    );
    const ids = (await Promise.all(calls)).map(({text}) => (JSON.parse(text) as {data: {id: string}}).data.id);
    expect(new Set(ids).size).toBe(20);
    await run('standin.clock.advance("PT1S")', other);
    expect((await ask('GET /conversations/10749/messages')).text).toContain('anonymized.invalid');
  });

  const prove = `standin.erasure({emails: ['ada@example.com']}).then(({places}) => places)`;
  const firstIds = ['a7ec6002-0fcd-4e94-8269-7d0cf671624d', 'f6b7f16b-ad93-4175-862d-9a2bbcd38ba9'];

  it('changes nothing where localStorage is full, and says why', async () => {
    await open('persist=localstorage');
    await run('standin.clock.freeze()');
    // To the last character: first big pieces, then ever smaller ones.
    const fill = `(() => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try { for (let piece = 0; ; piece += 1) localStorage.setItem('filler ' + size + ' ' + piece, 'x'.repeat(size)); } catch {}
      }
    })()`;
    await run(fill);
    const before = await run(`localStorage.getItem('standin:default')`);
    expect(await ask('PATCH /conversations/10749/anonymize')).toMatchObject({status: 500});
    expect(await run('errors')).toEqual([
      'Nothing was changed, since localStorage is full: delete sandboxes that are not needed, or reset this one.',
    ]);
    expect(await run(`localStorage.getItem('standin:default')`)).toBe(before);

    await run(
      `for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)`,
    );
    expect(await run('standin.clock.advance("PT1M")')).toEqual([]);
    expect((await ask('PATCH /conversations/10749/anonymize')).status).toBe(202);
  });

  it('changes nothing where IndexedDB is full, and says why', async () => {
    await open('persist=paper');
    const session = await page.context().newCDPSession(page);
    const origin = new URL(served.url).origin;
    // Chromium remembers for a while how much room there was, so it must be scarce from the first.
    await session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 2_000_000});
    await page.goto(`${served.url}?persist=indexeddb`);
    await readiness(page);
    const changed = (name: string) =>
      run(`standin.state.collection('dixa', 'endUsers').patch('${user}', {displayName: ${name}})
        .then(({displayName}) => displayName.length, ({message}) => message)`);
    expect(await changed(`'x'.repeat(4_000_000)`)).toMatch('Nothing was changed, since IndexedDB is full');
    const name = `standin.state.collection('dixa', 'endUsers').get('${user}').then(({displayName}) => displayName)`;
    expect(await run(name)).toBe('Ada Example');
    expect(await changed(`'Somebody'`)).toBe(8);
    await reload();
    expect(await run(name)).toBe('Somebody');
  });

  it('begins anew where a later version or somebody else made the database', async () => {
    await open('persist=indexeddb');
    for (const [version, table] of [
      [7, 'later'],
      [1, 'strange'],
    ] as const) {
      const replace = `standin.close().then(() => new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('standin');
        deleting.onerror = reject;
        deleting.onsuccess = () => {
          const opening = indexedDB.open('standin', ${version});
          opening.onupgradeneeded = () => opening.result.createObjectStore('${table}');
          opening.onsuccess = () => resolve(opening.result.close());
        };
      }))`;
      await run(replace);
      await reload();
      expect((await ask('PATCH /conversations/10749/anonymize')).status).toBe(202);
      expect(await run<string>(dumpOf.indexeddb)).toContain('10749');
    }
  });

  it('is told where there is no such storage', async () => {
    await open('persist=paper');
    expect(await run('failure')).toBe('State cannot be kept in "paper": use indexeddb, localstorage.');
  });
});
