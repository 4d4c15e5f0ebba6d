import {words} from './phrases.js';

/** Given names of many countries, in lower case. */
export const givenNames = words(`
aaron abdul abdullah abigail adam adele adriana adrian agnes ahmed aisha akira alan albert alberto alejandra alejandro
alex alexa alexander alexandra alexis alfred ali alice alicia alina alison allison alma amanda amara amelia amina amir
amit amy ana anastasia anders andre andrea andreas andrew andy angela angelica anika anil anita anja anna anne anthony
antoine anton antonia antonio anya april arjun arthur asha ashley astrid aurelie barbara beatrice beatriz becky ben
benjamin bernard bernd beth betty bianca bill billy birgit bjorn björn bob boris brandon brenda brendan brian bridget
brigitte bruce bruno bryan camila camille carl carla carlos carmen carol caroline carolyn catherine cecilia cedric
chandra charles charlie charlotte chen chiara chinedu chloe chris christian christina christine christopher claire
clara claude claudia colin connor conrad craig cynthia daisy damien dan daniel daniela danielle darius dave david
deborah declan deepak denise dennis derek desmond diana diane diego dimitri dmitri dominic donald donna dora doris
dorothy douglas drew duncan dylan ebony eddie eduardo edward edwin eileen elaine elena eleanor eli elias elif elijah
elisa elise elizabeth ella ellen elsa emeka emil emilia emily emma emmanuel enrique eric erica erik erin ernest esra
esteban esther ethan eva evan eve evelyn fabian farah farid fatima fatoumata felicia felipe felix fernando fiona
florian frances francesca francesco francis francisco francois françois frank fred frederic frederick freya friedrich
fritz gabriel gabriela gareth gary gavin geoffrey george georgina gerald gerard gianni gina giovanni giulia giuseppe
gloria gordon grace graham greg gregory greta guillermo gunther gustav guy hamza hana hannah hans harald harold harriet
harry hassan hector heidi helen helena helene helga henrik henry herbert hiroshi howard hugh hugo hussein ian ibrahim
ida igor ilse imran ines ingrid irene irina isaac isabel isabella isabelle ismail ivan jack jackie jacob jacqueline
jacques jake jamal james jamie jan jane janet janice jason javier jay jean jeff jeffrey jelena jennifer jenny jens
jeremy jerome jerry jesse jessica jessie jill jim jimmy jin joan joanna joanne joe joel johan johanna johannes john
johnny jonas jonathan jordan jorge jose josé josef joseph josephine josh joshua joy joyce juan juanita judith judy julia julian
juliana julie juliet julio june jürgen justin kaori karen karim karin karl karolina kasia kate katherine kathleen
kathryn kathy katie katrin kavita keisha keith kelly ken kenji kenneth kerry kevin khaled kim kimberly klaus kofi
krishna kristen kristina kumar kurt kwame kyle lakshmi lamar lars latoya laura lauren laurent lawrence layla lea leah
lee leila leo leon leonard leonardo leroy leslie liam lila lily lina linda ling lionel lisa liu lorenzo louis louise
luca lucas lucia lucy luigi luis luke lydia lynn madison magda magnus mahmoud malcolm malik manuel marc marcel marco
marcus margaret maria marian marie marina mario marion mark marlene marta martha martin martina mary maryam mateo
matilda matteo matthew matthias maureen maurice max maxim maya megan mehmet mei melanie melissa melody mercedes
michael michel michelle miguel mika mike mikhail milan mildred milena milica ming miriam mitchell mohamed mohammed
moira mona monica monika monique morgan muhammad mustafa nadia nadine naomi natalia natalie natasha nathan nathaniel
neha neil nelson ngozi nicholas nick nicola nicolas nicole nigel nikhil nikita nikolai nina noah noor nora norma
norman octavia oksana olaf olga oliver olivia omar oscar osman otto owen pablo paige pamela paolo pascal patricia
patrick paul paula pauline pavel pedro peggy penelope percy peter petra philip philippe phillip phoebe pierre piotr
priya quentin rachel rafael raj rajesh ralph ramon randy raquel rashid rashida ravi ray raymond rebecca regina reinhard
renate rene ricardo richard rick rita rob robert roberta roberto robin rodrigo roger roland roman ron ronald rosa rosalind
rosario rose rosemary ross roxanne roy ruben ruth ryan sabine sabrina sally salma sam samantha samir samuel sandra sanjay
sara sarah saskia scott sean sebastian selma serena sergei sergio shannon sharon shaun sheila shirley silvia simon simone
sofia sonia sonja sophia sophie stacey stanley stefan stefanie stella stephanie stephen steve steven stewart stuart sue
sunil sunita susan susanne suzanne sven svea svetlana sylvia takashi tamara tanya tara tariq tatiana ted teresa terrence
terry theo theodore theresa thomas tiffany tim timothy tina tobias todd tom tomas tomasz tommy tony tracy trevor tunde
tyler ulrich uma ursula valentina valerie vanessa vera veronica victor victoria vijay viktor vincent viola violet virginia
vivian vladimir walter wanda wang wayne wei wendy werner wesley wilhelm will william winston wolfgang xavier yasmin yolanda
yuki yusra yusuf yvette yvonne zachary zahra zainab zoe zoran
`);

/** Given names that are words, months or places as well: a capital at the start of a sentence is not enough. */
export const ambiguousNames = words(`
april art august autumn bill chad charity charlotte chase chip christian daisy dawn don drew eve faith florence frank
grace grant guy harmony heather hope hunter iris ivy jack jan jasmine jay jean jewel jordan joy june kim lee lily ling
madison major mark mars max may mercedes mercy mike milan ming miles norm olive paris pat patience pearl penny ray rich
rick rob robin roman rosario rose rosemary ross ruby rusty sandy savannah sofia sky star sterling sue summer sydney ted tim
viola violet virginia wade will wang wei woody ella eli ali max carol dan ken bob roger victoria page melody sam trinity
`);
