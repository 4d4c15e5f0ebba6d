import {phrases} from './phrases.js';

/** Cities of the world, in lower case as the matcher compares them. */
export const cities = phrases(`
new york city, new york, nyc, los angeles, chicago, houston, philadelphia, san antonio, san diego, dallas, san jose,
austin, jacksonville, fort worth, columbus, indianapolis, san francisco, seattle, denver, boston, el paso, nashville,
detroit, oklahoma city, portland, las vegas, memphis, louisville, baltimore, milwaukee, albuquerque, tucson, fresno,
sacramento, kansas city, mesa, atlanta, omaha, colorado springs, raleigh, miami, long beach, oakland, minneapolis,
tulsa, tampa, arlington, new orleans, wichita, cleveland, bakersfield, honolulu, anaheim, santa ana, st. louis,
st louis, pittsburgh, cincinnati, orlando, newark, st. paul, anchorage, buffalo, madison, phoenix, charlotte,
savannah, boise, salt lake city, des moines, spokane, richmond, rochester, santa fe, santa barbara, tacoma, reno,
scottsdale, baton rouge, knoxville, chattanooga, tallahassee, providence, hartford, albany, syracuse, dayton, toledo,
lexington, little rock, birmingham, montgomery, mobile, jackson, lincoln, topeka, sioux falls, fargo, billings,
burlington, charleston, durham, fort lauderdale, aurora, brooklyn, queens, manhattan, the bronx, cambridge, ann arbor,
boulder, palo alto, santa monica, pasadena, berkeley, eugene, salem, fort wayne, grand rapids, plano, irvine,
gainesville, akron, springfield, peoria, lubbock, amarillo, laredo, corpus christi, el cajon, norfolk, virginia beach,
toronto, montreal, montréal, vancouver, calgary, ottawa, edmonton, winnipeg, quebec city, halifax, victoria, mexico city,
guadalajara, monterrey, cancun, tijuana, puebla, havana, san juan, kingston, panama city, bogota, bogotá, medellín,
medellin, cali, cartagena, caracas, quito, lima, cusco, la paz, santiago, valparaiso, buenos aires, cordoba, rosario,
montevideo, asuncion, sao paulo, são paulo, rio de janeiro, rio, brasilia, salvador, recife, fortaleza, curitiba,
london, manchester, liverpool, leeds, sheffield, bristol, newcastle, nottingham, leicester, coventry, brighton, oxford,
york, bath, plymouth, southampton, portsmouth, norwich, exeter, derby, hull, edinburgh, glasgow, aberdeen, dundee,
inverness, cardiff, swansea, belfast, dublin, cork, galway, limerick, paris, lyon, marseille, toulouse, nice, nantes,
bordeaux, lille, strasbourg, rennes, montpellier, grenoble, brussels, antwerp, ghent, bruges, liège, amsterdam,
rotterdam, the hague, utrecht, eindhoven, groningen, berlin, hamburg, munich, münchen, cologne, köln, frankfurt,
stuttgart, düsseldorf, dusseldorf, leipzig, dresden, hanover, nuremberg, bremen, dortmund, essen, bonn, vienna, graz,
salzburg, innsbruck, linz, zurich, zürich, geneva, basel, bern, lausanne, lugano, rome, milan, naples, turin, florence,
venice, bologna, genoa, palermo, verona, pisa, madrid, barcelona, valencia, seville, sevilla, bilbao, malaga, málaga,
zaragoza, granada, lisbon, porto, faro, braga, athens, thessaloniki, copenhagen, aarhus, odense, stockholm, gothenburg,
malmö, malmo, uppsala, oslo, bergen, trondheim, stavanger, helsinki, tampere, turku, reykjavik, warsaw, krakow, kraków,
gdansk, wroclaw, wrocław, poznan, łódź, lodz, prague, brno, ostrava, bratislava, budapest, debrecen, bucharest, cluj,
sofia, plovdiv, belgrade, zagreb, split, ljubljana, sarajevo, skopje, tirana, vilnius, riga, tallinn, minsk, kyiv,
kiev, lviv, odessa, kharkiv, moscow, st. petersburg, saint petersburg, kazan, istanbul, ankara, izmir, antalya, tbilisi,
yerevan, baku, tel aviv, jerusalem, haifa, beirut, damascus, amman, baghdad, tehran, isfahan, riyadh, jeddah, mecca,
doha, dubai, abu dhabi, muscat, kuwait city, manama, kabul, karachi, lahore, islamabad, delhi, new delhi, mumbai,
bangalore, bengaluru, chennai, hyderabad, kolkata, pune, ahmedabad, jaipur, lucknow, surat, kochi, goa, dhaka, colombo,
kathmandu, yangon, bangkok, chiang mai, phuket, hanoi, ho chi minh city, saigon, phnom penh, kuala lumpur, singapore,
jakarta, bali, surabaya, manila, cebu, hong kong, macau, taipei, beijing, shanghai, shenzhen, guangzhou, chengdu,
wuhan, tianjin, nanjing, seoul, busan, incheon, tokyo, osaka, kyoto, nagoya, sapporo, fukuoka, yokohama, kobe,
hiroshima, sydney, melbourne, brisbane, perth, adelaide, canberra, darwin, hobart, gold coast, auckland, wellington,
christchurch, cairo, alexandria, casablanca, rabat, marrakesh, marrakech, fez, tunis, algiers, tripoli, lagos, abuja,
kano, ibadan, accra, kumasi, dakar, abidjan, bamako, nairobi, mombasa, kampala, kigali, dar es salaam, addis ababa,
khartoum, mogadishu, lusaka, harare, luanda, kinshasa, johannesburg, cape town, durban, pretoria, maputo, windhoek
`);

/** Cities whose names are words or given names too: only a preposition of place makes them cities. */
export const ambiguousCities = phrases(`
mobile, nice, bath, split, reading, cork, derby, hull, mesa, essen, salem, queens, aurora, lincoln, jackson, madison,
austin, charlotte, florence, victoria, savannah, sydney, phoenix, dallas, orlando, buffalo, providence, eugene, york,
normal, salvador, santiago, valencia, sofia, faro, surat, kano, cali, goa, fez, linz, verona, siena, milan, kingston,
darwin, wellington, rochester, richmond, cleveland, jacksonville, chelsea, georgia, paris, london, rio, odessa, adelaide, rosario, perth, houston,
durham, lexington, montgomery, denver, burlington, albany, norfolk, cambridge, oxford, springfield, aberdeen, brighton
`);
