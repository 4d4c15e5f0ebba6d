/**
 * What people write to a shop, a practice or a provider, and what they are answered. The blanks are filled with facts about
 * the person: `{name}`, `{first}`, `{email}`, `{phone}`, `{street}`, `{address}`, `{company}`, `{account}`, `{birthday}`,
 * `{order}`, `{product}`, `{amount}`, `{lately}`, `{soon}`, `{card}`.
 */
export interface Template {
  readonly topic: 'order' | 'refund' | 'complaint' | 'appointment' | 'account' | 'billing';
  readonly subject: string;
  /** The person begins, then the agent, and so on in turn. */
  readonly turns: readonly string[];
  /** A file that is sent with the first turn. */
  readonly attachment?: {readonly name: string; readonly text: string};
}

export const templates: readonly Template[] = [
  {
    topic: 'order',
    subject: 'Where is order {order}?',
    turns: [
      'Hello, my name is {name}. My order {order} should have been at {address} a week ago. Can you see where it is?',
      'Hello {first}, I am sorry about that. The parcel waits at the depot; may I give the driver your number?',
      'Yes, please: {phone}. I am at home in the afternoon.',
      'Thank you, {first}. It comes tomorrow, and you will get a mail to {email} when it leaves.',
    ],
  },
  {
    topic: 'order',
    subject: 'Wrong address for {order}',
    turns: [
      'I have just moved! Please send {order} to {address} and not to the old flat. {name}, {phone}',
      'Done, {first}: the parcel goes to {street}.',
    ],
  },
  {
    topic: 'order',
    subject: 'Order {order} arrived broken',
    turns: [
      'The {product} that I ordered came in two pieces. A photo of the label is attached. Regards, {name}, {street}',
      'Dear {name}, that should not happen. We send another {product} to {address} today.',
      'Great. If the driver does not find the bell, my number is {phone}.',
    ],
    attachment: {name: 'label-{order}.txt', text: 'Parcel {order}\nTo: {name}\n{address}\nTel. {phone}\n'},
  },
  {
    topic: 'order',
    subject: 'Could somebody else sign for {order}?',
    turns: [
      'Hi, {first} here. I am away on {soon}. Can my neighbour sign for {order}? You reach me at {email}.',
      'Hi {first}, yes: I put a note for the driver on the order.',
    ],
  },
  {
    topic: 'order',
    subject: 'Add to my order',
    turns: [
      'Can you add one more {product} to {order}? It is for {company}, the account is {account}.',
      'It is added, {name}. The total is {amount} now, and the invoice goes to {email}.',
      'Please charge the same card as before, {card}.',
      'All done, {first}. Thank you for your order.',
    ],
  },
  {
    topic: 'order',
    subject: 'Gift for a friend',
    turns: [
      'I would like the {product} sent as a gift, without the invoice in the box. The invoice is for me: {name}, {address}.',
      'With pleasure. Shall I write a card as well?',
      'Yes: "All the best, {first}". Thank you!',
    ],
  },
  {
    topic: 'refund',
    subject: 'Refund for {order}',
    turns: [
      'I sent the {product} back on {lately} and still miss my {amount}. Order {order}, account {account}. {name}',
      'Hello {name}, the parcel has arrived. Which card may we send the money to?',
      'To the one I paid with, {card}.',
      'It is on its way, {first}; you will find {amount} there within three days.',
    ],
  },
  {
    topic: 'refund',
    subject: 'Paid twice',
    turns: [
      'You took {amount} from {card} twice! Please pay one back. You can call me at {phone}. {name}',
      'Dear {name}, you are right, and I am sorry. The second payment goes back today.',
    ],
    attachment: {
      name: 'statement-{account}.txt',
      text: 'Statement for {name}, {account}\n{lately}  {amount}\n{lately}  {amount}\n',
    },
  },
  {
    topic: 'refund',
    subject: 'Return without the receipt',
    turns: [
      'Can I return the {product} although the receipt is gone? It was bought under {email}.',
      'Yes, {first}, I found it: order {order} of {lately}.',
      'Wonderful. Please send the label to {address}.',
    ],
  },
  {
    topic: 'refund',
    subject: 'Cancelled, but charged',
    turns: [
      'I cancelled my plan on {lately} and was charged {amount} all the same. My account is {account}, my mail {email}.',
      'Hello {name}, the cancellation came a day late, but we give the money back.',
      'Thank you, that is kind. {first}',
      'You are welcome, {first}. A confirmation goes to {email}.',
    ],
  },
  {
    topic: 'refund',
    subject: 'Wrong size',
    turns: [
      'The {product} is too small. May I have my money back? {name}, {street}, order {order}',
      'Of course, {first}. The driver collects it at {address} on {soon}.',
    ],
  },
  {
    topic: 'complaint',
    subject: 'Rude driver',
    turns: [
      'Your driver threw the parcel over my fence at {street}. This is not acceptable. {name}, {phone}',
      'Dear {name}, please accept our apologies. May our manager call you at {phone}?',
      'Yes, but not before ten.',
    ],
  },
  {
    topic: 'complaint',
    subject: 'Third time without an answer',
    turns: [
      'This is the third time that I write, always from {email}. Does anybody read this? Order {order}. {first}',
      'Hello {first}, I do, and I have it in front of me now. What went wrong?',
      'The {product} stopped working, and nobody called back, though I left {phone} twice.',
      'I call you in five minutes, {name}, and a new {product} goes to {address}.',
    ],
  },
  {
    topic: 'complaint',
    subject: 'Somebody else’s letter',
    turns: [
      'I got a letter that is for somebody else. Who got mine? I am {name}, born {birthday}, and live at {address}.',
      'Dear {name}, thank you for telling us. We look into it at once.',
    ],
    attachment: {
      name: 'letter-to-{account}.txt',
      text: 'Dear customer {account},\nthis was in my letter box at {street}.\n{name}\n',
    },
  },
  {
    topic: 'complaint',
    subject: 'Noise from the machine',
    turns: [
      'The {product} hums all night. I want to speak to somebody: {phone}, after six. {name} of {company}',
      'Hello {name}, an engineer will call you at {phone} on {soon}.',
      'I will be at {street} then, please come by.',
    ],
  },
  {
    topic: 'complaint',
    subject: 'Please stop the advertising',
    turns: [
      'Please take {email} and {phone} off all of your lists. I never asked for this. {name}',
      'Dear {name}, both are off the lists from today on.',
    ],
  },
  {
    topic: 'appointment',
    subject: 'Appointment on {soon}',
    turns: [
      'Good morning, I would like to come on {soon}. My name is {name}, born on {birthday}.',
      'Good morning {name}, ten o’clock is free. May I have a number in case something changes?',
      'Certainly, it is {phone}.',
      'Thank you, {first}, see you on {soon}.',
    ],
  },
  {
    topic: 'appointment',
    subject: 'I have to move my appointment',
    turns: [
      'I cannot come on {soon}, something came up at {company}. Please write to {email} when there is another day. {name}',
      'No problem, {first}. I will look for one.',
    ],
  },
  {
    topic: 'appointment',
    subject: 'Visit at home',
    turns: [
      'Could the technician come to {address}? The {product} is too heavy to carry. I am {name}, account {account}.',
      'Yes, {name}: on {soon} between eight and twelve.',
      'The bell says {first} and family. If nobody opens, ring {phone}.',
    ],
  },
  {
    topic: 'appointment',
    subject: 'Form for my visit',
    turns: [
      'Here is the form that you asked for. {name}',
      'Thank you, {first}. I have your birthday as {birthday}; is that right?',
      'It is. And my new address is {address}.',
      'I changed it. See you on {soon}!',
    ],
    attachment: {
      name: 'form-{account}.txt',
      text: 'Name: {name}\nBorn: {birthday}\nAddress: {address}\nTelephone: {phone}\nE-mail: {email}\n',
    },
  },
  {
    topic: 'appointment',
    subject: 'Nobody was there',
    turns: [
      'I waited at {street} all morning on {lately} and nobody came. {name}, {phone}',
      'I am very sorry, {first}. Our technician tried to call you, but had a wrong number.',
      'Then please write down the right one, {phone}, and {email} as well.',
    ],
  },
  {
    topic: 'account',
    subject: 'I cannot log in',
    turns: [
      'My password no longer works. The account is {email}. Can you help? {first}',
      'Hello {first}, to be sure that it is you: when were you born, and what is your account number?',
      '{birthday}, and {account}.',
      'Thank you, {name}. A link to a new password is on its way to {email}.',
    ],
  },
  {
    topic: 'account',
    subject: 'New telephone number',
    turns: [
      'Hi, please change my number to {phone}. Everything else stays as it is. {name}, {account}',
      'It is changed, {first}.',
    ],
  },
  {
    topic: 'account',
    subject: 'What do you know about me?',
    turns: [
      'Please send me everything that you have stored about me: {name}, {email}, {address}.',
      'Dear {name}, we will send a copy to {email} within a month. May I ask for your date of birth, to be sure?',
      '{birthday}. Thank you.',
    ],
  },
  {
    topic: 'account',
    subject: 'Please delete my account',
    turns: [
      'I no longer need the account {account}. Please delete it and all that belongs to it. {name}, {email}',
      'Dear {name}, I passed it on. You will hear from us when it is done.',
    ],
  },
  {
    topic: 'account',
    subject: 'Is this mail from you?',
    turns: [
      'Somebody writes in your name and wants my card. Mine ends like {card}. Is that you? {first}, {email}',
      'No, {first}, we never ask for that. Did you answer it?',
      'No. But they knew my name, {name}, and my street, {street}.',
    ],
  },
  {
    topic: 'billing',
    subject: 'Invoice for {company}',
    turns: [
      'Please make out the invoice for {order} to {company}, {address}, attention of {name}.',
      'It is in your inbox, {name}: {email}.',
    ],
  },
  {
    topic: 'billing',
    subject: 'Different amount on the invoice',
    turns: [
      'The invoice for {order} says {amount}, the shop said less. Could you check? {name}, account {account}',
      'You are right, {first}, the discount is missing. A new one goes to {email}.',
      'Please send it on paper as well, to {address}.',
      'Gladly, it leaves today.',
    ],
    attachment: {name: 'invoice-{order}.txt', text: 'Invoice {order}\n{name}, {company}\n{address}\nTotal: {amount}\n'},
  },
  {
    topic: 'billing',
    subject: 'New card',
    turns: [
      'My old card has run out. The new one is {card}, in the name of {name}.',
      'Thank you, {first}. Please never write the whole number in a mail; I have taken it over and will remove it here.',
      'Understood! Call me at {phone} if something is missing.',
    ],
  },
  {
    topic: 'billing',
    subject: 'Reminder though I paid',
    turns: [
      'I paid {amount} for {order} on {lately} and got a reminder today. {name}, {street}',
      'Dear {name}, the two crossed. Please ignore it, all is paid.',
    ],
  },
  {
    topic: 'billing',
    subject: 'Pay in parts',
    turns: [
      'Could I pay the {amount} for {order} in three parts? You know me since long, account {account}. {name}',
      'That works, {first}. I need the address for the contract.',
      '{address}. And my birthday, if you need it: {birthday}.',
      'The contract goes to {email}, {first}.',
    ],
  },
];
