import {pattern, type Recognizer} from '../candidate.js';

const name = "[\\p{Lu}\\d][\\p{L}\\p{N}'’.-]{0,30}";
const place =
  "(?:(?:St|Mt|Ft|San|Santa)\\.? )?\\p{Lu}[\\p{L}'’-]{1,30}(?:[ -](?:(?:de|la|del|am|on|upon|of|the) )?\\p{Lu}[\\p{L}'’-]{1,30}){0,2}";
const kind =
  '(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Close|Crescent|Cres|Circle|Cir|Parkway|Pkwy|Highway|Hwy|Freeway|Alley|Row|Walk|Gardens|Gdns|Grove|Mews|Hill|Quay|Trail|Trl|Loop|Plaza|Park|Turnpike|Rise|Green|Gate|Wharf|Parade|Esplanade|Broadway|Bend|Run|Cove|Ridge|Heights|Crossing|Path|Pike|Point|View|Vista|Yard|Field|Fields|Meadow|Meadows|Bypass|Expressway|STREET|ST|AVENUE|AVE|ROAD|RD|LANE|LN|DRIVE|DR|BOULEVARD|BLVD|COURT|CT|PLACE|SQUARE|TERRACE|WAY|CLOSE|CRESCENT|QUAY|HIGHWAY)';
const foreign =
  '(?:Rue|Via|Calle|Avenida|Av\\.|Rua|Plaza|Piazza|Place|Boulevard|Avenue|Paseo|Carrer|Ulica|ul\\.|Viale|Corso|Largo|Passeig)';
const germanic =
  "\\p{Lu}[\\p{L}'-]{1,25}(?:straße|strasse|str\\.|gasse|weg|platz|allee|ring|damm|ufer|straat|laan|gracht|plein|gatan|vägen|gata|veien|gade|vej)";
const house = '(?:(?:Flat|Apt|Apartment|Unit|Suite|Room) [\\dA-Z]{1,5},? )?\\d{1,5}(?:[/-]\\d{1,4})?[A-Za-z]?';
const unit =
  '(?:,? (?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|Building|Bldg|Lot|Level|#)\\.? ?#?[A-Z]?\\d{0,5}[A-Z]?\\b|(?:\\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Tt]op|[Gg]round) [Ff]l(?:oor|\\.)))';
const postcode =
  '(?:\\d{5}(?:-\\d{4})?|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4}-\\d{3}|[A-Z]{1,2}-\\d{4,5}|\\d{4}(?: [A-Z]{2})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?!\\w)';
const country =
  '(?:USA|U\\.S\\.A\\.|UK|United States|United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|Germany|France|Spain|Italy|Netherlands|Belgium|Austria|Switzerland|Sweden|Norway|Denmark)';
const region = `(?:(?:, ?| )(?:[A-Z]{2,3}\\b|${place}))`;
const tail = `${unit}?(?:(?:, ?|\\n)(?:${postcode} )?${place}${unit}?${region}?(?:(?:,? ?|\\n)${postcode})?)?(?:(?:, |\\n)${country}\\b)?`;
const street = `${name}(?: ${name}){0,3} ${kind}\\b(?:\\.(?=,| [A-Z]{1,2}\\b| (?:Apt|Suite|Ste|Unit)\\b| #))?(?: (?:North|South|East|West|N|S|E|W|NE|NW|SE|SW)\\b)?`;
const abroad = `${foreign} (?:(?:de|du|des|del|della|di|do|da|la|le|los|las|l'|d') ?){0,2}${place}`;

