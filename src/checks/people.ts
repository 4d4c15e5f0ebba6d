/** Who a run is about: invented people, whose values stand in for the inputs of workflows. */
import {sha256} from '@noble/hashes/sha2';
import {utf8ToBytes} from '@noble/hashes/utils';

const firstNames =
  'Adelaide Benedict Clementine Desmond Eleanor Frederick Genevieve Harrison Isabella Jonathan Katherine Leonard Margaret Nathaniel Octavia Patrick'.split(
    ' ',
  );
const lastNames =
  'Ashworth Blackwood Carmichael Davenport Ellsworth Fairbanks Galbraith Hathaway Ingersoll Jefferson Kensington Lancaster Montgomery Northcott Pemberton Whitfield'.split(
    ' ',
  );

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
  const first = firstNames[(bytes[0] as number) % firstNames.length] as string;
  const last = lastNames[(bytes[1] as number) % lastNames.length] as string;
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
