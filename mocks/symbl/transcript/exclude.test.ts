import {describe, expect, it} from 'vitest';
import {getMessages, process, sentence, signedIn, texts} from '../test-support.js';

const all = 'My social security number is [SSN] and I live in [LOCATION_CITY].';
const withoutCity = 'My social security number is [SSN] and I live in New York City.';
const withoutSsn = 'My social security number is 444-67-3334 and I live in [LOCATION_CITY].';

const encoded = (text: string) => `redact=true&exclude=${encodeURIComponent(text)}`;

/** The sentence of the redaction page as a query gives it. */
async function read(query: string, behaviours: Record<string, unknown> = {}): Promise<string | undefined> {
  const client = await signedIn(behaviours);
  return (await texts(client, await process(client, [sentence]), query))[0];
}

describe('redact', () => {
  it.each([
    ['redact=true', all],
    ['redact=True', all],
    ['redact=TRUE', all],
    ['redact=false', sentence],
    ['redact=FALSE', sentence],
  ])('SYMBL-58 is read in any letter case: %s', async (query, expected) => {
    expect(await read(query)).toBe(expected);
  });

  it.each(['redact=1', 'redact=yes', 'redact=', 'redact', 'redact=null', 'redact=true&redact=true', 'redact=["true"]'])(
    'SYMBL-58 is refused when it is no boolean: %s',
    async (query) => {
      const client = await signedIn();
      const id = await process(client, [sentence]);
      const answer = await getMessages(client, id, query);
      expect(answer).toMatchObject({status: 400, body: {message: '"redact" must be a boolean'}});
    },
  );
});

