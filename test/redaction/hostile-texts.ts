/** Parts that make a careless detector slow when they are repeated, by what they are aimed at. */
export const hostileParts: Readonly<Record<string, readonly string[]>> = {
  words: ['a', 'É', 'a ', 'aa-', "a's ", 'Aa ', 'AA ', 'Aa-Aa ', 'de la ', 'New York ', 'and '],
  blanks: [' ', '\n', '\t', ' \n', '\u00a0'],
  digits: ['1', '1 ', '1-', '1.', '1,', '(1) ', '4111 ', '4111-', '+1 ', '1/', '1:'],
  spoken: ['one ', 'double ', 'oh ', 'twenty ', 'one two, ', 'hundred and '],
  mail: ['a@', '@', 'a.', 'a@a.', 'a at ', 'a dot ', 'a at b dot ', '_', '+a'],
  addresses: ['http://', 'www.', 'a/', '::', 'a:', '5 Main ', '12 Main St, ', 'Flat 1, ', 'P.O. Box '],
  accounts: ['DE89 ', 'password ', 'password is ', 'account number ', 'my social is ', 'exp ', 'plate ', 'A1'],
  dates: ['January ', 'January 1 ', 'the 1st of ', '1/1/', 'Monday, ', 'from May to ', 'two days ', '5 pm '],
  names: ['Mr. ', 'my name is ', 'my name is Aa ', 'Dr. A. ', 'this is ', 'Mary ', "O'", 'Mark Will '],
  organizations: ['University of Aaa ', 'Aaa & ', 'Aaa Ltd. ', 'I work at ', 'the Aaa of the '],
  health: ['diagnosed with ', 'takes 5 mg of ', '5 mg ', 'acute ', 'broken ', '10 percent of '],
  people: ['years old ', "I'm ", '6 feet ', 'blue ', 'works as a ', 'speaks ', 'a senior '],
  oddities: ['"', '(', '[SSN]', '\ud800', '😀', 'a\u0301', '\u202e', '\0', 'ﬁ', 'İ'],
};

/** The part, as often as it takes. */
export function repeated(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length));
}
