import type {components} from '../../../specs/symbl/generated/index.js';
import type {PendingMessage} from '../entities.js';
import {hashOf} from '../hash.js';
import {recordings} from './recordings.js';
import {isOn, type Options, type Submission} from './submission.js';
import {speakingTime} from '../transcript/timeline.js';
import {toTimestamp} from '../times.js';

type Schemas = components['schemas'];

/** What a request may say about the voices in a recording. */
export interface HearingOptions extends Options {
  readonly enableSpeakerDiarization?: Schemas['BooleanOption'];
  readonly diarizationSpeakerCount?: number | string;
  readonly enableSeparateRecognitionPerChannel?: Schemas['BooleanOption'];
  readonly channelMetadata?: readonly Schemas['Channel'][];
}

/** The silence before somebody else speaks, in milliseconds. */
const pause = 600;

/**
 * What is heard in a recording: one of a few transcripts, always the same for the same bytes. SYMBL-19
 * @param recording the file, or the letters of its address: nothing is ever fetched from there.
 */
export function heardIn(recording: Uint8Array, options: HearingOptions): Submission {
  const lines = recordings[hashOf(recording) % recordings.length] ?? [];
  const speakerOf = speakersIn(options);
  return {
    options,
    messages: (start) => {
      let [cursor, last] = [start, lines[0]?.[0]];
      return lines.map(([voice, text]) => {
        const begin = voice === last ? cursor : cursor + pause;
        cursor = begin + speakingTime(text);
        last = voice;
        return {text, ...speakerOf(voice), startTime: toTimestamp(begin), endTime: toTimestamp(cursor)};
      });
    },
  };
}

type Speaker = Pick<PendingMessage, 'userId' | 'name' | 'speakerTag'>;

/** Who a voice is: whoever the request puts on its channel, a numbered speaker, or nobody as long as none are told apart. */
function speakersIn(options: HearingOptions): (voice: number) => Speaker {
  if (isOn(options.enableSeparateRecognitionPerChannel, false)) {
    const channels = new Map(options.channelMetadata?.map(({channel, speaker}) => [channel, speaker]));
    return (voice) => {
      const {name = numbered(voice), email} = channels.get(voice) ?? {};
      return {name, speakerTag: voice, ...(email !== undefined && {userId: email})};
    };
  }
  if (!isOn(options.enableSpeakerDiarization, false)) return () => ({speakerTag: 0});
  const count = Number(options.diarizationSpeakerCount ?? Infinity);
  return (voice) => {
    const speakerTag = Math.min(voice, count);
    return {name: numbered(speakerTag), speakerTag};
  };
}

function numbered(voice: number): string {
  return `Speaker ${voice}`;
}
