import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {entityRegistry} from '../transcript/entity-registry.js';
import {process, said, seeded, sentence, signedIn, texts, transcript} from '../test-support.js';

type Entity = components['schemas']['DetectedEntity'];

async function entities(client: VendorClient, id: string, query = ''): Promise<Entity[]> {
  const answer = await client.call('GET', `/v1/conversations/${id}/entities${query}`);
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as {entities: Entity[]}).entities;
}

/** All that was found in one message: what, where, and its text there. */
function foundIn(all: readonly Entity[], messageId: string) {
  return all
    .flatMap(({type, category, matches}) =>
      matches.flatMap(({detectedValue, messageRefs}) =>
        messageRefs.map(({id, offset}) => ({type, category, detectedValue, id, offset})),
      ),
    )
    .filter(({id}) => id === messageId)
    .sort((a, b) => a.offset - b.offset);
}

describe('the entities of a conversation', () => {
  it('SYMBL-57 are each kind once, with its values and their places in the messages', async () => {
    const client = await signedIn();
    const id = await process(client, ['Tony Stark met Jane Doe.', 'Tony Stark lives in New York City.']);
    const [first, second] = await transcript(client, id);
    const reference = ({id, startTime, endTime, text}: NonNullable<typeof first>, offset: number) => ({
      id,
      startTime,
      endTime,
      text,
      offset,
    });
    expect(await entities(client, id)).toEqual([
      {
        id: expect.stringMatching(/^\d{16}$/) as string,
        type: 'PERSON_NAME',
        category: 'Managed',
        matches: [
          {detectedValue: 'Tony Stark', messageRefs: [reference(first!, 0), reference(second!, 0)]},
          {detectedValue: 'Jane Doe', messageRefs: [reference(first!, 15)]},
        ],
      },
      {
        id: expect.stringMatching(/^\d{16}$/) as string,
        type: 'LOCATION_CITY',
        category: 'Managed',
        matches: [{detectedValue: 'New York City', messageRefs: [reference(second!, 20)]}],
      },
    ]);
  });

  it.each([seeded.page, seeded.others, '5815170693595136'])(
    'SYMBL-57 are exactly what redaction hides: %s',
    async (id) => {
      const client = await signedIn();
      const found = await entities(client, id);
      const redacted = await texts(client, id, 'redact=true');
      const clear = await transcript(client, id);
      for (const [position, message] of clear.entries()) {
        let hidden = message.text;
        for (const {type, detectedValue, offset} of foundIn(found, message.id).reverse()) {
          expect(message.text.slice(offset, offset + detectedValue.length)).toBe(detectedValue);
          hidden = `${hidden.slice(0, offset)}[${type}]${hidden.slice(offset + detectedValue.length)}`;
        }
        expect(hidden).toBe(redacted[position]);
      }
    },
  );

  it('SYMBL-57 are counted in the characters of JavaScript, as offsets of texts are', async () => {
    const client = await signedIn();
    const id = await process(client, ['💥 Call Tony Stark.']);
    expect((await entities(client, id))[0]?.matches[0]?.messageRefs[0]?.offset).toBe(8);
  });

  it.each([
    ['The name is Jamie Smith.', {}, [['PERSON_NAME', 'Jamie Smith', 12]]],
    ['Hello, this is Peter from Vodafone, I help you today.', {}, [['ORGANIZATION', 'Vodafone', 26]]],
  ])('SYMBL-57 example 16 has the printed places: %s', async (text, behaviours, expected) => {
    const client = await signedIn(behaviours);
    const id = await process(client, [text]);
    const [message] = await transcript(client, id);
    const found = foundIn(await entities(client, id), message!.id).map(({type, detectedValue, offset}) => [
      type,
      detectedValue,
      offset,
    ]);
    for (const entity of expected) expect(found).toContainEqual(entity);
  });

  it('SYMBL-55 are none where they were not looked for', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence], {
      detectEntities: false,
      entities: [{customType: 'Place', text: 'City'}],
    });
    expect(await entities(client, id)).toEqual([]);
  });

  it('SYMBL-31 are those of the messages there are so far', async () => {
    const client = await signedIn();
    const answer = await client.call('POST', '/v1/process/text', {body: {messages: [said(sentence)]}});
    const {conversationId} = answer.body as {conversationId: string};
    expect(await entities(client, conversationId)).toEqual([]);
  });

  it('SYMBL-88 have Symbl’s names, and are extensions only where those are switched on', async () => {
    const text = 'Tony Stark, 41, showed his driving license number D123-4567 and lives in France.';
    for (const extensions of [false, true]) {
      const client = await signedIn({'symbl.extensions': extensions});
      const id = await process(client, [text]);
      const types = (await entities(client, id)).map(({type}) => type);
      expect(types).toContain('DRIVERS_LICENSE');
      expect(types.includes('LOCATION_COUNTRY')).toBe(extensions);
      for (const type of types) expect(entityRegistry.map(({name}) => name)).toContain(type);
    }
  });

  it('keep their ids from one answer to the next, whatever is appended', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    const ids = (await entities(client, id)).map((entity) => entity.id);
    await process(client, ['Tony Stark lives in New York City.'], {to: id});
    expect((await entities(client, id)).map((entity) => entity.id)).toEqual([...ids, expect.any(String)]);
    expect(new Set(ids).size).toBe(2);
  });

  it('stay an answer of bounded size when a very long message is full of them', async () => {
    const client = await signedIn();
    const id = await process(client, ['Tony Stark met Jane Doe. '.repeat(4000)]);
    const answer = await client.call('GET', `/v1/conversations/${id}/entities`);
    expect(answer.text.length).toBeLessThan(32 * 2 ** 20);
    expect(foundIn((answer.body as {entities: Entity[]}).entities, (await transcript(client, id))[0]!.id)).not.toEqual(
      [],
    );
  });
});

describe('clients of Symbl', () => {
  it('find `detectedValue` and the text of its messages, as the Go SDK and the Snowflake sample do', async () => {
    const client = await signedIn();
    const rows = (await entities(client, seeded.others)).flatMap(({type, subType = '', category, matches}) =>
      matches.flatMap(({detectedValue, messageRefs}) =>
        messageRefs.map(({text}) => ({text, category, type, subType, detectedValue})),
      ),
    );
    expect(rows).toContainEqual({
      text: 'I will send the contract to john.private@example.com today.',
      category: 'Managed',
      type: 'EMAIL_ADDRESS',
      subType: '',
      detectedValue: 'john.private@example.com',
    });
  });

  it('that read the older shape find none of its members, so they fail here as they would have at the end', async () => {
    const client = await signedIn();
    for (const entity of await entities(client, seeded.others)) {
      for (const older of ['value', 'text', 'messageRefs', 'customType', 'start', 'end']) {
        expect(entity).not.toHaveProperty(older);
      }
    }
  });
});
