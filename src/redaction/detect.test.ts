import {describe, expect, it} from 'vitest';
import {detect, redact} from './index.js';

/** What becomes of a text; one line per idea. */
const readings: readonly (readonly [text: string, redacted: string])[] = [
  // numbers that show what they are
  ['Card 4111 1111 1111 1111 09/27, cvv 123.', 'Card [CREDIT_CARD] [CREDIT_CARD_EXPIRATION], cvv [CVV].'],
  ['Call (303) 555-0166 or +44 20 7946 0501.', 'Call [PHONE_NUMBER] or [PHONE_NUMBER].'],
  ['IBAN DE89 3704 0044 0532 0130 00, please.', 'IBAN [BANK_ACCOUNT], please.'],
  ['Ping 192.0.2.146 and 2001:db8::ff00:42:8329.', 'Ping [IP_ADDRESS] and [IP_ADDRESS].'],
  ['See https://example.com/a?b=c, or www.example.org.', 'See [URL], or [URL].'],
  ['Mail JANE.DOE+x@Mail.Example.COM!', 'Mail [EMAIL_ADDRESS]!'],
  ['The MAC is 3C:22:FB:90:1E:0A.', 'The MAC is [NUMERICAL_PII].'],
  ['Open trace.log at 52.5200, 13.4050.', 'Open [FILENAME] at [LOCATION_COORDINATE].'],
  // numbers that only their surroundings tell
  ['Routing 121000248, account 4409128837.', 'Routing [ROUTING_NUMBER], account [BANK_ACCOUNT].'],
  ['NHS number 943 476 5919.', 'NHS number [HEALTHCARE_NUMBER].'],
  ['4471 is my PIN.', '[PASSWORD] is my PIN.'],
  ["What's your driver's license? D123-4567.", "What's your driver's license? [DRIVER_LICENSE]."],
  ['Plate LMN 3348, customer ID 8842-11.', 'Plate [VEHICLE_ID], customer ID [ACCOUNT_NUMBER].'],
  ['My social is one two eight, five five, nine zero one two.', 'My social is [SSN].'],
  // times
  ['Born on 3rd of October 1982.', 'Born on [DOB].'],
  ['On Friday, June 7th at 5:30 pm, for two hours.', 'On [DATE] at [TIME], for [DURATION].'],
  ['From April to May, and in Q2 2023.', 'From [DATE_INTERVAL], and in [DATE_INTERVAL].'],
  ["I'm 58, my son turned 7.", "I'm [AGE], my son turned [AGE]."],
  ['It cost $4 million or 2,000 pounds.', 'It cost [MONEY] or [MONEY].'],
  // names
  ['Dr. Moreno told Keisha and Roberto.', 'Dr. [PERSON_NAME] told [PERSON_NAME] and [PERSON_NAME].'],
  ['Jean-Luc de la Croix signed.', '[PERSON_NAME] signed.'],
  ['my name is patrick dunleavy and i live in phoenix', 'my name is [PERSON_NAME] and i live in [LOCATION_CITY]'],
  ['MY NAME IS JOHN SMITH', 'MY NAME IS [PERSON_NAME]'],
  ['Charlotte moved from Charlotte to Dallas.', '[PERSON_NAME] moved from [LOCATION_CITY] to [LOCATION_CITY].'],
  ['She works at Blue Heron Ltd as a nurse.', 'She works at [ORGANIZATION] as a [OCCUPATION].'],
  // places
  ['Ship to 560 Maple Drive, Madison, WI 53703.', 'Ship to [LOCATION_ADDRESS].'],
  ['I grew up in Kisumu, Kenya.', 'I grew up in [LOCATION_CITY], [LOCATION_COUNTRY].'],
  // about people
  ["I'm Italian and speak French.", "I'm [ORIGIN] and speak [LANGUAGE]."],
  ['She takes 50 mcg of levothyroxine for her lupus.', 'She takes [DOSE] of [DRUG] for her [CONDITION].'],
];

/** Text that tells nothing about anybody. */
const clean: readonly string[] = [
  'Yes.',
  'Bill me later, please.',
  'Will it arrive on time?',
  'Please Mark this ticket as resolved.',
  'Grace period rules apply.',
  'Joy is contagious.',
  'Nice to meet you.',
  'March on, you may first check the settings.',
  'Order number 4471829 has not arrived.',
  'The total is 58.',
  'The new version 2.4.1 fixes error 404.',
  'Is there a single sign on option?',
  'The apple was red and the orange was sweet.',
  'The general manager position is open.',
  'Go to Settings, then Privacy, and tap Delete.',
  'Talk to you next week.',
  '',
];

describe('detect', () => {
  it.each(readings)('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each(clean)('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('counts in UTF-16 units', () => {
    const text = '😀 mail a@example.com';
    expect(detect(text)).toMatchObject([{start: 8, end: 21, type: 'EMAIL_ADDRESS'}]);
  });

  it('gives spans that are sorted and free of overlaps', () => {
    const spans = detect(readings.map(([text]) => text).join('\n'));
    expect(spans.length).toBeGreaterThan(40);
    spans.slice(1).forEach((span, index) => expect(span.start).toBeGreaterThanOrEqual(spans[index]?.end ?? 0));
  });
});
