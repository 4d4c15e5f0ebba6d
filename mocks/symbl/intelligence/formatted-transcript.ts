import type {components} from '../../../specs/symbl/generated/index.js';
import type {Message} from '../entities.js';
import {between} from '../times.js';
import type {Content} from './content.js';
import type {Insight} from './insights.js';
import {placesOf} from './phrase-places.js';

type Schemas = components['schemas'];
type Request = Schemas['TranscriptRequest'];

/** Which phrases of a message are marked. */
type Marked = (message: Message) => readonly string[];

/** The transcript in Markdown, all in one line as printed, or as subtitles. Always in clear (SYMBL-83). */
export function formattedTranscriptOf(
  content: Content,
  insights: readonly Insight[],
  {contentType, createParagraphs = false, phrases = {}, showSpeakerSeparation = false}: Request,
): Schemas['FormattedTranscript'] {
  const name = (message: Message) => (showSpeakerSeparation ? content.speakerOf(message.from).name : undefined);
  if (contentType === 'text/srt')
    return {transcript: {payload: {content: subtitlesOf(content.messages, name), contentType}}};

  const marked = markedBy(phrases, insights);
  const lines = content.messages.map((message) => led(name(message), withMarks(message.text, marked(message))));
  // Each paragraph ends with an empty line, the last one too.
  const payload = createParagraphs ? lines.map((line) => `${line}<br/><br/>`).join('') : lines.join(' ');
  return {transcript: {payload, contentType}};
}

function led(name: string | undefined, text: string): string {
  return name === undefined ? text : `${name}: ${text}`;
}

/** Phrases that were found with `detectPhrases`: all of them, or those of messages with an insight in them. */
function markedBy(
  {highlightAllKeyPhrases, highlightOnlyInsightKeyPhrases}: Schemas['TranscriptPhrases'],
  insights: readonly Insight[],
): Marked {
  const textsOf = ({phrases}: Message) => phrases.map(({text}) => text);
  if (highlightAllKeyPhrases) return textsOf;
  if (!highlightOnlyInsightKeyPhrases) return () => [];
  const ids = new Set(insights.map(({messageId}) => messageId));
  return (message) => (ids.has(message.id) ? textsOf(message) : []);
}

function withMarks(text: string, phrases: readonly string[]): string {
  let marked = '';
  let last = 0;
  for (const {start, end} of placesOf(phrases, text)) {
    marked += `${text.slice(last, start)}<mark>${text.slice(start, end)}</mark>`;
    last = end;
  }
  return marked + text.slice(last);
}

/** Numbered subtitles with an empty line between them. */
function subtitlesOf(messages: readonly Message[], name: (message: Message) => string | undefined): string {
  const beginning = messages[0]?.startTime ?? '';
  return messages
    .map((message, position) => {
      const [start, end] = [between(beginning, message.startTime), between(beginning, message.endTime)];
      return `${position + 1}\n${clock(start)} --> ${clock(end)}\n${led(name(message), message.text)}`;
    })
    .join('\n\n');
}

/**
 * A time as Symbl prints it: `0:1:4,100`. Its beginning alone has two digits everywhere, and players that insist on them
 * refuse the rest: that is how it is printed.
 */
function clock(milliseconds: number): string {
  if (milliseconds <= 0) return '00:00:00,000';
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours}:${minutes}:${seconds % 60},${String(milliseconds % 1000).padStart(3, '0')}`;
}
