import {describe, expect, it} from 'vitest';
import {configure, getMessages, process, said, seeded, sentence, signedIn, texts, transcript} from '../test-support.js';

const john = {from: {userId: 'john@example.com', name: 'John'}};

describe('redacted texts', () => {
  it('SYMBL-39 have a marker for each entity, and all else as it was, byte by byte', async () => {
    const client = await signedIn();
    const id = await process(client, ['  Call  Tony Stark — «at once»,\n\the said… (202-555-0143)! 👩🏽‍💻  ']);
    expect(await texts(client, id, 'redact=true')).toEqual([
      '  Call  [PERSON_NAME] — «at once»,\n\the said… ([PHONE_NUMBER])! 👩🏽‍💻  ',
    ]);
  });

  it.each([
    ['SSN', 'My social security number is 444-67-3334.'],
    ['EMAIL_ADDRESS', 'Write to jane@example.com.'],
    ['PHONE_NUMBER', 'My number is 202-555-0143.'],
    ['DRIVERS_LICENSE', "My driver's license is D123-4567."],
    ['LOCATION_STATE', 'I live in California.'],
    ['OCCUPATION', 'She is a nurse.'],
    ['DATE_OF_BIRTH', 'I was born on 3rd of October 1982.'],
    ['CREDIT_CARD', 'My card is 4111 1111 1111 1111.'],
    ['TIME', 'Call me at 7:30 pm.'],
  ])('SYMBL-39 have Symbl’s name of the entity: %s', async (name, text) => {
    const client = await signedIn();
    const id = await process(client, [text]);
    const [redacted = ''] = await texts(client, id, 'redact=true');
    expect(redacted.match(/\[\w+\]/g)).toEqual([`[${name}]`]);
  });

  it.each([
    [{type: 'default'}, '[PERSON_NAME]'],
    [{type: 'obfuscation'}, '[****]'],
    [{type: 'custom', custom: {PERSON_NAME: 'Somebody'}}, '[Somebody]'],
  ])('SYMBL-40 have the same marker whatever the length: %j', async (settings, marker) => {
    const client = await signedIn();
    await configure(client, settings);
    const id = await process(client, ['My name is Tony Stark.', 'My name is Bartholomew Featherstonehaugh.']);
    expect(new Set(await texts(client, id, 'redact=true'))).toEqual(new Set([`My name is ${marker}.`]));
  });

  it('SYMBL-41 SYMBL-42 are those of the redaction page', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    expect(await texts(client, id, 'redact=true')).toEqual([
      'My social security number is [SSN] and I live in [LOCATION_CITY].',
    ]);
    expect(await texts(client, id, 'redact=true&exclude=["LOCATION_CITY"]')).toEqual([
      'My social security number is [SSN] and I live in New York City.',
    ]);
  });

  it('SYMBL-43 have the same marker, without a number, for each entity of a kind', async () => {
    const client = await signedIn();
    const id = await process(client, ['Call Tony Stark, Jane Doe and Bruce Wayne.']);
    expect(await texts(client, id, 'redact=true')).toEqual(['Call [PERSON_NAME], [PERSON_NAME] and [PERSON_NAME].']);
  });

  it('SYMBL-44 have one marker where two would fit: the longer one', async () => {
    const client = await signedIn();
    const id = await process(client, ['He is in New York City (New York).']);
    expect(await texts(client, id, 'redact=true')).toEqual(['He is in [LOCATION_CITY] ([LOCATION_CITY]).']);
  });

  it('SYMBL-44 have the more specific name where both are as long', async () => {
    const client = await signedIn({'symbl.extensions': true});
    const id = await process(client, [sentence]);
    expect((await texts(client, id, 'redact=true'))[0]).toContain('[LOCATION_CITY]');
  });

  it('hide a name wherever it is said in the conversation, once a message introduced it', async () => {
    const client = await signedIn();
    const id = await process(client, ['quilby is late again', 'My name is Zorvath Quilby.', 'Good morning, zorvath']);
    expect(await texts(client, id, 'redact=true')).toEqual([
      '[PERSON_NAME] is late again',
      'My name is [PERSON_NAME].',
      'Good morning, [PERSON_NAME]',
    ]);
  });

  it('hide a number as what the message before asked for', async () => {
    const client = await signedIn();
    const id = await process(client, [
      'What is your social security number?',
      '444673334',
      'Your order number?',
      '9116',
    ]);
    expect((await texts(client, id, 'redact=true')).slice(1)).toEqual(['[SSN]', 'Your order number?', '9116']);
  });

  it('SYMBL-45 keep markers that touch apart', async () => {
    const client = await signedIn();
    const id = await process(client, ['Tony Stark/Jane Doe said so.']);
    expect(await texts(client, id, 'redact=true')).toEqual(['[PERSON_NAME]/[PERSON_NAME] said so.']);
  });

  it('SYMBL-55 are clear where nothing was to be detected, but the speakers are hidden', async () => {
    const client = await signedIn();
    const id = await process(client, [said(sentence, john)], {detectEntities: false});
    expect(await transcript(client, id, 'redact=true')).toMatchObject([
      {text: sentence, from: {name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'}},
    ]);
  });

  it('SYMBL-55 are clear by default where the switch has the older pages’ default', async () => {
    const client = await signedIn({'symbl.detect_entities': false});
    expect(await texts(client, await process(client, [sentence]), 'redact=true')).toEqual([sentence]);
    const asked = await process(client, [sentence], {detectEntities: true});
    expect((await texts(client, asked, 'redact=true'))[0]).toContain('[SSN]');
  });

  it('SYMBL-56 leave entities of the caller’s own in clear', async () => {
    const client = await signedIn();
    const entities = [{customType: 'Project', value: 'bluebird', text: 'bluebird'}];
    const id = await process(client, ['The project bluebird is late.'], {entities});
    expect(await texts(client, id, 'redact=true')).toEqual(['The project bluebird is late.']);
  });

  it('SYMBL-57 have their markers exactly where the entities of the clear text are', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    const [state] = JSON.parse(await client.everything()) as [
      {collection: string; entity: {conversationId: string; spans: {start: number; end: number; type: string}[]}}[],
    ];
    const stored = state.find(
      ({collection, entity}) => collection === 'symbl.messages' && entity.conversationId === id,
    );
    const found = stored?.entity.spans.map(({start, end, type}) => [type, sentence.slice(start, end)]);
    expect(found).toEqual([
      ['SSN', '444-67-3334'],
      ['LOCATION_CITY', 'New York City'],
    ]);
    const [redacted] = await texts(client, id, 'redact=true');
    const clear = (found ?? []).reduce((text, [type, value]) => text?.replace(`[${type}]`, value ?? ''), redacted);
    expect(clear).toBe(sentence);
  });
});

