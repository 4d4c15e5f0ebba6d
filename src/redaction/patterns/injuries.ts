import {pattern, type Recognizer} from '../candidate.js';

const part =
  '(?:arms?|legs?|wrists?|ankles?|foot|feet|hands?|fingers?|thumbs?|toes?|big toe|pinky|knees?|kneecap|hips?|ribs?|rib cage|elbows?|shoulders?|shoulder blade|collar ?bone|clavicle|nose|jaw|skull|femur|tibia|fibula|humerus|radius|ulna|back|neck|ligaments?|tendons?|hamstrings?|acl|mcl|meniscus|rotator cuff|achilles(?: tendon)?|muscles?|pelvis|vertebrae?|spine|spinal cord|disc|disk|cheek ?bone|forearm|shin|calf|thigh|groin|quad|quadriceps|biceps?|tailbone|coccyx|sternum|kneecaps|patella|cartilage|eye socket|eardrum|spleen|tooth|teeth|lip|palm|heel|knuckles?|scalp|forehead|chin|face|head|leg bone|cornea|bones?|finger ?nail|toe ?nail|index finger|ring finger|middle finger|little finger)';
const side = '(?:left |right |lower |upper |middle |both |two |three |several |front )?';
const harm =
  '(?:broken|fractured|sprained|dislocated|torn|bruised|twisted|crushed|burned|burnt|pulled|ruptured|cracked|injured|strained|shattered|swollen|wounded|lacerated|chipped|separated|pinched|cut|scraped|herniated|slipped|punctured|perforated|severed|amputated|mangled|busted|jammed|smashed|bleeding|scratched|grazed|scalded|frostbitten|bulging|hyperextended|popped|badly (?:bruised|cut|burned|sprained))';

/** Injuries: damage and a part of the body, and those with a name of their own. */
export const injuries: readonly Recognizer[] = [
  pattern('INJURY', new RegExp(`\\b(?:badly |severely |slightly |partially )?${harm} ${side}${part}\\b`, 'dgi'), {
    score: 0.9,
    accept: isHarm,
  }),
  pattern(
    'INJURY',
    new RegExp(
      `\\b(?:(?:hairline|compound|stress|compression|minor|severe|grade \\w+|multiple|bad|partial|complete|left|right|open|closed|spiral|greenstick) ){0,2}${part} (?:fractures?|sprain|injur(?:y|ies)|dislocation|strain|tear|laceration|burns?|wounds?|contusion|bruises?|trauma|rupture|abrasions?)\\b`,
      'dgi',
    ),
    {score: 0.88},
  ),
  pattern(
    'INJURY',
    new RegExp(
      `\\b(?:(?:deep|bad|nasty|small|large|severe|minor|serious|second[- ]degree|third[- ]degree|first[- ]degree|hairline|stress|compound|multiple|chemical|bleeding|infected|open) ){0,2}(?:cuts?|burns?|bruises?|fractures?|sprains?|gash(?:es)?|lacerations?|wounds?|scratch(?:es)?|scrapes?|tear|abrasions?|contusions?|blisters?) (?:on|to|in|of|along|across|over|above|below|under) (?:my|his|her|the|their|your) ${side}${part}\\b`,
      'dgi',
    ),
    {score: 0.86},
  ),
  pattern(
    'INJURY',
    /\b(?:(?:mild|severe|serious|slight|bad|minor|multiple|possible|suspected) )?(?:concussions?|whiplash(?: injury)?|(?:second|third|first|2nd|3rd|1st)[- ]degree burns?|stab wounds?|gunshot wounds?|bullet wounds?|flesh wounds?|puncture wounds?|head (?:injur(?:y|ies)|trauma|wound)|brain injur(?:y|ies)|traumatic brain injury|spinal (?:cord )?injury|slipped dis[ck]|herniated dis[ck]|torn meniscus|hairline fracture|compound fracture|stress fracture|frostbite|black eyes?|fat lip|burns|sunburn|bruises|bruising|fractures?|lacerations?|sprains?|contusions?|deep cut|stitches injury|tennis elbow|golfer['’]s elbow|shin splints|carpet burn|rope burn|chemical burns?|electric shock|internal bleeding|dog bites?|snake ?bites?|insect bites?|spider bites?|cat bite|tick bite|bee stings?|wasp stings?|jellyfish sting|animal bite|crush injur(?:y|ies)|smoke inhalation|broken bones?|nosebleed|punctured lung|collapsed lung|ruptured spleen|subdural hematoma|hematoma|haematoma|dislocation|amputated (?:finger|leg|arm|toe|foot|hand)|internal injuries|sports injury|workplace injury|back injury|leg injury|splinter|scald|third degree burns)\b/dgi,
    {
      score: 0.85,
      accept: (match, {text}, start) =>
        !/^(?:burns|bruising|bruises|stitches|dislocation|splinter)$/i.test(match) ||
        /\b(?:has|had|have|with|from|got|suffered|sustained|treated for|for|of|his|her|my|and|minor|severe|bad|some|facial) $/i.test(
          text.slice(Math.max(0, start - 20), start),
        ),
    },
  ),
];

/** "Scratched face" may be a watch's; a bare "cut finger" is somebody's. "Broken back" of a chair is rare enough. */
function isHarm(match: string): boolean {
  return !/^(?:cut|popped|pulled|bleeding|jammed|front) (?:back|face|head|teeth)$|^(?:scratched|cracked|broken|chipped|swollen) (?:face|disk)$/i.test(
    match,
  );
}
