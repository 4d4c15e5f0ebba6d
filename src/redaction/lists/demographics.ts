import {entries} from './entries.js';

/** Words that name a people and its language alike. */
export const peopleAndLanguages = entries(`
arabic, armenian, bulgarian, catalan, chinese, croatian, czech, danish, dutch, english, estonian, filipino, finnish, flemish,
french, german, greek, hungarian, icelandic, indonesian, irish, italian, japanese, korean, kurdish, latvian,
lithuanian, malay, norwegian, persian, polish, portuguese, romanian, russian, serbian, slovak, slovenian, somali,
spanish, swedish, thai, tibetan, turkish, ukrainian, vietnamese, welsh, albanian, basque, bengali, burmese, nepali,
mongolian, punjabi, tamil, azerbaijani, azeri, belarusian, bosnian, macedonian, maltese, georgian, kazakh, uzbek, kyrgyz, tajik, turkmen, yoruba, igbo,
hausa, zulu, xhosa, berber, uyghur, quechua, samoan, tongan, maori, māori, hawaiian, navajo, cherokee, luxembourgish, galician, sinhalese, khmer, lao, javanese, pashtun, gujarati, hmong, haitian creole, maya
`);

/** Languages that name no people. */
export const languages = entries(
  'mandarin, mandarin chinese, cantonese, hindi, urdu, farsi, swahili, kiswahili, hebrew, latin, telugu, tagalog, amharic, pashto, marathi, kannada, malayalam, yiddish, sign language, american sign language, british sign language, asl, bsl, esperanto, afrikaans, castilian, swiss german, brazilian portuguese, scots gaelic, gaelic, dari, tigrinya, oromo, shona, lingala, twi, wolof, kinyarwanda, creole, patois, hokkien, shanghainese, sinhala, bahasa, bahasa indonesia, bulgarian, odia, assamese, sanskrit, old english, braille, morse code, guarani, mam, ladino, romansh, faroese, breton, cebuano, ilocano, malagasy, sesotho, setswana, luganda, chichewa, fulani, serbo-croatian, simplified chinese, traditional chinese, canadian french',
);

/** Peoples and origins that name no language. */
export const origins = entries(`
afghan, african, african american, african-american, algerian, american, angolan, argentinian, argentine, argentinean, asian, asian american, asian-american,
australian, aussie, austrian, bahamian, bahraini, bangladeshi, barbadian, bajan, belgian, belizean, beninese, bhutanese, bolivian, botswanan, brazilian, british, british indian, bruneian, burundian, cambodian, cameroonian, canadian, caribbean, chadian, chilean,
colombian, congolese, costa rican, cuban, cypriot, dominican, ecuadorian, ecuadorean, egyptian, emirati, eritrean, ethiopian, european, fijian, gabonese, gambian, ghanaian, grenadian,
guatemalan, guinean, guyanese, haitian, hispanic, honduran, indian, indigenous, aboriginal, inuit, iranian, iraqi, israeli, ivorian, jamaican, jordanian, kenyan, kosovan, kuwaiti,
latino, latina, latinx, lebanese, liberian, libyan, malagasy, malawian, malaysian, maldivian, malian, mauritanian, mauritian, mexican, mexican american, mexican-american, moldovan, moroccan, mozambican, namibian, native american, new zealander, kiwi, nicaraguan, nigerian, nigerien, north korean, south korean, omani, pacific islander, pakistani,
palestinian, panamanian, papuan, paraguayan, peruvian, puerto rican, qatari, rwandan, salvadoran, saudi, saudi arabian, scottish, scots, senegalese, sierra leonean, singaporean, south african, sri lankan, south asian, east asian, middle eastern, latin american, west african, north african, east african,
sudanese, south sudanese, surinamese, swiss, syrian, taiwanese, tanzanian, togolese, trinidadian, tunisian, ugandan, uruguayan, venezuelan, yemeni, zambian, zimbabwean, chechen, sicilian, bavarian, texan, californian, quebecois, québécois, creole, cajun, roma, arab, arabs, slavic, nordic, scandinavian, baltic,
swedes, swede, danes, dane, finns, finn, poles, spaniard, spaniards, englishman, englishwoman, frenchman, frenchwoman, irishman, irishwoman, scotsman, welshman, dutchman, dutchwoman, turks, hungarians,
turk, serbs, serb, croats, croat, bulgarians, romanians, ukrainians, czechs, slovaks, germans, americans, italians, canadians, brazilians, russians, mexicans, indians, greeks, nigerians, kenyans, egyptians, iranians, israelis, koreans, portuguese, scots, brits, brit, briton, britons, filipinos, filipina, kurds, kurd, belgians, colombians, peruvians, cubans, jamaicans, ethiopians, ghanaians, pakistanis, iraqis, syrians, moroccans, tunisians, algerians, venezuelans, chileans, argentinians, latinos,
norwegians, australians, austrians, new zealanders, caucasian, romani, sephardic, ashkenazi, igbo, zulu, han chinese, african descent, multiracial, biracial, mixed-race, anglo-indian, irish-american, italian-american, italian american, irish american, chinese-american, chinese american, korean american, korean-american, japanese american, japanese-american, indian american, cuban american, arab american, black british, afro-caribbean, afro-american
`);