describe('a redacted transcript', () => {
  it('SYMBL-50 has the same ids, times, order and members of messages as the clear one', async () => {
    const client = await signedIn();
    const visible = (messages: Awaited<ReturnType<typeof transcript>>) =>
      messages.map(({text: _, from, ...rest}) => ({...rest, from: from.id, members: Object.keys(rest)}));
    const [clear, redacted] = [
      await transcript(client, seeded.page),
      await transcript(client, seeded.page, 'redact=true'),
    ];
    expect(visible(redacted)).toEqual(visible(clear));
    expect(redacted.map((message) => Object.keys(message))).toEqual(clear.map((message) => Object.keys(message)));
  });

  it('SYMBL-51 hides in phrases and words what it hides in texts', async () => {
    const client = await signedIn();
    const text = 'Please send the contract to jane@example.com and call Tony Stark.';
    const id = await process(client, [text, 'I need to call Tony Stark in New York City.'], {detectPhrases: true});
    const answer = await getMessages(client, id, 'redact=true&verbose=true');
    for (const value of ['jane', 'Tony', 'Stark', 'New', 'York']) expect(answer.text).not.toContain(value);

    const messages = await transcript(client, id, 'redact=true&verbose=true');
    expect(messages.map(({phrases}) => phrases.map((phrase) => phrase.text))).toEqual([
      ['send the contract to [EMAIL_ADDRESS]'],
      ['call [PERSON_NAME] in [LOCATION_CITY]'],
    ]);
    expect(messages[0]?.words?.map(({word}) => word).join(' ')).toBe(messages[0]?.text);
    expect((await transcript(client, id))[1]?.phrases[0]?.text).toBe('call Tony Stark in New York City');
  });

  it('SYMBL-51 leaves phrases and words of excluded entities in clear', async () => {
    const client = await signedIn();
    const id = await process(client, ['I need to call Tony Stark in New York City.'], {detectPhrases: true});
    const [message] = await transcript(client, id, 'redact=true&verbose=true&exclude=["LOCATION_CITY"]');
    expect(message?.phrases[0]?.text).toBe('call [PERSON_NAME] in New York City');
    expect(message?.words?.map(({word}) => word)).toEqual([
      'I',
      'need',
      'to',
      'call',
      '[PERSON_NAME]',
      'in',
      'New',
      'York',
      'City.',
    ]);
  });

  it('SYMBL-51 makes one word of those that a marker covers, from the first one’s start to the last one’s end', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    const [clear] = await transcript(client, id, 'verbose=true');
    const [redacted] = await transcript(client, id, 'redact=true&verbose=true');
    expect(redacted?.words?.map(({word}) => word)).toEqual([
      'My',
      'social',
      'security',
      'number',
      'is',
      '[SSN]',
      'and',
      'I',
      'live',
      'in',
      '[LOCATION_CITY].',
    ]);
    const city = redacted?.words?.at(-1);
    const first = clear?.words?.find(({word}) => word === 'New');
    const last = clear?.words?.at(-1);
    expect(city).toMatchObject({startTime: first?.startTime, endTime: last?.endTime, timeOffset: first?.timeOffset});
  });

  it('SYMBL-51 makes one word of two markers that share one', async () => {
    const client = await signedIn();
    const id = await process(client, ['Tony Stark/Jane Doe said so.']);
    const [message] = await transcript(client, id, 'redact=true&verbose=true');
    expect(message?.words?.map(({word}) => word)).toEqual(['[PERSON_NAME]/[PERSON_NAME]', 'said', 'so.']);
  });

  it('SYMBL-52 sounds as the clear one does', async () => {
    const client = await signedIn();
    const id = await process(client, ['The Wonderful Mattress Company is a great store.', 'Tony Stark is terrible.']);
    const sentiments = async (query: string) => (await transcript(client, id, query)).map(({sentiment}) => sentiment);
    expect(await sentiments('sentiment=true&redact=true')).toEqual(await sentiments('sentiment=true'));
  });

  it('SYMBL-53 leaves what is stored as it is', async () => {
    const client = await signedIn();
    const clear = await getMessages(client, seeded.page);
    // A seed is searched when it is first read redacted; from then on nothing is written.
    await getMessages(client, seeded.page, 'redact=true');
    const stored = async () => JSON.stringify((JSON.parse(await client.everything()) as unknown[])[0]);
    const before = await stored();
    await getMessages(client, seeded.page, 'redact=true&verbose=true&sentiment=true');
    expect(await stored()).toBe(before);
    expect((await getMessages(client, seeded.page)).text).toBe(clear.text);
  });

  it('SYMBL-54 is the same each time', async () => {
    const client = await signedIn();
    const query = 'redact=true&verbose=true&sentiment=true';
    const first = await getMessages(client, seeded.page, query);
    client.advance(3_600_000);
    expect((await getMessages(client, seeded.page, query)).text).toBe(first.text);
  });

  it('SYMBL-83 is the only thing that is redacted', async () => {
    const client = await signedIn();
    for (const what of ['', '/members']) {
      const path = `/v1/conversations/${seeded.page}${what}`;
      const clear = await client.call('GET', path);
      expect(clear.text).toContain('Dana Example');
      expect((await client.call('GET', `${path}?redact=true&exclude=[[`)).text).toBe(clear.text);
    }
  });
});
