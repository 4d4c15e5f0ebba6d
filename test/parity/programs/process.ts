/** Runs in a process of its own: reads transcripts to play from standard input, one as JSON a line, and answers likewise. */
import {createInterface} from 'node:readline';
import {createStandin} from '../../../src/index.js';
import type {Situation, Step} from '../face.js';
import {throughMsw} from '../faces/msw-node.js';
import {playerOf} from '../stage.js';

const {play} = playerOf(createStandin, throughMsw);

for await (const line of createInterface({input: process.stdin})) {
  const {situation, steps} = JSON.parse(line) as {readonly situation: Situation; readonly steps: readonly Step[]};
  process.stdout.write(`${JSON.stringify(await play(situation, steps))}\n`);
}