/** Faiths and their followers. */
export const religions = entries(
  "catholic, catholics, protestant, protestants, christian, christians, muslim, muslims, moslem, islamic, jewish, jew, jews, orthodox jewish, orthodox jew, hindu, hindus, buddhist, buddhists, zen buddhist, sikh, sikhs, mormon, mormons, baptist, baptists, southern baptist, methodist, lutheran, lutherans, anglican, anglicans, episcopalian, presbyterian, evangelical, evangelical christian, born-again christian, born again christian, orthodox christian, eastern orthodox, coptic christian, coptic, greek orthodox, russian orthodox, quaker, quakers, shia, shiite, shia muslim, sunni, sunni muslim, sufi, ahmadi, islam, christianity, judaism, hinduism, buddhism, sikhism, catholicism, protestantism, jain, jains, jainism, taoist, taoism, daoist, confucian, shinto, shintoist, pentecostal, amish, mennonite, roman catholic, jehovah's witness, jehovah's witnesses, jehovahs witness, seventh-day adventist, seventh day adventist, adventist, latter-day saint, church of england, baha'i, bahá'í, bahai, zoroastrian, zoroastrianism, wiccan, wicca, pagan, druid, druze, yazidi, rastafarian, rastafari, scientologist, scientology, unitarian, calvinist, maronite, hare krishna, hasidic, satanist, humanist, kosher, reform jewish, nonreligious, non-religious, coptic orthodox, congregationalist, salvationist, voodoo, santeria, falun gong, animist",
);

/** Convictions that are written without a capital. */
export const convictions = entries(
  'atheist, atheists, agnostic, agnostics, pagan, atheism, secular humanist, born-again, nonbeliever, non-religious',
);

/** Parties and convictions. */
export const politics = entries(
  "republican, republicans, democrat, democrats, democratic party, republican party, labour party, labor party, labour, conservative party, conservatives, tories, green party, greens, the greens, liberal democrat, liberal democrats, lib dem, lib dems, tory, socialist, socialists, socialist party, democratic socialist, communist, communists, communist party, libertarian, libertarians, libertarian party, social democrat, social democrats, christian democrat, christian democrats, marxist, anarchist, gop, reform party, reform uk, labour voter, liberal party, liberals, snp, scottish national party, plaid cymru, sinn féin, sinn fein, ukip, brexit party, bjp, anc, afd, cdu, spd, fdp, fianna fáil, fine gael, bloc québécois, new democratic party, ndp, national rally, front national, five star movement, podemos, syriza, likud, tea party, leftist, left-wing, right-wing, centrist, far-right, far-left, maga, trump supporter, progressive, nationalist, monarchist, fascist, independent voter, pro-life, pro-choice, democratic voter, indian national congress, african national congress, workers' party, workers party, working families party, constitution party, pirate party, alternative for germany, people's party, freedom party, progressive party, trotskyist, maoist, leninist, ecologist party, environmentalist party, populist, neoconservative",
);

/** Persuasions that are everyday words: only said of somebody ("she's conservative"). */
export const cuedPolitics = entries(
  'conservative, liberal, progressive, independent, green, moderate, left-wing, right-wing, nationalist, centrist, leftist, socialist, communist, libertarian, republican, democrat, marxist, anarchist, far-right, far-left, populist, monarchist, labour, pro-life, pro-choice',
);

/** Genders and sexual orientations. */
export const genders = entries(
  'bisexual, bi-sexual, lesbian, lesbians, homosexual, heterosexual, transgender, transgendered, transsexual, non-binary, nonbinary, non binary, trans woman, trans man, transman, transwoman, transgender woman, transgender man, gay man, gay men, gay woman, gay couple, asexual, aromantic, pansexual, demisexual, genderqueer, gender-queer, genderfluid, gender-fluid, gender fluid, agender, bigender, cisgender, cis woman, cis man, cis, intersex, lgbt, lgbtq, lgbtq+, lgbtqia, two-spirit, drag queen, same-sex, same-sex couple, gender nonconforming, gender non-conforming, polyamorous',
);

/** Genders that are everyday words: only said of somebody ("is gay", "the caller was male"). */
export const cuedGenders = entries(
  'male, female, gay, straight, queer, trans, bi, a man, a woman, androgynous, masculine, feminine',
);

/** Marital status, said of somebody. */
export const maritalStatuses = entries(
  'single, married, divorced, widowed, separated, engaged, widow, widower, unmarried, newly married, newly single, newly divorced, recently widowed, recently married, recently separated, recently engaged, legally separated, happily married, recently divorced, newlywed, newlyweds, remarried, divorcee, divorcée, bachelor, in a civil partnership, civil partnership, domestic partnership, in a domestic partnership, civil partners, common-law married, single mother, single mom, single mum, single father, single dad, single parent, never married, cohabiting, in a relationship, twice divorced, going through a divorce, betrothed',
);

/** Signs of the zodiac. */
export const zodiacSigns = entries(
  'aries, taurus, gemini, cancer, leo, virgo, libra, scorpio, sagittarius, capricorn, aquarius, pisces',
);
