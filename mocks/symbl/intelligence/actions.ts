/** Something to be done, as a sentence tells it. */
export interface Action {
  /** How sure it is. */
  readonly score: number;
  /** A commitment, and not only a wish. */
  readonly definitive: boolean;
  /** Who is to do it: the speaker, somebody by that name, or nobody who was named. */
  readonly doer: 'speaker' | {readonly name: string} | undefined;
}

/** "I will …", "Mark needs to …": who, and that they will. */
const commitment =
  /(?<![\p{L}\p{N}'’])(?<who>I|[Ww]e|[Yy]ou|\p{Lu}\p{Ll}{1,30})(?:['’]ll|,? (?:you )?(?:will|shall|must|needs? to|ha(?:ve|s) to)|['’](?:m|re) going to| (?:am|are|is) going to)\s+(?!not\b|never\b|be\b)/u;

/** "Please …", "let's …": that somebody should. */
const request = /(?<![\p{L}\p{N}'’])(?:please\s+(?!note\b|hold\b)\p{L}|let['’]s\s+\p{L})/iu;

/** Words with a capital that are no names. */
const nobody = new Set([
  'It',
  'This',
  'That',
  'There',
  'What',
  'Which',
  'Who',
  'They',
  'He',
  'She',
  'Then',
  'Everybody',
]);

/** How sure a commitment is, and how sure a request. */
const [committed, requested] = [0.95, 0.8];

/**
 * What a sentence says is to be done, or undefined when it says nothing of the kind. The stand-in's own guess: somebody
 * will, must, needs to or is going to do something, or is asked to.
 */
export function actionOf(sentence: string): Action | undefined {
  const who = commitment.exec(sentence)?.groups?.who;
  if (who !== undefined && !nobody.has(who)) return {score: committed, definitive: true, doer: doerOf(who)};
  return request.test(sentence) ? {score: requested, definitive: false, doer: undefined} : undefined;
}

function doerOf(who: string): Action['doer'] {
  if (who === 'I' || who.toLowerCase() === 'we') return 'speaker';
  return who.toLowerCase() === 'you' ? undefined : {name: who};
}

/** Words for staying in touch. */
const contact =
  /\b(?:meetings?|appointments?|follow[- ]?ups?|catch up|get back to|touch base|e-?mails?|call (?:you|me|us|back)|(?:a|the|another|next|our) (?:call|demo|invite|chat))\b/i;

/** Whether what is to be done is to stay in touch: Symbl shows that apart from other actions. A guess of our own as well. */
export function isFollowUp(sentence: string): boolean {
  return contact.test(sentence);
}
