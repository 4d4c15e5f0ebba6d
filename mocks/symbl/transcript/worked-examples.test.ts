/**
 * Worked examples 1 to 10 and 16: exact strings and places, most of them printed by Symbl itself. Examples 11 to 15 are
 * of the older Labs feature, which is not built; the places in its sentence hold here as well.
 */
import {expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import {configure, process, seeded, sentence, signedIn, texts, transcript} from '../test-support.js';

interface Example {
  readonly rules: string;
  readonly number: number;
  readonly original: string;
  readonly settings?: unknown;
  readonly query?: string;
  readonly output: string;
}

const custom = {SSN: '123-45-6789', LOCATION_CITY: 'City'};
const sampleSettings = {
  default: true,
  type: 'custom',
  exclude: ['PERSON_NAME', 'EMAIL_ADDRESS'],
  custom: {SSN: 'Social Security Number', DRIVERS_LICENSE: 'Personal ID', default: 'obfuscation'},
};

const examples: readonly Example[] = [
  {
    rules: 'SYMBL-41',
    number: 1,
    original: sentence,
    output: 'My social security number is [SSN] and I live in [LOCATION_CITY].',
  },
  {
    rules: 'SYMBL-77',
    number: 2,
    original: sentence,
    settings: {type: 'obfuscation'},
    output: 'My social security number is [****] and I live in [****].',
  },
  {
    rules: 'SYMBL-78',
    number: 3,
    original: sentence,
    settings: {type: 'custom', custom},
    output: 'My social security number is [123-45-6789] and I live in [City].',
  },
  {
    rules: 'SYMBL-42',
    number: 4,
    original: sentence,
    query: 'redact=true&exclude=["LOCATION_CITY"]',
    output: 'My social security number is [SSN] and I live in New York City.',
  },
  {
    rules: 'SYMBL-39',
    number: 5,
    original: 'My name is Tony Stark',
    settings: {type: 'default'},
    output: 'My name is [PERSON_NAME]',
  },
  {
    rules: 'SYMBL-39',
    number: 6,
    original: 'Example Mattress Company is a store that sells mattresses if you are sleepy by chance.',
    output: '[ORGANIZATION] is a store that sells mattresses if you are sleepy by chance.',
  },
  {
    rules: 'SYMBL-39',
    number: 7,
    original: 'This is Jordan Sample who will be joining our team next week as our new accountant.',
    output: 'This is [PERSON_NAME] who will be joining our team next week as our new [OCCUPATION].',
  },
  {rules: 'SYMBL-39', number: 8, original: 'Yes.', output: 'Yes.'},
  {
    rules: 'SYMBL-75 SYMBL-76 SYMBL-78',
    number: 10,
    original: sentence,
    settings: sampleSettings,
    query: '',
    output: 'My social security number is [Social Security Number] and I live in [****].',
  },
];

for (const {rules, number, original, settings, query = 'redact=true', output} of examples) {
  it(`${rules} example ${number}: ${output}`, async () => {
    const client = await signedIn();
    const id = await process(client, [original]);
    if (settings !== undefined) await configure(client, settings);
    expect(await texts(client, id, query)).toEqual([output]);
  });
}

it('SYMBL-46 SYMBL-47 example 9: speaker 1 and speaker 2', async () => {
  const client = await signedIn();
  const from = (await transcript(client, seeded.page, 'redact=true')).map((message) => message.from);
  expect(from).toMatchObject([
    {name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'},
    {name: '[REDACTED NAME 2]', email: '[REDACTED EMAIL 2]'},
    {name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'},
  ]);
});

it.each([
  ['16', 'The name is Jamie Smith.', {PERSON_NAME: 12}],
  ['16', 'Hello, this is Peter from Vodafone, I help you today.', {ORGANIZATION: 26}],
  [
    '12',
    'Sure, my social security number is 222-44-5555 and I was born on 3rd of October 1982.',
    {SSN: 35, DATE_OF_BIRTH: 65},
  ],
])('SYMBL-57 example %s: where entities are in %j', async (_, text, expected) => {
  const client = await signedIn();
  const id = await process(client, [text]);
  const {body} = await client.call('GET', `/v1/conversations/${id}/entities`);
  const {entities} = body as components['schemas']['DetectedEntities'];
  const places = entities.map(({type, matches}) => [type, matches[0]?.messageRefs[0]?.offset]);
  expect(Object.fromEntries(places)).toMatchObject(expected);
});
