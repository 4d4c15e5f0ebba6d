/** Vendors that do what must not be done: an invariant that lets its liar pass would prove nothing. */
import {expect, it} from 'vitest';
import type {Reply, Vendor} from '../../src/engine/index.js';
import {timeout} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {answersAsDocumented, keepsNothingErased, leavesTheBystanderAlone, repeatsItself} from './invariants.js';
import {opencxWorld} from './opencx-world.js';
import {symblWorld} from './symbl-world.js';
import type {Planted, World} from './world.js';

/** A call as liars see it: whatever its types were, they do not care. */
interface AnyCall {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, AnyCollection | undefined>>;
}

interface AnyCollection {
  get(id: Planted['id']): Promise<Planted | undefined>;
  find(index: string, by: string): Promise<readonly Planted[]>;
  save(entity: Planted): Planted;
}

/** What an operation or a transition does. */
type Deed = (call: AnyCall, payload?: Planted['id']) => Promise<Reply | undefined> | Reply | undefined;

/** The world with a vendor one of whose operations or transitions does something else. */
function lying(world: World, part: 'operations' | 'transitions', name: string, lie: (honest: Deed) => Deed): World {
  const honest = world.vendor[part][name] as unknown as Deed;
  const deeds = {...world.vendor[part], [name]: lie(honest)} as unknown as Vendor['operations'] & Vendor['transitions'];
  return {...world, vendor: {...world.vendor, [part]: deeds}};
}

const effort = {runs: 60, isFirstEnough: true};

it.each([
  [
    'a copy of a message where nobody looks',
    lying(opencxWorld, 'operations', 'sendMessage', (honest) => (call) => {
      const {text} = call.body.message as {text: string};
      call.state.files?.save({id: 'copy', organization_id: 'any', base64: btoa(text)});
      return honest(call);
    }),
  ],
  [
    'an end user who keeps a name',
    lying(dixaWorld, 'transitions', 'anonymize', (honest) => async (call, payload) => {
      const people = (await call.state.endUsers?.find('all', 'all')) ?? [];
      await honest(call, payload);
      for (const {id, firstName} of people) {
        const left = await call.state.endUsers?.get(id);
        if (left) call.state.endUsers?.save({...left, firstName});
      }
      return undefined;
    }),
  ],
  [
    'members that outlive their conversation',
    lying(symblWorld, 'operations', 'deleteConversation', (honest) => async (call) => {
      const members = await call.state.members?.find('conversation', call.params.conversationId ?? '');
      const reply = await honest(call);
      for (const member of members ?? []) call.state.members?.save(member);
      return reply;
    }),
  ],
  ['a delivery log that is not scrubbed', {...dixaWorld, behaviours: {'dixa.scrub_delivery_logs': false}}],
])(
  'finds what is left: %s',
  async (_, world) => {
    await expect(keepsNothingErased(world, effort)).rejects.toThrow('Not everything is gone');
  },
  timeout,
);

it(
  'finds a bystander who was touched',
  async () => {
    const world = lying(symblWorld, 'operations', 'createEntity', (honest) => async (call) => {
      const all = await call.state.conversations?.find('account', 'account-demo');
      for (const conversation of all ?? []) call.state.conversations?.save({...conversation, type: 'call'});
      return honest(call);
    });
    await expect(leavesTheBystanderAlone(world, effort)).rejects.toThrow('The bystander changed in');
  },
  timeout,
);

it(
  'finds what depends on more than the seed and the requests',
  async () => {
    let calls = 0;
    const world = lying(opencxWorld, 'operations', 'createContact', (honest) => (call) => {
      calls += 1;
      call.state.files?.save({id: `call ${calls}`, organization_id: 'any', base64: ''});
      return honest(call);
    });
    await expect(repeatsItself(world, effort)).rejects.toThrow('Two runs differ');
  },
  timeout,
);

it(
  'finds an answer that the document does not know',
  async () => {
    const world = lying(dixaWorld, 'operations', 'postTags', (honest) => async (call) => ({
      ...((await honest(call)) as Reply),
      body: {data: {id: 5}},
    }));
    await expect(answersAsDocumented(world, effort)).rejects.toThrow('The answer differs from the document');
  },
  timeout,
);
