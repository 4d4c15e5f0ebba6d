/** Pieces of regular expressions that the patterns for dates and times share. */
export const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';

/** Days of the week, whole and short. */
export const weekdays = 'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?';

/** One to twelve, as hours are spoken. */
export const hours = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** Numbers below a hundred, as spoken. */
export const numerals = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|${hours}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)`;

/** First to thirty-first. */
export const ordinals =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth';
