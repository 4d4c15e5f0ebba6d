import {Desk, Refused, type Conversation, type Message} from './desk.js';
import {byId, element, instant} from './element.js';
import {showJournal} from './journal.js';
import {startVendors} from './vendors.js';

const standin = await startVendors();
const {opencx, dixa} = standin.info.vendors;
const desk = new Desk('ada@example.com', {
  opencx: opencx?.env.OPENCX_API_KEY ?? '',
  dixa: dixa?.env.DIXA_API_KEY ?? '',
});

/** Anonymizations that Dixa has accepted and not yet carried out: conversation's id → request's id. */
const pending = new Map<string, string>(JSON.parse(sessionStorage.getItem('pending') ?? '[]'));
let conversations: readonly Conversation[] = [];
/** The id of the one that is open. */
let opened: string | undefined;

const tell = (text: string) => void (byId('status').textContent = text);

/** Runs what a button does; a refusal is told in the vendor's words. */
function button(label: string, action: () => Promise<void>, properties: Partial<HTMLButtonElement> = {}) {
  const made = element('button', {type: 'button', ...properties}, label);
  made.addEventListener('click', () => void attempt(action));
  return made;
}

async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(`Refused with ${error.status}: ${error.message}`);
  }
}

/** Reads everything anew, and shows it. */
async function refresh(): Promise<void> {
  conversations = await desk.conversations();
  byId('person').textContent = `Conversations of ${desk.email}`;
  byId('conversations').replaceChildren(...conversations.map(listItem));
  await show(opened);
}

function listItem({vendor, id, title, state, anonymized}: Conversation): HTMLLIElement {
  const shown = anonymized ? 'anonymized' : state.toLowerCase().replaceAll('_', ' ');
  const open = () => {
    tell('');
    return show(id);
  };
  return element(
    'li',
    {},
    button(title, open, {id, className: 'open'}),
    element('p', {className: 'quiet'}, `${vendor}, ${shown}`),
  );
}

/** Shows the messages of a conversation, and what can be done with them. */
async function show(id: string | undefined): Promise<void> {
  const conversation = conversations.find((one) => one.id === id);
  if (!conversation) return;
  const messages = await desk.messages(conversation);
  opened = id;
  for (const {id: one} of conversations) byId(one).ariaCurrent = String(one === id);
  const heading = element('h2', {tabIndex: -1}, conversation.title);
  byId('conversation').replaceChildren(
    heading,
    element('ol', {className: 'messages'}, ...messages.map((message) => messageItem(conversation, message))),
    ...(conversation.vendor === 'Dixa' ? [anonymization(conversation)] : []),
  );
  // The button that was pressed may be gone.
  heading.focus();
}

function messageItem({vendor, id}: Conversation, message: Message): HTMLLIElement {
  const {at, author, text} = message;
  const redact = async () => {
    await desk.redact(message);
    await show(id);
    tell('OpenCX has redacted the message.');
  };
  return element(
    'li',
    {},
    element('p', {className: 'quiet'}, `${author}, `, instant(at)),
    element('p', {className: text === undefined ? 'gone' : ''}, text === undefined ? 'Removed' : text || '(a picture)'),
    vendor === 'OpenCX' && text !== undefined ? button('Redact', redact) : undefined,
  );
}

function anonymization(conversation: Conversation): HTMLElement {
  if (conversation.anonymized) return element('p', {className: 'done'}, 'Dixa has anonymized this conversation.');
  if (pending.has(conversation.id)) return element('p', {}, 'Accepted; waiting for Dixa’s queue.');
  const isOpen = conversation.state !== 'Closed';
  const force = element('input', {type: 'checkbox'});
  const anonymize = async () => {
    pending.set(conversation.id, await desk.anonymize(conversation, force.checked));
    remember();
    tell('Dixa has accepted the anonymization.');
    await refresh();
  };
  return element(
    'p',
    {className: 'buttons'},
    button('Anonymize conversation', anonymize),
    isOpen ? element('label', {}, force, ' and close it first') : undefined,
  );
}

const remember = () => sessionStorage.setItem('pending', JSON.stringify([...pending]));

/** Asks Dixa whether what it accepted is done: there is no other way to know. */
async function poll(): Promise<void> {
  for (const [conversation, request] of pending) {
    const at = await desk.processedAt(request);
    if (at === undefined) continue;
    pending.delete(conversation);
    remember();
    tell(`Dixa has anonymized conversation ${conversation}.`);
    await refresh();
  }
}

/** An hour of the vendors' time, after which the desk asks again. */
const pollEvery = 3_600_000;
let polled = (await standin.clock.now()).getTime();

async function tick(): Promise<void> {
  const now = await standin.clock.now();
  byId('now').replaceChildren(instant(now));
  if (now.getTime() - polled < pollEvery) return;
  polled = now.getTime();
  await attempt(poll);
}

byId('advance').addEventListener('click', () => void standin.clock.advance('PT6H').then(tick));
byId('run').addEventListener('click', ({currentTarget}) => {
  const run = currentTarget as HTMLElement;
  const running = run.getAttribute('aria-pressed') !== 'true';
  run.setAttribute('aria-pressed', String(running));
  void standin.clock.speed(running ? '3600x' : '1x');
});
byId('anew').addEventListener('click', () => {
  sessionStorage.clear();
  void standin.reset().then(() => location.reload());
});

void showJournal(standin);
await refresh();
await tick();
setInterval(() => void tick(), 1000);
