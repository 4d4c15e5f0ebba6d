import {chromiumPath, launch, servePage} from '../../support/browser.js';
import type {Face, Outcome, Player, Situation, Step} from '../face.js';

/** MSW's service worker on a page in Chromium; the stand-in lives in the page. */
export const chromium: Face = {
  name: 'chromium',
  isApart: true,
  missing: () => (chromiumPath() === undefined ? 'no Chromium here: install it, or set CHROMIUM_PATH' : undefined),
  open: async () => {
    const [browser, served] = await Promise.all([
      launch(),
      servePage({script: new URL('../programs/page.ts', import.meta.url)}),
    ]);
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.waitForFunction('"play" in globalThis');
    return {
      play: (situation, steps) =>
        page.evaluate(([how, what]) => (globalThis as unknown as Player).play(how, what), [situation, steps] as [
          Situation,
          readonly Step[],
        ]) as Promise<readonly Outcome[]>,
      close: async () => {
        await browser.close();
        await served.close();
      },
    };
  },
};
