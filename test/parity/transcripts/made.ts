import type {Client} from '../client.js';
import {faceNames, type Situation} from '../face.js';
import type {Group, Transcript} from '../transcript.js';

/** Makes a transcript whose caller has signed in. */
export type Make = (
  name: string,
  run: (client: Client) => Promise<void>,
  more?: Omit<Situation, 'vendor'>,
) => Transcript;

/** Makes the transcripts of one vendor in one group. */
export function makerOf(group: Group, vendor: Situation['vendor']): Make {
  return (name, run, situation = {}) => ({
    group,
    name: `${vendor} ${name}`,
    faces: faceNames,
    situation: {vendor, ...situation},
    run: async (client) => {
      await client.signIn();
      await run(client);
    },
  });
}
