import {readFile} from 'node:fs/promises';
import {describe, expect, it} from 'vitest';
import {readLabelled} from '../../eval/redaction/labelled.js';
import {readNotation} from '../../eval/redaction/notation.js';
import {entityTypes} from '../../src/redaction/index.js';

const fileOf = (name: string) => new URL(`../../eval/redaction/${name}`, import.meta.url);

describe.each(['own', 'unseen'])('%s.jsonl', (name) => {
  it('is what its notation says', async () => {
    const notation = readNotation(await readFile(fileOf(`${name}.txt`), 'utf8'), name);
    expect(await readLabelled(fileOf(`${name}.jsonl`)), 'run `npx tsx eval/redaction/convert.ts`').toEqual(notation);
  });

  it('has each type several times, and many messages without any', async () => {
    const messages = await readLabelled(fileOf(`${name}.jsonl`));
    const types = messages.flatMap(({entities}) => entities.map(({type}) => type));
    const rare = entityTypes.filter((type) => types.filter((one) => one === type).length < (name === 'own' ? 2 : 3));
    expect(rare).toEqual([]);
    expect(messages.filter(({entities}) => entities.length === 0).length).toBeGreaterThan(40);
  });
});

describe.each(['dev', 'own', 'unseen'])('%s.jsonl', (name) => {
  it('has entities that lie in their text, in order and apart', async () => {
    for (const {id, text, entities} of await readLabelled(fileOf(`${name}.jsonl`))) {
      let end = 0;
      for (const entity of entities) {
        expect(entity.start, id).toBeGreaterThanOrEqual(end);
        expect(entity.end, id).toBeGreaterThan(entity.start);
        expect(text.slice(entity.start, entity.end).trim(), id).toHaveLength(entity.end - entity.start);
        end = entity.end;
      }
      expect(end, id).toBeLessThanOrEqual(text.length);
    }
  });

  it('names nobody who could be reached', async () => {
    for (const {id, text, entities} of await readLabelled(fileOf(`${name}.jsonl`))) {
      for (const {start, end} of entities.filter(({type}) => type === 'EMAIL_ADDRESS')) {
        const address = text.slice(start, end);
        if (address.includes('@')) expect(address, id).toMatch(/[@.]example(\.(com|org|net|co\.uk))?$/);
      }
    }
  });
});