describe('exclude', () => {
  it.each([
    ['raw', 'redact=true&exclude=["LOCATION_CITY"]', withoutCity],
    ['before redact, its quotes encoded', 'exclude=[%22LOCATION_CITY%22]&redact=true', withoutCity],
    ['fully encoded', 'redact=true&exclude=%5B%22LOCATION_CITY%22%5D', withoutCity],
    ['two names', 'exclude=["LOCATION_CITY","SSN"]&redact=true', sentence],
  ])('SYMBL-59 is read as clients send it: %s', async (_, query, expected) => {
    expect(await read(query)).toBe(expected);
  });

  it.each([
    ['a space after the comma', encoded('["LOCATION_CITY", "SSN"]'), sentence],
    ['a plus for that space', 'redact=true&exclude=["LOCATION_CITY",+"SSN"]', sentence],
    ['spaces everywhere', encoded(' [ " LOCATION_CITY " ,\t"SSN" ] '), sentence],
    ['an empty list', 'redact=true&exclude=[]', all],
    ['nothing', 'redact=true&exclude=', all],
    ['nothing at all', 'redact=true&exclude', all],
    ['null', 'redact=true&exclude=null', all],
  ])('SYMBL-60 does not mind spaces, and may exclude nothing: %s', async (_, query, expected) => {
    expect(await read(query)).toBe(expected);
    expect(await read(query, {'symbl.exclude_spelling': 'strict'})).toBe(expected);
  });

  it.each([
    ['[LOCATION_CITY]', withoutCity],
    ['[LOCATION_CITY, SSN]', sentence],
    ['LOCATION_CITY', withoutCity],
    ['LOCATION_CITY,SSN', sentence],
    ['"LOCATION_CITY"', withoutCity],
    ["['LOCATION_CITY']", withoutCity],
    ['["LOCATION_CITY",SSN]', sentence],
  ])('SYMBL-61 may be a list that is no JSON, unless strict: %s', async (exclude, expected) => {
    expect(await read(encoded(exclude))).toBe(expected);
    const client = await signedIn({'symbl.exclude_spelling': 'strict'});
    const answer = await getMessages(client, await process(client, [sentence]), encoded(exclude));
    expect(answer).toMatchObject({status: 400, body: {message: '"exclude" must be an array'}});
  });

  it.each([
    ['["LOCATION_CITY", "SSN"]', sentence],
    ['', all],
    ['null', all],
  ])('SYMBL-61 is read by the strict as well when it is JSON: %s', async (exclude, expected) => {
    expect(await read(encoded(exclude), {'symbl.exclude_spelling': 'strict'})).toBe(expected);
  });

  it.each([
    '[["PERSON_NAME"],["PHONE_NUMBER"]]',
    '["LOCATION_CITY"',
    '"LOCATION_CITY"]',
    '[LOCATION_CITY',
    'LOCATION_CITY]',
    '["LOCATION_CITY]',
    '["LOCATION_CITY",]',
    'LOCATION_CITY,,SSN',
    ',',
    '[null]',
    '[1]',
    '[{"a":"b"}]',
    '{"LOCATION_CITY":true}',
  ])('SYMBL-62 is refused when it is no list of names: %s', async (exclude) => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    for (const query of [encoded(exclude), encoded(exclude).replace('redact=true&', '')]) {
      const answer = await getMessages(client, id, query);
      expect(answer).toMatchObject({status: 400, body: {message: '"exclude" must be an array'}});
    }
  });

  it.each([
    ['redact=true&exclude=["LOCATION_CITY"]&exclude=["SSN"]', sentence],
    ['exclude=SSN&redact=true&exclude=["LOCATION_CITY","SSN"]', sentence],
    ['redact=true&exclude=["LOCATION_CITY"]&exclude=', withoutCity],
  ])('SYMBL-63 given several times is all of its lists together: %s', async (query, expected) => {
    expect(await read(query)).toBe(expected);
  });

  it('SYMBL-63 given several times is refused when one of them is no list', async () => {
    const client = await signedIn();
    const query = 'redact=true&exclude=["SSN"]&exclude=[[';
    expect(await getMessages(client, await process(client, [sentence]), query)).toMatchObject({status: 400});
  });

  it.each([
    ['SYMBL-64', '["location_city"]', all],
    ['SYMBL-64', '["Location_City","SSN"]', withoutSsn],
    ['SYMBL-65', '["NO_SUCH_ENTITY"]', all],
    ['SYMBL-65', '["NO_SUCH_ENTITY","LOCATION_CITY","__proto__","constructor"]', withoutCity],
    ['SYMBL-65', '["LOCATION CITY"]', all],
    ['SYMBL-65', '["DRIVER_LICENSE","DOB"]', all],
  ])('%s takes names letter by letter, and ignores unknown ones: %s', async (_, exclude, expected) => {
    expect(await read(encoded(exclude))).toBe(expected);
  });

  it('SYMBL-65 knows Symbl’s own spelling', async () => {
    const client = await signedIn();
    const text = "My driver's license is D123-4567.";
    const id = await process(client, [text]);
    expect(await texts(client, id, 'redact=true&exclude=["DRIVERS_LICENSE"]')).toEqual([text]);
    expect(await texts(client, id, 'redact=true&exclude=["DRIVER_LICENSE"]')).not.toEqual([text]);
  });

  it('SYMBL-66 has no effect without redaction', async () => {
    expect(await read('exclude=["LOCATION_CITY"]')).toBe(sentence);
    expect(await read('redact=false&exclude=["LOCATION_CITY"]')).toBe(sentence);
  });

  it('SYMBL-67 leaves the text clear when it names all that is in it', async () => {
    expect(await read('redact=true&exclude=["LOCATION_CITY","SSN"]')).toBe(sentence);
  });

  it('is not written down in clear, since anything may stand in it', async () => {
    const client = await signedIn();
    const id = await process(client, [sentence]);
    await getMessages(client, id, encoded('["CANARY NAME"]'));
    await getMessages(client, id, encoded('[["CANARY NAME"'));
    expect(JSON.stringify(await client.journal())).not.toContain('CANARY');
  });
});
