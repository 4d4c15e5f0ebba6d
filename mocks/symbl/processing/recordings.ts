/** What somebody says in a recording: which voice, counted from 1, and a sentence. */
export type Line = readonly [voice: number, text: string];

/**
 * The calls and meetings that recordings are taken for, since no speech is recognised (SYMBL-19). All people, numbers and
 * companies are invented. Each has several voices, neutral talk, and personal data that redaction finds.
 */
export const recordings: readonly (readonly Line[])[] = [
  // A parcel that did not come.
  [
    [1, 'Thank you for calling Example Parcels, my name is Priya Sample.'],
    [1, 'How can I help you today?'],
    [2, 'Hello, my parcel should have come on Monday and it is still not here.'],
    [1, 'I am sorry to hear that, may I have your name and your number?'],
    [2, 'My name is Jordan Example and my number is 202-555-0119.'],
    [1, 'Thanks, I can see that the parcel is in Chicago.'],
    [1, 'I will send the new date to jordan@example.com today.'],
    [2, 'Great, thank you.'],
  ],
  // A card that was charged twice.
  [
    [1, 'Good morning, this is the card service of Sample Bank.'],
    [2, 'Good morning, my card was charged twice for the same dinner.'],
    [1, 'Could you tell me the number of the card?'],
    [2, 'It is 4111 1111 1111 1111 and it expires 09/27.'],
    [1, 'And your social security number, please?'],
    [2, 'My social security number is 444-67-3334.'],
    [1, 'We will refund the second charge within three days.'],
    [2, 'Perfect, that was quick.'],
  ],
  // An appointment at a clinic.
  [
    [1, 'Example Clinic, what can I do for you?'],
    [2, 'I need to see a doctor about my diabetes.'],
    [1, 'When were you born?'],
    [2, 'I was born on 3rd of October 1982 and I am 43 years old.'],
    [1, 'Can you come on Thursday at 7:30 pm?'],
    [2, 'Yes, please write to robin.sample@example.org.'],
    [1, 'You are booked, and please bring your referral.'],
  ],
  // Three people plan their week.
  [
    [1, 'Welcome everybody, let us plan the release.'],
    [2, 'The tests are green and the documentation is almost done.'],
    [3, 'I will finish the last chapter by Wednesday.'],
    [1, 'Who talks to the customers in New York City?'],
    [2, 'Lee Sample does, as our new account manager.'],
    [3, 'We need to schedule a call with Lee next week.'],
    [1, 'Fine, then let us meet again on Friday.'],
    [2, 'Sounds good.'],
  ],
  // A subscription that is to be renewed.
  [
    [1, 'Hi, this is Dana Example from Placeholder Software.'],
    [2, 'Hi Dana, you want to talk about our subscription, right?'],
    [1, 'It ends this month, and the best package for you is $69.99 per month.'],
    [2, 'That is more than we pay now.'],
    [1, 'I can offer you a discount of ten percent for the first year.'],
    [2, 'Please send the contract to kim@placeholder.example.'],
    [1, 'I will send it tomorrow, and my direct line is 202-555-0164.'],
    [2, 'Wonderful, talk to you soon.'],
  ],
  // A car that is picked up.
  [
    [1, 'Sample Rentals, how may I help you?'],
    [2, 'I would like to pick up a car in Boston next week.'],
    [1, "What is the number of your driver's license?"],
    [2, "My driver's license is D123-4567."],
    [1, 'And who else is going to drive?'],
    [3, 'I am Noa Placeholder, and I live in California.'],
    [1, 'You can both find our rules at www.example.com.'],
    [2, 'Okay, is there anything else to sign?'],
    [1, 'No, that is all.'],
  ],
];
