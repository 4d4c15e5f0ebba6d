import type {Browser, Page} from 'playwright-core';

/**
 * What a page may do that forbids itself everything but its own files and any calls: neither `eval` nor scripts in its HTML.
 * `connect-src` is wide, since that is what a stand-in answers for.
 */
export const strictPolicy = "default-src 'self'; script-src 'self'; worker-src 'self'; connect-src *";

/** A page, and what went wrong in it: policies that were broken, errors that nobody caught, and what it complained of. */
export interface PolicedPage {
  readonly page: Page;
  /** The sentences; a test expects none. */
  readonly complaints: readonly string[];
}

/** Opens a page, and waits until its program says that it is ready: `document.body.className = 'ready'`. */
export async function openPage(browser: Browser, url: string): Promise<PolicedPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  await watch(page, complaints);
  await page.addInitScript(`
    addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) =>
      complain(['policy', violatedDirective, blockedURI, sample].join(' ')));
  `);
  await page.goto(url);
  await readiness(page);
  return {page, complaints};
}

/** Waits until a page is ready. Looks from outside: what waits in the page is forbidden by its policy. */
export function readiness(page: Page): Promise<void> {
  return page.locator('body.ready').waitFor({state: 'attached'});
}

async function watch(page: Page, complaints: string[]): Promise<void> {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Chromium notes each refusal and each broken connection; whoever made the call sees them.
    const isNote = /^Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !isNote) complaints.push(message.text());
  });
  await page.exposeFunction('complain', (sentence: string) => void complaints.push(sentence));
}
