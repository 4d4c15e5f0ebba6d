import {beforeAll, describe, expect, it} from 'vitest';
import type {Told} from './child.js';

/** What failing tests are told, whichever framework runs them: `failing.*` beside the framework's configuration. */
export function describeFailures(run: () => Promise<Told>, more?: (message: (title: string) => string) => void): void {
  describe('a test that fails', () => {
    let failures: Told['failures'] = {};

    beforeAll(async () => {
      ({failures} = await run());
    }, 120_000);

    const message = (title: string) => failures[title] ?? '';

    it('for a call that did not come shows what came closest, and the journal', () => {
      expect(message('toHaveReceived')).toContain(
        'Expected exactly 1 call of patchConversationsConversationidAnonymize',
      );
      expect(message('toHaveReceived')).toMatch(
        /\nThe journal:\n {2}req-1 \S+ GET \/v1\/conversations\/10749 401 dixa\.getConversationsConversationid/,
      );
    });

    it('for a person who is not there when one is expected says so', () => {
      expect(message('toHaveErased')).toContain('Expected the person to be there, but nothing is left of them');
    });

    it('for a person who is still there tells where', () => {
      expect(message('toHaveErased too early')).toMatch(
        /Expected the person to be erased, but they are found in \d+ places?:\n {2}state \/dixa\/endUsers\//,
      );
    });

    it('for a person of whom only what rules keep is left names the rules', () => {
      expect(message('what rules keep')).toMatch(
        /Expected the person to be there, but only what rules keep is left, in \d+ places?:\n.* \(kept by OPENCX-20\)/,
      );
    });

    it('for a broken contract tells each breach', () => {
      expect(message('toConformToContract')).toContain(
        'The client broke the contract once:\n  req-1 dixa: The vendor has no',
      );
    });

    it('is one with a strict stand-in whose client broke the contract', () => {
      expect(message('a call without a credential')).toMatch(
        /The journal:\n {2}req-1 \S+ GET \/v1\/conversations\/10749 401 /,
      );
      expect(message('a call without a credential')).toContain(
        '1) Dixa, authentication, broken: The call has no credential.\n',
      );
    });

    more?.(message);
  });
}
