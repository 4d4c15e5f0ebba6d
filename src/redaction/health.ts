import {candidate, type Candidate} from './candidate.js';
import {isFunctionWord} from './chunks.js';
import {gapAfter, joinedToNext, textBefore, textBehind, type Document, type Hit, type Token} from './document.js';
import {isKind, Kind} from './lists/lexicon.js';
import {isConditionShaped, isDrugShaped, isProcedureShaped} from './morphology.js';
import type {EntityType} from './types.js';

interface Vocabulary {
  readonly type: EntityType;
  readonly kind: number;
  readonly shaped: (word: string) => boolean;
  /** Last words that make a term of whatever narrows them. */
  readonly heads: ReadonlySet<string>;
  /** Last words that make a term only of one that is known, or of a part of the body. */
  readonly weakHeads: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const body = set(
  'heart lung lungs liver kidney kidneys brain breast skin colon bowel stomach throat lip tongue mouth tooth teeth dental gum jaw ear ears eye eyes nose nasal sinus neck back spine spinal shoulder elbow wrist hand finger thumb hip knee ankle foot feet toe leg arm chest rib abdominal pelvic prostate ovarian cervical uterine bladder urinary thyroid adrenal pituitary pancreatic pancreas lymph bone bones joint joints muscle nerve blood vascular arterial artery coronary cardiac pulmonary renal hepatic gastric intestinal rectal anal vaginal testicular oral facial cranial corneal retinal optic gallbladder appendix spleen esophageal oesophageal tonsil vocal cord scalp hair nail lumbar thoracic sciatic rotator cuff meniscus ligament tendon acl stem cell marrow plasma mitral valve aortic aorta',
);
const medical = set(
  'acute chronic severe mild moderate early late stage terminal advanced benign malignant metastatic primary secondary congenital hereditary juvenile adult-onset gestational seasonal allergic viral bacterial fungal autoimmune inflammatory rheumatoid obstructive generalized generalised major clinical postpartum postnatal post-traumatic social bipolar borderline obsessive-compulsive attention-deficit irritable restless polycystic high low elevated abnormal irregular underactive overactive chronic recurrent idiopathic essential peripheral diabetic alcoholic non-alcoholic cystic multiple muscular sickle peptic lactose gluten peanut nut shellfish pollen latex dust dairy egg soy wheat penicillin food drug alcohol nicotine opioid substance gambling eating panic mood personality anxiety sleep learning developmental hearing visual speech iron vitamin b12 protein growth hormone insulin blood urinary respiratory wisdom open-heart open laser cosmetic plastic reconstructive bariatric arthroscopic laparoscopic minimally invasive emergency elective keyhole double triple quadruple total partial full routine full-body upper lower left right bilateral intravenous iv genetic prenatal allergy flu covid tetanus measles hpv shingles pneumonia hepatitis polio mmr rabies travel booster radiation physical occupational cognitive behavioral behavioural group couples marriage family electroconvulsive hormone replacement light art music gene proton thallium nuclear transvaginal fetal foetal newborn fasting glucose cholesterol lipid thyroid liver kidney hearing vision eye skin patch sleep stress treadmill exercise pulmonary function pap smear rectal colon cancer diabetes tb hiv std drug pregnancy fertility sperm semen dna paternity antibody antigen pcr steroid cortisone botox epidural insulin allergy b12 dental root gum wisdom deep lymphatic massage water aqua heat cold spinal cervical lumbar facet nerve',
);

const vocabularies: readonly Vocabulary[] = [
  {
    type: 'CONDITION',
    kind: Kind.condition,
    shaped: isConditionShaped,
    heads: set(
      'syndrome disease diseases disorder disorders cancer cancers tumor tumour tumors tumours allergy allergies dystrophy palsy fibrosis anemia anaemia diabetes leukemia lymphoma deficiency dementia epilepsy arthritis hepatitis migraine migraines psychosis phobia hernia',
    ),
    weakHeads: set(
      'infection infections failure dysfunction pain pains ache intolerance addiction dependence dependency apnea apnoea arrest attack attacks embolism thrombosis aneurysm abscess ulcer ulcers cyst cysts polyp polyps stones stone clot clots condition impairment insufficiency degeneration inflammation fatigue depression anxiety murmur disability abnormality defect problems trouble loss complications stroke nodules lesions edema cramps spasms rash virus fever flu lice blindness',
    ),
  },
  {
    type: 'DRUG',
    kind: Kind.drug,
    shaped: isDrugShaped,
    heads: set('sulfate hydrochloride acetate citrate maleate tartrate sodium-valproate'),
    weakHeads: set('inhaler inhalers cream ointment gel drops injections-of'),
  },
  {
    type: 'MEDICAL_PROCESS',
    kind: Kind.procedure,
    shaped: isProcedureShaped,
    heads: set('biopsy transfusion transplant transplantation surgery surgeries catheterization angioplasty endoscopy'),
    weakHeads: set(
      'replacement scan scans x-ray x-rays xray test tests exam examination screening implant implants graft repair bypass infusion infusions injection injections vaccine vaccination extraction therapy treatment treatments removal operation procedure fusion reconstruction release lift reduction augmentation ultrasound mri ct culture swab panel shot jab cleaning filling dialysis rehab rehabilitation fitting laser puncture induction block',
    ),
  },
];

/** Illnesses, medicines and treatments: what the lists have, what is built like them, and what narrows them. */
export function* medicalTerms(document: Document): Iterable<Candidate> {
  for (const vocabulary of vocabularies) {
    yield* listed(document, vocabulary);
    yield* shaped(document, vocabulary);
  }
  yield* cuedTerms(document);
}

function* listed(document: Document, vocabulary: Vocabulary): Iterable<Candidate> {
  for (const hit of document.hits) {
    if ((hit.kinds & vocabulary.kind) === 0 || !isMeant(document, hit, vocabulary.type)) continue;
    const start = vocabulary.type === 'DRUG' ? hit.start : widened(document, hit.first, hit.start);
    yield candidate(
      start,
      vocabulary.type === 'DRUG' ? hit.end : extended(document, hit.last, hit.end, vocabulary),
      vocabulary.type,
      0.78,
      'list',
    );
  }
}

function* shaped(
  document: Document,
  {type, heads, weakHeads, shaped: isShaped, kind}: Vocabulary,
): Iterable<Candidate> {
  const {tokens} = document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const {lower, start, end} = token;
    if (isShaped(lower) && !isKind(lower, kind | Kind.given | Kind.family | Kind.city)) {
      const namelike = document.casing === 'mixed' && token.capitalized && !token.initial;
      yield candidate(
        widened(document, index, start),
        end,
        type,
        token.common ? 0.55 : namelike ? 0.52 : 0.78,
        'shape',
      );
    } else if (heads.has(lower) || weakHeads.has(lower)) {
      const from = narrowedFrom(document, index, heads.has(lower));
      if (from < index) yield candidate((tokens[from] as Token).start, end, type, 0.76, 'shape');
    }
  }
}

