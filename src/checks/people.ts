/** Who a run is about: invented people, whose values stand in for the inputs of workflows. */
import {sha256} from '@noble/hashes/sha2';
import {utf8ToBytes} from '@noble/hashes/utils';

const firstNames = (
  'Aaron Abigail Albert Alice Amelia Andrew Anna Arthur Beatrice Benjamin Bernard Caroline Catherine Charles Clara Daniel ' +
  'Eleanor Emily Frederick Hannah Harold Helen Isabel Julia Laura Leonard Louise Nicholas Rachel Samuel Theodore Walter'
).split(' ');

/** Family names are put together, so that there are enough of them; those of bystanders begin otherwise than canaries'. */
const beginnings = {
  canary: 'Ash Birch Black Fair Hather Kirk Long Nether Oak Penn Raven Thorn Under Wether Whit Winter'.split(' '),
  bystander: 'Alder Brock Clay Dun Elder Fern Glen Hazel Iron Lind Mar Nor Rush Stan Wal Yar'.split(' '),
} as const;
const endings = 'bourne bury combe dale field ford ham ley low more stead thorpe ton well wick worth'.split(' ');

/**
 * The value of one input, made for one workflow of one run, so that what comes back is told from what anybody else left
 * there: a name, an address at `example.org`, a number that no exchange gives out, or a sentence.
 *
 * @param input `canary…` is who is erased, `bystander…` somebody who must not change; of any other input there is none.
 * @param run tells this run from others against the same target.
 */
export function personalValue(workflow: string, input: string, run: string): string | undefined {
  const [, role, kind] = /^(canary|bystander)(Name|FirstName|LastName|Email|Phone|\w+)$/.exec(input) ?? [];
  if (role === undefined || kind === undefined) return undefined;
  const bytes = sha256(utf8ToBytes(`${run}/${workflow}/${role}`));
  const one = (list: readonly string[], at: number) => list[(bytes[at] as number) % list.length] as string;
  const first = one(firstNames, 0);
  const last = one(beginnings[role as 'canary' | 'bystander'], 1) + one(endings, 8);
  const tag = [...bytes.slice(2, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  switch (kind) {
    case 'Name':
      return `${first} ${last}`;
    case 'FirstName':
      return first;
    case 'LastName':
      return last;
    case 'Email':
      return `${first}.${last}.${tag}@example.org`.toLowerCase();
    case 'Phone':
      return `+1${200 + (bytes[6] as number)}55501${String((bytes[7] as number) % 100).padStart(2, '0')}`;
    default:
      return `The parcel ${tag} of ${kind.toLowerCase()} waits behind the ${first.toLowerCase()} gate.`;
  }
}
