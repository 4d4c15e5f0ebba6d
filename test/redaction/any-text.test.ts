import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readLabelled} from '../../eval/redaction/labelled.js';
import {detect, detectConversation, entityTypes, redact, replace, typeMarker} from '../../src/redaction/index.js';

const messages = (
  await Promise.all(
    ['dev', 'own'].map((name) => readLabelled(new URL(`../../eval/redaction/${name}.jsonl`, import.meta.url))),
  )
).flat();

/** Pieces of messages, cut anywhere and mixed with anything. */
const piece = fc
  .tuple(fc.constantFrom(...messages.map(({text}) => text)), fc.nat(), fc.nat())
  .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + (length % 80)));
const anyText = fc.array(fc.oneof(piece, fc.string({unit: 'binary', maxLength: 8}), fc.constantFrom('\n', '😀', ' ')), {
  maxLength: 6,
});
const text = anyText.map((parts) => parts.join(''));
const runs = {numRuns: 300, seed: Number(process.env['PROPERTY_SEED'] ?? 1)};

describe('whatever the text', () => {
  it('gives spans in order and apart, inside of the text, that cut no character in two', () => {
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const span of detect(given)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.score).toBeGreaterThan(0);
          expect(span.score).toBeLessThanOrEqual(1);
          expect(cutsCharacter(given, span.start) || cutsCharacter(given, span.end)).toBe(false);
          ({end} = span);
        }
        expect(end).toBeLessThanOrEqual(given.length);
      }),
      runs,
    );
  });

  it('gives the same each time, and leaves out what is excluded without another change', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...entityTypes), (given, type) => {
        const spans = detect(given);
        expect(detect(given)).toEqual(spans);
        const kept = spans.filter((span) => span.type !== type);
        expect(redact(given, {exclude: [type]})).toBe(replace(given, kept, typeMarker));
      }),
      runs,
    );
  });

  it('finds no type that is not looked for', () => {
    fc.assert(
      fc.property(text, fc.subarray([...entityTypes]), (given, types) => {
        for (const {type} of detect(given, {types})) expect(types).toContain(type);
      }),
      runs,
    );
  });

  it('reads a conversation of one message as that message', () => {
    fc.assert(
      fc.property(text, (given) => {
        const types = (spans: readonly {readonly type: string}[] = []) => spans.map(({type}) => type).sort();
        const [alone] = detectConversation([given]);
        // A name accepted once is a name everywhere, so a conversation may find more, and never less.
        for (const type of types(detect(given))) expect(types(alone)).toContain(type);
      }),
      runs,
    );
  });
});

function cutsCharacter(given: string, at: number): boolean {
  return /[\ud800-\udbff]$/.test(given.slice(0, at)) && /^[\udc00-\udfff]/.test(given.slice(at));
}