/** Adjectives that belong to the term: "chronic kidney disease". */
const narrowing =
  /^(?:acute|chronic|terminal|metastatic|malignant|benign|congenital|hereditary|juvenile|gestational|postpartum|rheumatoid|seasonal|allergic|severe|viral|bacterial|bacterial|autoimmune|idiopathic|generalized|generalised|recurrent|bilateral|laparoscopic|arthroscopic|emergency|elective|invasive|double|triple|total|partial|clinical|major|cervical|lumbar|abdominal|pelvic|cardiac|renal|pulmonary|transvaginal|prenatal|dental|spinal|coronary|oral|ovarian|uterine|vaginal|skin|brain|lung|breast|bone|liver|kidney|knee|hip|heart|shoulder|eye|wrist|ankle|foot|neck|back|prostate|colon|thyroid|stem|cell|iron|childhood|late-stage|early-stage|early-onset|stage|gum|peanut|shellfish|pollen|latex|egg|nut|seafood|wheat|soy|dairy|milk|mild|chest|jaw|sinus|ear|throat|stomach|bladder|bowel|plantar|ulcerative|bacterial|psoriatic|reactive|juvenile-onset|type)$/;

function widened(document: Document, first: number, start: number): number {
  let from = first;
  while (
    from > 0 &&
    first - from < 3 &&
    joinedToNext(document, from - 1) &&
    narrowing.test((document.tokens[from - 1] as Token).lower)
  )
    from--;
  const token = document.tokens[from];
  if (/^(?:severe|mild)$/.test(token?.lower ?? '') && from < first) return document.tokens[from + 1]?.start ?? start;
  return from < first ? (token?.start ?? start) : start;
}

