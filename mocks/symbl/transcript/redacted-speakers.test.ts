import {describe, expect, it} from 'vitest';
import {process, said, seeded, signedIn, transcript} from '../test-support.js';

const john = {from: {userId: 'john@example.com', name: 'John'}};
const mary = {from: {userId: 'mary@example.com', name: 'Mary'}};

describe('redacted speakers', () => {
  it('SYMBL-46 SYMBL-47 have the number of their first appearance, the same each time', async () => {
    const client = await signedIn();
    const id = await process(client, [said('One.', mary), said('Two.', john), said('Three.', mary), 'Four.']);
    const clear = await transcript(client, id);
    const from = (await transcript(client, id, 'redact=true')).map((message) => message.from);
    const marked = (place: number, number: number) => ({
      id: clear[place]?.from.id,
      name: `[REDACTED NAME ${number}]`,
      email: `[REDACTED EMAIL ${number}]`,
    });
    expect(from).toEqual([marked(0, 1), marked(1, 2), marked(0, 1), {}]);
  });

  it('SYMBL-46 lack what they lack in clear', async () => {
    const client = await signedIn();
    const id = await process(client, [
      said('One.', {from: {userId: 'anon@example.com'}}),
      said('Two.', {from: {name: 'Nameless'}}),
      said('Three.', {from: {name: 'Nameless'}}),
      said('Four.', {from: {}}),
    ]);
    const from = (await transcript(client, id, 'redact=true')).map((message) => message.from);
    expect(from).toEqual([
      {id: expect.any(String) as string, email: '[REDACTED EMAIL 1]'},
      {name: '[REDACTED NAME 2]'},
      {name: '[REDACTED NAME 2]'},
      {},
    ]);
  });

  it('SYMBL-47 are told apart by id, though they have the same name', async () => {
    const client = await signedIn();
    const alex = (userId: string) => ({from: {userId, name: 'Alex Sample'}});
    const id = await process(client, [said('One.', alex('a@example.com')), said('Two.', alex('b@example.com'))]);
    const from = (await transcript(client, id, 'redact=true')).map((message) => message.from);
    expect(from).toMatchObject([
      {name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'},
      {name: '[REDACTED NAME 2]', email: '[REDACTED EMAIL 2]'},
    ]);
  });

  it('SYMBL-47 are counted in the answer, not in the list of members', async () => {
    const client = await signedIn();
    // The members' list begins with John; the transcript begins with Mary.
    const from = (await transcript(client, seeded.others, 'redact=true')).map((message) => message.from);
    expect(from.map(({name}) => name)).toEqual(['[REDACTED NAME 1]', '[REDACTED NAME 2]', '[REDACTED NAME 3]']);
    expect(from[0]?.id).toBe('382362a2-eeec-46a3-8891-d50508293851');
  });

  const excluded = 'redact=true&exclude=["PERSON_NAME","EMAIL_ADDRESS"]';

  it('SYMBL-48 are hidden whatever is excluded', async () => {
    const client = await signedIn();
    const id = await process(client, [said('Call Tony Stark.', john)]);
    expect(await transcript(client, id, excluded)).toMatchObject([
      {text: 'Call Tony Stark.', from: {name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'}},
    ]);
  });

  it.each([
    [excluded, {name: 'John', email: 'john@example.com'}],
    ['redact=true&exclude=["PERSON_NAME"]', {name: 'John', email: '[REDACTED EMAIL 1]'}],
    ['redact=true&exclude=["EMAIL_ADDRESS"]', {name: '[REDACTED NAME 1]', email: 'john@example.com'}],
    ['redact=true&exclude=["SSN"]', {name: '[REDACTED NAME 1]', email: '[REDACTED EMAIL 1]'}],
  ])('SYMBL-48 can be excluded where the switch says so: %s', async (query, from) => {
    const client = await signedIn({'symbl.speakers': 'unless_excluded'});
    const id = await process(client, [said('Hello.', john)]);
    expect(await transcript(client, id, query)).toMatchObject([{from}]);
  });
});
