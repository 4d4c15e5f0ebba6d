import {createStandin, type Standin} from 'standin';
import {handlers} from 'standin/msw';
import {setupWorker} from 'msw/browser';

/**
 * Puts OpenCX and Dixa into this page: from here on `fetch` reaches them at their real addresses.
 *
 * At Dixa the queue takes six hours, and what was done is still done after a reload.
 */
export async function startVendors(): Promise<Standin> {
  const standin = await createStandin({
    vendors: ['opencx', 'dixa'],
    scenario: 'slow-anonymization',
    persist: 'indexeddb',
  });
  await setupWorker(...handlers(standin)).start({quiet: true, onUnhandledRequest: 'bypass'});
  return standin;
}