/** "asthma attack", "knee replacement surgery". */
function extended(document: Document, last: number, end: number, {heads, weakHeads}: Vocabulary): number {
  let to = last;
  for (let step = 0; step < 2; step++) {
    const next = document.tokens[to + 1];
    if (!next || !joinedToNext(document, to) || !(heads.has(next.lower) || weakHeads.has(next.lower))) break;
    if (
      /^(?:drops|gel|cream|problems|trouble|treatment|treatments|test|tests|fever)$/.test(next.lower) &&
      !/^(?:test|tests|fever)$/.test(next.lower)
    )
      break;
    to++;
  }
  return to > last ? (document.tokens[to] as Token).end : end;
}

const notTerms =
  /^(?:customer|user|software|usability|speed|load|unit|stress-free|driving|driver|aptitude|final|entrance|bar|math|maths|security|virus|system|power|engine|hard|disk|login|payment|network|server|connection|password|car|vehicle|tire|battery|phone|screen|device|data|file|credit|home|house|roof|water|oil|data|weight|job|price|flood|fire|identity|market|document|barcode|badge|background|code|quick|full|free|online|written|beta|product|taste|smoke|test|fit|bug|root|windshield|laptop|computer|furniture|appliance|plumbing|boiler|pixel|warranty|account|fraud|tax|penalty|hair|nail|spa|service|delivery|shipping|order|setup|image|facial-recognition|qr|port|mail|vulnerability|market|profit|human|operator|my|the|pilot|field|main|signal|spot|health|medical|body|drug|second|first|next|other|new|preferential|special|fair|equal|unfair|star|vip|red|carpet|laundry|carpet|heart-to-heart|hearing)$/;

