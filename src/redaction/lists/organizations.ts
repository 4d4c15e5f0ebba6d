import {phrases, words} from './phrases.js';

/** Well-known companies and agencies. */
export const organizations = phrases(`
adidas, airbnb, airbus, aldi, allianz, american airlines, at&t, axa, bank of america, barclays, basf, bayer, best buy,
bloomberg, bmw, bnp paribas, boeing, bosch, british airways, bt, cisco, citibank, comcast, costco, credit suisse,
deloitte, delta airlines, delta air lines, deutsche bank, deutsche telekom, dhl, disney, dropbox, ebay, ericsson,
expedia, exxon, facebook, fedex, ford motor company, general electric, general motors, goldman sachs, google,
heineken, hewlett packard, hilton, home depot, honda, hsbc, huawei, hyundai, ibm, ikea, instagram, intel, jpmorgan,
jpmorgan chase, kaiser permanente, kpmg, lidl, linkedin, lockheed martin, l'oréal, lufthansa, lyft, marriott,
mastercard, mayo clinic, mcdonald's, mcdonalds, mckinsey, microsoft, morgan stanley, nasa, nestlé, nestle, netflix,
nike, nintendo, nokia, nordstrom, novartis, nvidia, oracle, panasonic, paypal, pepsico, pfizer, philips, porsche,
procter & gamble, pwc, red cross, revolut, roche, royal bank of canada, ryanair, safeway, sainsbury's, salesforce,
samsung, santander, sap, sears, shopify, siemens, slack, sony, southwest airlines, spotify, starbucks, state farm, stripe,
t-mobile, tesco, tesla, toyota, trader joe's, twitter, uber, ubs, unicef, unilever, united airlines, united nations,
ups, vodafone, volkswagen, volvo, walgreens, walmart, wells fargo, western union, whole foods, world bank,
world health organization, xerox, yahoo, zalando, zelle, zoom, venmo, costa coffee, ing, klm, air france, h&m, zara,
fbi, cia, irs, fda, nhs, bbc, cnn, new york times, washington post, associated press, reuters, greenpeace, interpol
`);

/** Companies whose names are words: only a capital inside a sentence, or a company's verb, makes them companies. */
export const ambiguousOrganizations = phrases(
  'apple, amazon, target, chase, orange, shell, gap, visa, meta, oracle, sears, zoom, slack, stripe, ups, sap, ing, zara, ford, delta, next, uber, verizon, sprint, boots, subway, kroger, citi',
);

/** Last words of company names. */
export const organizationSuffixes = words(`
inc llc ltd limited gmbh ag corp corporation company co plc sa srl bv nv oy ab partners group holdings industries
solutions systems technologies technology software consulting associates enterprises ventures capital bank insurance
hospital clinic university college academy institute school foundation airlines airways motors pharmaceuticals pharma
pharmacy laboratories labs logistics energy foods dental mattress mattresses bakery electronics telecom media
services agency ministry council association credit union federation hotel hotels resorts restaurant cafe bistro supermarket
stores store shop outfitters brothers bros sons studios entertainment records publishing press furniture hardware
construction realty properties securities financial finance mutual healthcare medical biotech robotics dynamics
`);
