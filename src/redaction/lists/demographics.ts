import {phrases} from './phrases.js';

/** Words that name a people and its language alike. */
export const peopleAndLanguages = phrases(`
arabic, armenian, bulgarian, catalan, chinese, croatian, czech, danish, dutch, english, estonian, filipino, finnish,
french, german, greek, hungarian, icelandic, indonesian, irish, italian, japanese, korean, kurdish, latvian,
lithuanian, malay, norwegian, persian, polish, portuguese, romanian, russian, serbian, slovak, slovenian, somali,
spanish, swedish, thai, tibetan, turkish, ukrainian, vietnamese, welsh, albanian, basque, bengali, burmese, nepali,
mongolian, punjabi, tamil
`);

/** Languages that name no people. */
export const languages = phrases(
  'mandarin, cantonese, hindi, urdu, farsi, swahili, hebrew, latin, gujarati, telugu, tagalog, amharic, yoruba, igbo, zulu, pashto, marathi, kannada, malayalam, yiddish, sign language, esperanto, afrikaans, hausa',
);

/** Peoples and origins that name no language. */
export const origins = phrases(`
afghan, african, african american, african-american, algerian, american, argentinian, argentine, asian, asian american,
australian, austrian, bangladeshi, belgian, bolivian, bosnian, brazilian, british, cambodian, canadian, caribbean, chilean,
colombian, congolese, costa rican, cuban, cypriot, dominican, ecuadorian, egyptian, ethiopian, european, eritrean, ghanaian,
guatemalan, haitian, hispanic, honduran, indian, iranian, iraqi, israeli, jamaican, jordanian, kenyan, kuwaiti,
latino, latina, lebanese, libyan, malaysian, mexican, moroccan, native american, new zealander, nigerian, pakistani,
palestinian, panamanian, peruvian, puerto rican, saudi, scottish, senegalese, singaporean, south african, sri lankan,
sudanese, swiss, syrian, taiwanese, tanzanian, tunisian, ugandan, uruguayan, venezuelan, yemeni, zambian, zimbabwean,
swedes, swede, danes, dane, finns, finn, poles, spaniard, spaniards, englishman, frenchman, irishman, scotsman, turks,
turk, serbs, croats, germans, americans, italians, canadians, brazilians, russians, mexicans, indians, greeks,
norwegians, australians, austrians, caucasian, romani
`);

/** Faiths and their followers. */
export const religions = phrases(
  "catholic, catholics, protestant, christian, christians, muslim, muslims, islamic, jewish, hindu, hindus, buddhist, buddhists, sikh, mormon, mormons, baptist, methodist, lutheran, anglican, presbyterian, evangelical, orthodox christian, greek orthodox, russian orthodox, atheist, agnostic, quaker, shia, sunni, islam, christianity, judaism, hinduism, buddhism, catholicism, jain, taoist, pentecostal, amish, roman catholic, jehovah's witness, baha'i, zoroastrian, wiccan, pagan, scientologist",
);

/** Convictions that are written without a capital. */
export const convictions = phrases('atheist, atheists, agnostic');

/** Parties and convictions. */
export const politics = phrases(
  'republican, republicans, democrat, democrats, democratic party, republican party, labour party, labor party, conservative party, green party, liberal democrat, liberal democrats, tory, tories, socialist, socialist party, communist, communist party, libertarian, libertarian party, social democrat, social democrats, christian democrat, christian democrats, marxist, anarchist, gop, reform party, labour voter, liberal party',
);

/** Genders and sexual orientations. */
export const genders = phrases(
  'bisexual, lesbian, homosexual, heterosexual, transgender, non-binary, nonbinary, trans woman, trans man, asexual, pansexual, genderqueer, genderfluid, cisgender, intersex',
);

/** Genders that are everyday words: only said of somebody ("is gay", "the caller was male"). */
export const cuedGenders = phrases('male, female, gay, straight, queer, trans');

/** Marital status, said of somebody. */
export const maritalStatuses = phrases(
  'single, married, divorced, widowed, separated, engaged, widow, widower, unmarried, newly married, happily married, recently divorced, newlywed, remarried',
);

/** Signs of the zodiac. */
export const zodiacSigns = phrases(
  'aries, taurus, gemini, cancer, leo, virgo, libra, scorpio, sagittarius, capricorn, aquarius, pisces',
);

/** Holidays and happenings. */
export const events = phrases(`
mother's day, mothers day, father's day, fathers day, valentine's day, valentines day, christmas, christmas eve,
christmas day, new year's eve, new year's day, new year, easter, easter sunday, easter monday, good friday,
thanksgiving, halloween, black friday, cyber monday, independence day, fourth of july, memorial day, labor day,
labour day, veterans day, presidents day, martin luther king day, st. patrick's day, saint patrick's day, hanukkah,
passover, yom kippur, rosh hashanah, ramadan, eid, eid al-fitr, diwali, holi, chinese new year, lunar new year,
boxing day, bastille day, cinco de mayo, mardi gras, oktoberfest, olympics, olympic games, winter olympics,
summer olympics, paralympics, world cup, super bowl, world series, wimbledon, tour de france, champions league,
euro 2024, ces, coachella, burning man, glastonbury, sxsw, comic-con, comic con, eurovision, oscars, grammys,
world war ii, world war i, world war two, cold war, earth day, pride month, kwanzaa, nba finals, us open, web summit,
dreamforce, google i/o, wwdc, mobile world congress
`);
