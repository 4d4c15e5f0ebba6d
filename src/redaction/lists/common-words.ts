import {words} from './phrases.js';

/** Frequent words, so that neither a capital at the start of a sentence nor text without capitals makes them names. */
export const commonWords = words(`
a able about absolutely account across actually add address after afternoon again agent agreed ago ah all almost
alright already also although always am amazing an and another any anybody anyone anything anyway app apparently apply
are area around as ask asked at awesome away back bad basically be because been before being best better between big
bill billing block book both box boss break bring brother but buy by bye call called calls can cancel cannot card care case
caution cell certainly change charge charges chat check child children clearly click client close come coming company
complaint confirmed congratulations contact contract correct could country customer daughter day days dear delivery
department did didn't director do doctor does doesn't doing don't done door down due during each early either else
email end english enough especially even evening ever every everybody everyone everything exactly excellent except
excuse expected family fantastic far father few file final finally fine first follow for forget form free friend from
front full further gas gentleman get give given glad go god goes going good goodbye got great guess guy guys had half
hall happy hard has have haven't having he hear heard hello help hence her here hers herself hey hi high him himself
his hm hmm hold home honestly hope hopefully house how however huh husband i i'd i'll i'm i've idea if imagine immediately
in indeed information inside instead interesting internet into invoice is isn't it it's item items its itself job just
keep kid kind know lady last late later least leave left less let let's letter like line list listen little live living
log long look looks lost lot love low made mail make man manager many may maybe me mean meanwhile meet meeting member
message messages might mind mine miss mister mom moment money month more moreover morning most mother move moved much
must my myself name near need needs neither never nevertheless new next nice night no nobody none nope nor normally
not note nothing now number obviously of off offer office often oh ok okay old on once one only open operator option or
order orders other otherwise our out outside over own package page paid parents part password pay payment people per
perfect perhaps person phone place please plus point policy possible possibly post press previous price probably
problem product quick quickly quite read ready real really receive recently reference refund regards regarding reply
request right room sad said same save say says school second see seems seen sell send sent service set several shall
she shipping shop should show similarly simply since sincerely sir sister site so some somebody someone something
sometimes son soon sorry speak speaking spoke start started state statement still stop store street stuff subject such
support sure surely system take talk talked talking team tech tell text than thank thanks that that's the their them
then there there's therefore these they they're thing things think this those though thought through thus ticket till time title to
today together told tomorrow tonight too town true truly try turn two type under understood unfortunately unless until
up update upon us use used user usually very via video wait want wanted was wasn't way we we're we've web website week
weekend welcome well went were what what's whatever when where whether which while who who's whole whom whose why wife
will window wish with within without woman won't wonderful word work working works worse would wow wrong year years yep
yes yesterday yet you you'd you'll you're you've young your yours yourself driver station concert bus credit pin ma'am
madam folks everybody hear attached attention begin begins breaking both bottom choose coffee compare could describe details
download explain fill find fix follow hang hit include insert install join keep look mention only open pick plug press print
pull push put remember remind remove repeat replace reset restart return run scan scroll select sign skip sounds specifically
stay switch technically turn type visit walk watch write thanks three four five six seven eight nine ten zero monday
tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
mr mrs ms dr prof tracking shipping everything total status result results version update note express option level
locked needs callback spoken wants yeah yup gonna wanna hiya sure exit dear team gents ladies reader everyone internal external
`);
