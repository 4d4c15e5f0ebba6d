/** Endings that a medical vocabulary is built from: what no list has is still known by its last syllables. */

const condition =
  /(?:itis|itises|emia|aemia|emias|pathy|pathies|algia|uria|penia|plegia|plegic|phobia|phobic|rrhea|rrhoea|rrhage|megaly|dystrophy|atrophy|sclerosis|stenosis|fibrosis|cytosis|osteosis|trichosis|ptysis|pnea|pnoea|asthenia|phasia|praxia|lepsy|carcinoma|sarcoma|adenoma|lymphoma|myeloma|blastoma|glioma|fibroma|lipoma|angioma|thelioma|[a-z]{4,40}osis|oses|syndrome|thyroidism|gonadism|tropia|kinesia|esthesia|insufficiency|spermia|natremia|kalemia|glycemia|glycaemia|ectasis|ectasia|itic|emic|neuralgia|cele|lithiasis|mycosis|iasis|oedema|edema|spondylosis|chondria|chondriac|somnia|orexia|bulimia|mania|paresis|thymia)$/;
const notCondition =
  /^(?:diagnosis|diagnoses|prognosis|prognoses|hypnosis|osmosis|metamorphosis|symbiosis|mitosis|meiosis|photosynthesis|synopsis|sympathy|empathy|apathy|telepathy|homeopathy|naturopathy|osteopathy|nostalgia|academia|bohemia|encyclopedia|media|romania|tasmania|pennsylvania|lithuania|albania|germania|ukrainia|mauritania|systemic|academic|polemic|epidemic|pandemic|endemic|anaesthesia|anesthesia|hypothesis|chemic|memorabilia|insomniac|political|critic|analytic|semitic|granitic|graphitic|parasitic|arthritic's|clematis|gratis|praxis|endosmosis|doses|roses|noses|poses|loses|closes|hoses|supposes|exposes|proposes|purposes|chooses|discloses|encloses|imposes|glucose|purpose|regimen|catastrophe|dimes)$/;
const procedure =
  /(?:ectomy|ectomies|otomy|ostomy|plasty|plasties|oscopy|oscopies|centesis|pexy|desis|tripsy|[a-z]{3,40}graphy|[a-z]{3,40}metry|echocardiogram|[a-z]{4,40}ogram|ograms|lavage|ablation|dialysis|pheresis|therapy|embolization|catheterization|curettage|debridement|resection|transfusion|biopsy|biopsies|scopy)$/;
const notProcedure =
  /^(?:photography|geography|biography|autobiography|calligraphy|cinematography|demography|typography|pornography|choreography|bibliography|cartography|topography|cryptography|lithography|iconography|oceanography|stenography|videography|ethnography|historiography|discography|filmography|infography|symmetry|geometry|asymmetry|trigonometry|telemetry|biometry|optometry|psychometry|poetry|program|programs|telegram|instagram|kilogram|kilograms|diagram|diagrams|histogram|anagram|hologram|ideogram|monogram|pictogram|parallelogram|milligram|milligrams|microgram|micrograms|cablegram|cryptogram|epigram|dichotomy|lobotomy's|anatomy|analysis|paralysis|microscopy|scientology|diaspora|cologram|mammogramme|genealogram|sonogramme)$/;
const drug =
  /(?:[a-z]{2,40}(?:pril|sartan|olol|statin|prazole|conazole|nidazole|cillin|mycin|micin|cycline|floxacin|oxetine|alopram|azepam|azolam|zolam|azepine|azepril|barbital|caine|dronate|gliptin|gliflozin|glutide|tinib|ciclib|parin|xaban|gatran|grelor|semide|thiazide|lukast|triptan|setron|profen|oxicam|coxib|codone|morphone|phylline|terol|solone|sone|olone|thyroxine|formin|glitazone|dipine|zosin|steride|dafil|triptyline|clovir|ciclovir|navir|tegravir|buvir|asvir|previr|vudine|racetam|gabalin|idone|apine|piprazole|fibrate|olimus|mustine|platin|rubicin|taxel|bicin|relin|reotide|tropin|kinra|nercept|zumab|ximab|mumab|lizumab|tuzumab|limab|umab|stigmine|curium|curonium|flurane|bactam|penem|oxacin|sulfa|sulfamethoxazole|methoxazole|thiazole|quine|trexate|uracil|afenib|rafenib|cept|ergoline|tryptyline|peridol|perazine|promazine|lurasidone|orphan|dryl|tidine|ridine|zepam|vastatin|benzaprine|profin|setine|dopa|trizine|tadine|fenadine|metasone|methasone|salate|caftor))$/;
const notDrug =
  /^(?:protocol|control|april|pencil|comparison|person|reason|season|lesson|poison|prison|mason|jason|nelson|wilson|watson|johnson|jackson|parson|unison|chanson|stetson|quinquine|quine|harlequin|mannequin|sequin|cocaine's|ukraine|concept|accept|except|intercept|percept|precept|orphan|wisdom|idone|condone|bone|zone|sesame|steroid|sulfa|latin|satin|gelatin|manhattan|robinson|anderson|peterson|thompson|simpson|samson|garrison|harrison|madison|allison|alison|edison|addison|tyson|dyson|carson|larson|emerson|ericson|hudson|dawson|lawson|gibson|hobson|dobson|benson|henson|swanson|stevenson|richardson|robson|grayson|masson|sarcaine|caine|elapine|alpine|pine|caption|tone|ketone|cyclone|baritone|milestone|capstone|stone|palpine|porcupine|supine|philippine|stadine|sardine|tidine|quonset|stone|someone|anyone|everyone|done|gone|telephone|phone|cone|clone|drone|throne|bygone|headphone|smartphone|microphone|saxophone|xylophone)$/;

/** Whether a word in lower case is built like the name of an illness. */
export function isConditionShaped(word: string): boolean {
  return word.length > 5 && condition.test(word) && !notCondition.test(word);
}

/** Whether a word in lower case is built like the name of an operation or examination. */
export function isProcedureShaped(word: string): boolean {
  return word.length > 6 && procedure.test(word) && !notProcedure.test(word);
}

/** Whether a word in lower case is built like the international name of a medicine. */
export function isDrugShaped(word: string): boolean {
  return word.length > 5 && drug.test(word) && !notDrug.test(word);
}