/** Postal addresses: one span from the house number to the postcode or country, and streets by themselves. */
export const addresses: readonly Recognizer[] = [
  pattern(
    'LOCATION_ADDRESS',
    new RegExp(`(?<![\\p{L}\\p{N}.,$€£#-])${house},? (?:[NSEW]\\.? )?${street}${tail}(?!\\p{L})`, 'dgu'),
    {score: 0.92},
  ),
  pattern(
    'LOCATION_ADDRESS',
    new RegExp(`(?<![\\p{L}\\p{N}.,$€£#-])${house},? (?:${abroad}|${germanic})${tail}(?!\\p{L})`, 'dgu'),
    {score: 0.9},
  ),
  pattern(
    'LOCATION_ADDRESS',
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${abroad}|${germanic}),? ${house}${tail}(?!\\p{L}|\\p{N})`, 'dgu'),
    {score: 0.9},
  ),
  pattern('LOCATION_ADDRESS', new RegExp(`(?<![\\p{L}\\p{N}])${street} ${house}${tail}(?![\\p{L}\\p{N}])`, 'dgu'), {
    score: 0.9,
    accept: isStreet,
  }),
  pattern(
    'LOCATION_ADDRESS',
    new RegExp(
      `(?<![\\p{L}\\p{N}.,$€£#-])${house} \\p{Lu}[\\p{L}'-]{3,25}(?: ${place})?, ${place},? (?:[A-Z]{2} )?${postcode}`,
      'dgu',
    ),
    {score: 0.85},
  ),
  pattern(
    'LOCATION_ADDRESS',
    new RegExp(
      `(?<=\\b(?:on|at|in|along|off|of|down|to|near|from|and|called|address(?: is|:)?) (?:the )?)${name}(?: ${name}){0,2} ${kind}\\b`,
      'dgu',
    ),
    {score: 0.75, accept: isStreet},
  ),
  pattern('LOCATION_ADDRESS', /(?<![\w.,$#-])\d{0,3}(?:1st|2nd|3rd|\dth) (?:Avenue|Ave|Street|St)\b/dg, {score: 0.8}),
  pattern('LOCATION_ADDRESS', new RegExp(`\\bP\\.?O\\.? Box \\d{1,6}(?:${tail})`, 'dgu'), {score: 0.95}),
  pattern(
    'LOCATION_ADDRESS',
    /(?<![\w.,$#-])\d{1,5} [a-z]{3,20}(?: [a-z]{3,20})? (?:street|avenue|road|lane|drive|boulevard|court|close|crescent|terrace|highway|parkway|circle|way|place|square)\b(?! (?:to|too|from|by|up|in the|it|me|around))(?:,? (?:apartment|apt|unit|suite|flat|number) (?:\d{1,4}[a-z]?|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)\b)?/dg,
    {score: 0.75},
  ),
];

const said =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh|zero)';

/** Addresses whose house number is read out: "twelve oh six maple street". */
export const spokenAddresses: readonly Recognizer[] = [
  pattern(
    'LOCATION_ADDRESS',
    new RegExp(
      `(?<!\\w)(?:${said}[ -]){1,6}(?:(?:north|south|east|west) )?(?!(?:minutes?|hours?|days?|miles|blocks)\\b)[a-z]{3,20}(?: [a-z]{3,20})? (?:street|avenue|road|lane|drive|boulevard|court|crescent|terrace|highway|circle|parkway|place)\\b(?:,? (?:apartment|apt|unit|suite|flat) (?:\\d{1,4}[a-z]?|${said}(?:[ -]${said}){0,3}|[a-z]\\b))?`,
      'dgi',
    ),
    {
      score: 0.84,
      needs: /(?:street|avenue|road|lane|drive|boulevard|court|crescent|terrace|highway|circle|parkway|place)/i,
    },
  ),
];

/** "Central Park" and "Notting Hill" are sights, not streets. */
function isStreet(match: string): boolean {
  return (
    !/ (?:Park|Hill|Green|Gardens|Gate|Place|Square|Plaza|Walk|Row|Dr|Way|Rise)$/.test(match) &&
    !/^(?:The|This|My|Our) /.test(match)
  );
}

/** Postcodes that follow their name, or that no other number looks like. */
export const postcodes: readonly Recognizer[] = [
  pattern(
    'LOCATION_ZIP',
    /\b(?:zip|postal|post) ?(?:code)?s?(?: (?:is|was|of|changed to))?:? ?(?<it>\d{4,5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?!\w)/dgi,
    {score: 0.95},
  ),
  pattern('LOCATION_ZIP', /(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?!\w)/dg, {score: 0.8}),
  pattern('LOCATION_ZIP', /(?<!\w)[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?!\w)/dg, {score: 0.8}),
  pattern('LOCATION_ZIP', /(?<=\p{Lu}\p{Ll}{2,20},? [A-Z]{2} )\d{5}(?:-\d{4})?(?!\w)/dgu, {score: 0.8}),
];
