import {phrases} from './phrases.js';

/** Countries, the nations of the United Kingdom among them, and the usual short forms. */
export const countries = phrases(`
afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain,
bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, bosnia and herzegovina, botswana,
brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, cape verde, chad, chile, china, colombia,
comoros, congo, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark, djibouti, dominican republic,
ecuador, egypt, el salvador, england, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia,
germany, ghana, greece, grenada, guatemala, guinea, guyana, haiti, holland, honduras, hungary, iceland, india,
indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait,
kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, madagascar, malawi,
malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco,
mozambique, myanmar, namibia, nepal, the netherlands, netherlands, new zealand, nicaragua, niger, nigeria, north korea,
north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, papua new guinea, paraguay, peru,
philippines, the philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda, samoa, saudi arabia,
scotland, senegal, serbia, sierra leone, slovakia, slovenia, somalia, south africa, south korea, south sudan, spain,
sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tonga,
trinidad and tobago, tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, uae, united kingdom, uk,
great britain, britain, united states, united states of america, usa, uruguay, uzbekistan, venezuela, vietnam, wales,
yemen, zambia, zimbabwe, u.s., u.k., u.s.a.
`);

/** States and provinces: first-level regions of countries. */
export const states = phrases(`
alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi,
missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york state, north carolina,
north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah,
vermont, virginia, washington state, west virginia, wisconsin, wyoming, ontario, quebec, québec, british columbia,
alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, prince edward island, yukon,
new south wales, queensland, tasmania, south australia, western australia, bavaria, saxony, hesse, brandenburg,
lower saxony, north rhine-westphalia, baden-württemberg, thuringia, catalonia, andalusia, galicia, lombardy, tuscany,
sicily, sardinia, piedmont, veneto, provence, brittany, normandy, alsace, flanders, wallonia, kerala, punjab, gujarat,
maharashtra, karnataka, tamil nadu, rajasthan, west bengal, uttar pradesh, jalisco, oaxaca, yucatan, chiapas, tyrol,
styria, bahia, minas gerais, guangdong, sichuan, hokkaido, gauteng, kwazulu-natal
`);

/** Regions that are given names or words too. */
export const ambiguousRegions = phrases(
  'georgia, virginia, victoria, jordan, chad, turkey, guinea, china, mali, carolina, montana, maine, oman, togo, niger, jersey',
);

/** Landmarks, waters, parks, wider regions. */
export const landmarks = phrases(`
central park, grand canyon, eiffel tower, statue of liberty, times square, golden gate bridge, golden gate park,
niagara falls, mount everest, mount rushmore, mount fuji, mont blanc, big ben, tower bridge, buckingham palace,
hyde park, trafalgar square, hollywood, silicon valley, wall street, the white house, yellowstone, yosemite,
yosemite national park, lake tahoe, lake michigan, lake geneva, lake constance, lake victoria, mississippi river,
hudson river, danube, rhine, thames, seine, amazon river, nile, ganges, mekong, volga, mediterranean,
mediterranean sea, black sea, baltic sea, north sea, red sea, dead sea, pacific ocean, atlantic ocean, indian ocean,
pacific, atlantic, arctic, antarctica, caribbean, sahara, alps, himalayas, andes, rocky mountains, appalachians,
pyrenees, black forest, scandinavia, balkans, middle east, far east, southeast asia, central asia, latin america,
south america, north america, central america, europe, asia, africa, west africa, east africa, oceania, eastern europe,
western europe, new england, midwest, bay area, east coast, west coast, colosseum, taj mahal, great wall, red square,
brandenburg gate, louvre, sagrada familia, table mountain, uluru, great barrier reef, loch ness, stonehenge,
lake district, scottish highlands, canary islands, balearic islands, galapagos, hoover dam, death valley, everglades,
great lakes, gulf of mexico, english channel, suez canal, panama canal, kilimanjaro, mount kilimanjaro, ural mountains
`);