/** How far to the left a term goes whose last word is a general one. */
function narrowedFrom(document: Document, index: number, strong: boolean): number {
  const {tokens} = document;
  let from = index;
  let known = strong;
  while (from > 0 && index - from < 4) {
    const previous = tokens[from - 1] as Token;
    const gap = gapAfter(document, from - 1);
    if (!/^(?: |-|['’]s |['’] )$/.test(gap) || /^\d/.test(previous.text) || isFunctionWord(previous.lower)) break;
    const isMedical =
      body.has(previous.lower) ||
      medical.has(previous.lower) ||
      isKind(previous.lower, Kind.condition | Kind.procedure) ||
      isConditionShaped(previous.lower);
    if (!isMedical && (previous.common || (isKind(previous.lower, Kind.given) && !/['’]/.test(gap)))) {
      // "a rare blood disorder": everyday adjectives are not part of the term.
      if (
        !strong ||
        !/(?:al|ic|ous|ive|ar|ary|oid|ory|tive|ular|ered)$/.test(previous.lower) ||
        loose.test(previous.lower)
      )
        break;
    } else if (!isMedical && !strong) {
      break;
    }
    if (notTerms.test(previous.lower) && !body.has(previous.lower) && from === index) break;
    if (
      body.has(previous.lower) ||
      isKind(previous.lower, Kind.condition) ||
      !previous.common ||
      medical.has(previous.lower)
    )
      known = true;
    if (/^(?:severe|mild|routine|full|total-loss|early|late|left|right)$/.test(previous.lower) && from < index) break;
    from--;
  }
  return known && from < index && !(from === index - 1 && notTerms.test((tokens[from] as Token).lower)) ? from : index;
}

const loose =
  /^(?:serious|actual|real|usual|typical|special|local|general|final|several|personal|usual|normal|particular|similar|historic|public|basic|specific|obvious|previous|various|massive|expensive|original|additional|dental-office|official|total|annual|critical|famous|nervous|horrific|terrific|potential|initial)$/;

const person =
  /\b(?:I|i|he|she|we|they|you|who|dad|mom|mum|mother|father|wife|husband|son|daughter|brother|sister|patient|baby|kid|child|grandmother|grandfather|grandma|grandpa|uncle|aunt|cousin|friend|partner)(?:['’](?:s|ve|m|d|re))?\b/;

/** Everyday words are terms only where somebody has them: "she has a stroke", not "a stroke of luck". */
function isMeant(document: Document, {key, start, end, first, last}: Hit, type: EntityType): boolean {
  const before = textBefore(document, start, 70);
  const behind = textBehind(document, end, 24);
  const token = document.tokens[first];
  if (
    document.text.slice(start, end) === 'IPv' ||
    (key === 'surgery' && /\b(?:GP|doctor['’]?s['’]?) $/.test(before)) ||
    (key === 'therapy' && /\bgene $/i.test(before))
  )
    return false;
  if (
    document.casing === 'mixed' &&
    token?.capitalized &&
    !token.initial &&
    first === last &&
    isKind(key, Kind.given | Kind.family) &&
    !/\b(?:take|takes|taking|on|mg of|has|have)\b/.test(before)
  )
    return false;
  if (key === 'add')
    return document.text.slice(start, end) === 'ADD' && /\b(?:has|have|had|with|for|and|of) $/.test(before);
  if (
    /^(?:als|ms|echo|mono|cast|ct|std|shot|colic|lent|gerd|bypass|hernia|radiation|fever|blindness|disability|disabled|numbness|swelling|tremor|deaf|stroke|strokes|cancer|cancers|seizure|statin|iron|lithium|transplant|rehab|coma|flu|catheter|stitches|physio|paranoia|hives|rash|ulcer|shingles|vaccine|steroid|steroids|testosterone|abscess|bipolar|stent|stents|iud|inhaler|colic|pacemaker|addiction|burnout|stutter|infertile|suicidal|injection|implant|implants|analysis)$/.test(
      key,
    )
  ) {
    if (key === 'cancer' && token?.capitalized && !token.initial && /\b(?:a|an|I'm|is) (?:a )?$/.test(before))
      return false;
    if (key === 'stroke' && /^ of\b/.test(behind)) return false;
    if (/^(?:als|ms|std|ct|gerd)$/.test(key))
      return (
        document.text.slice(start, end) === document.text.slice(start, end).toUpperCase() ||
        (document.casing === 'lower' && key !== 'ms')
      );
    if (/^(?:echo|cast|bypass|shot|lent|mono|injection|analysis)$/.test(key))
      return (
        /\b(?:had|have|has|got|get|needs?|an?|his|her|my|with|from|for|the|scheduled|heart) $/i.test(before) &&
        person.test(before) &&
        key !== 'analysis' &&
        key !== 'lent' &&
        !/\b(?:screen|the) $/i.test(before)
      );
  }
  if (
    type === 'CONDITION' &&
    token?.common &&
    first === last &&
    /^(?:depression|anxiety|fever|blind|stress|addiction|paralysis|infection|migration|allergy)$/.test(key)
  )
    return !/^ (?:of|in the economy)\b/.test(behind);
  if (key === 'birth control' && type === 'DRUG') return true;
  return !(
    type === 'MEDICAL_PROCESS' &&
    /^(?:therapy|surgery|transplant|operation|vaccine|radiation)$/.test(key) &&
    /\b(?:retail|plant|hair-raising) $/i.test(before)
  );
}

const dosed =
  /(?:\d ?(?:mg|mcg|ml|g|iu|units?|milligrams?|micrograms?|puffs?|tablets?|pills?|drops?|capsules?)(?: (?:tablets?|a day|daily))?|\b(?:dose|doses|dosage|refills?|prescriptions?|bottle|box|course|milligrams|tablets?|pills?|capsules?|puffs?|units|injections?|drops|shot|infusions?|side effects?|supply|overdosed|generic)) (?:of|for|on) (?:the |my |his |her |their |your )?$/i;
const taken =
  /\b(?:prescribed|prescribes|prescribe|prescription for|put (?:me|him|her|them|us) on|started (?:me |him |her )?on|switched (?:me |him |her )?(?:to|from)|weaned off|hooked on|addicted to|allergic to|intolerant to|reaction to|(?:I|i|he|she|they|who|been|mom|dad|mother|father|husband|wife|son|daughter|patient)(?:['’](?:s|m|ve|re))?(?: (?:is|was|am|are|have|has|had|been|also|now|currently|still|already|just|only|never|to))* (?:on|takes?|taking|took|taken|using|injects?|injecting|swallowed|given)|refill(?:s|ed|ing)? (?:of |for |on )?(?:my|his|her|the)|out of(?: my| his| her)?|run out of|medication is|meds are|medicine is|stop(?:ped)? taking|dose of|doses of|(?:\d|one|two|three) (?:mg|mcg|ml|milligrams?|tablets?|pills?) of) (?:an?|some|any|my|his|her|the)? ?$/;
const ill =
  /\b(?:diagnosed (?:me |him |her |them )?(?:with|as having)|suffer(?:s|ed|ing)? from|afflicted (?:with|by)|living with|lives with|battling|struggl(?:es|ed|ing) with|history of|treated for|treatment for|treats? (?:my|his|her|their)|recover(?:s|ed|ing)? from|hospitali[sz]ed (?:for|with)|died (?:of|from)|dying of|symptoms of|cure for|medication for|meds for|tested positive for|positive for|carrier of|complications (?:of|from)|flare-?up of|bout of|case of|(?:son|daughter|mother|father|wife|husband|brother|sister|he|she|dad|mom|mum|baby|child) (?:has|had|developed|contracted|caught|got)|I (?:have|had|developed|contracted|caught)|i have|developed|contracted) (?:an?|the|my|his|her|their|some|severe|acute|mild|bad|chronic|a rare|a severe|a mild|a bad|a case of|stage \w+)? ?$/i;
const surelyIll =
  /\b(?:diagnosed (?:me |him |her |them )?(?:with|as having)|(?:was|were|is|been) born with|suffer(?:s|ed|ing)? from|tested positive for|symptoms of|contracted|hospitali[sz]ed with) (?:an?|the|severe|acute|mild|chronic|a rare|early-stage|stage (?:one|two|three|four|\d))? ?$/i;
const operated =
  /\b(?:undergo(?:es|ing)?|underwent|scheduled for|booked for|prepped for|recovering from|waiting for|in for|due for|having|going in for|had|needs?|need|getting|performed|perform) (?:an?|the|my|his|her|another|emergency)? ?$/i;

/** Terms that no list has, after words that only they can follow: "diagnosed with", "40 mg of". */
function* cuedTerms(document: Document): Iterable<Candidate> {
  const {tokens} = document;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (/^\d/.test(token.text) || isFunctionWord(token.lower)) continue;
    const before = textBefore(document, token.start, 60);
    const behind = textBehind(document, token.end, 24);
    if (
      !token.common &&
      !isKind(
        token.lower,
        Kind.given | Kind.family | Kind.city | Kind.country | Kind.organization | Kind.event | Kind.occupation,
      )
    ) {
      const units =
        /^,? (?:\d{1,4}(?:\.\d+)? ?(?:mg|mcg|ml|g|iu|units)\b|(?:twice|once|three times) (?:a day|daily)|tablets?\b|pills?\b|capsules?\b|injections?\b)/i;
      if (
        (dosed.test(before) ||
          (taken.test(before) && !/\b(?:hooked on|out of) $/.test(before)) ||
          units.test(behind)) &&
        token.text.length > 4 &&
        !/ing$/.test(token.lower)
      ) {
        const end = /^ (?:XR|ER|SR|CR|XL|LA|HCT|hydrochloride|sodium|sulfate|acetate)\b/.exec(behind)?.[0].length ?? 0;
        yield candidate(
          token.start,
          token.end + end,
          'DRUG',
          units.test(behind) || dosed.test(before) ? 0.72 : 0.66,
          'context',
        );
      }
    }
    if (surelyIll.test(before)) {
      const last = endOfTerm(document, index);
      yield candidate(token.start, (tokens[last] as Token).end, 'CONDITION', token.common ? 0.6 : 0.7, 'context');
    } else if (
      ill.test(before) &&
      !token.common &&
      token.lower === token.text &&
      !isKind(token.lower, Kind.given | Kind.occupation | Kind.drug | Kind.procedure)
    ) {
      yield candidate(token.start, (tokens[endOfTerm(document, index)] as Token).end, 'CONDITION', 0.6, 'context');
    }
    if (operated.test(before) && !token.common && isProcedureShaped(token.lower))
      yield candidate(token.start, token.end, 'MEDICAL_PROCESS', 0.8, 'context');
  }
}

function endOfTerm(document: Document, index: number): number {
  let last = index;
  while (last - index < 3 && /^(?: |-|['’]s )$/.test(gapAfter(document, last))) {
    const next = document.tokens[last + 1] as Token;
    if (
      isFunctionWord(next.lower) ||
      /^(?:two|three|four|five|six|ten|last|years?|recently|again|pretty|really|quite|early|when)$/.test(next.lower) ||
      /^\d/.test(next.text)
    )
      break;
    last++;
  }
  return last;
}
