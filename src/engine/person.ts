/**
 * Somebody made up, whom every vendor can be populated with. Plain data: a generator makes people in numbers, a test makes
 * one whose every member is a text of its own and looks for those texts afterwards.
 *
 * Whatever stands here must be found again, letter for letter, at each vendor that can hold it.
 */
export interface Person {
  /** Tells them from all others; ids follow from it, but it is shown nowhere. */
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** In the form of E.164: `+12025550143`. */
  readonly phone: string;
  /** `1987-03-21` */
  readonly birthday: string;
  /** With the number of the house: `12 Sample Street`. */
  readonly street: string;
  readonly city: string;
  readonly postcode: string;
  readonly company: string;
  /** Under which the client's own systems know them. */
  readonly accountNumber: string;
  /** Since when they are known; an instant, as {@link Turn.at}. */
  readonly joinedAt: string;
  /** The oldest first. */
  readonly conversations: readonly PersonConversation[];
}

/** What somebody wrote or said, and what they were answered: by mail, in a chat or on the telephone. */
export interface PersonConversation {
  /** When it began; an instant, as {@link Turn.at}. */
  readonly at: string;
  readonly subject: string;
  /** One word for what it is about, with nothing personal in it: a tag. */
  readonly topic: string;
  /** In order. If the person has the last word, the conversation is still open. */
  readonly turns: readonly Turn[];
  /** Sent with the first turn. */
  readonly attachment?: PersonFile;
}

/** What one of the two said at a time. */
export interface Turn {
  readonly by: 'person' | 'agent';
  readonly text: string;
  /** ISO 8601 in UTC with milliseconds, as `toISOString` writes it. */
  readonly at: string;
}

/** A file with its contents. */
export interface PersonFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly base64: string;
}

/** First and last name, as people sign. */
export function fullNameOf({firstName, lastName}: Person): string {
  return `${firstName} ${lastName}`;
}

/** The postal address in one line. */
export function postalAddressOf({street, postcode, city}: Person): string {
  return `${street}, ${postcode} ${city}`;
}

/** Whether nobody waits for an answer any more. */
export function isAnswered({turns}: PersonConversation): boolean {
  return turns.at(-1)?.by === 'agent';
}

/** When the last thing was said. */
export function endOf({turns, at}: PersonConversation): string {
  return turns.at(-1)?.at ?? at;
}
