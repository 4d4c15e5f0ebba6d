import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import {unescapePointer} from '../openapi/index.js';
import type {Place} from './report.js';

/** A value of the document, and where what names it begins: the key of a member, an item of a list itself. */
interface Spot {
  readonly node: Node | null;
  readonly offset: number;
}

/** So many references are followed for one pointer; a circle of them ends here. */
const mostReferences = 32;

/** Where the parts of a YAML document stand in its file. It is read when the first of them is asked for. */
export class SpecLines {
  readonly #text: string;
  readonly #file: string;
  readonly #places = new Map<string, Place>();
  readonly #members = new Map<YAMLMap, ReadonlyMap<string, Spot>>();
  #read: {readonly document: Document; readonly lines: LineCounter} | undefined;

  private constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  /** @param file what places name as their file: relative to the package, with slashes. */
  static of(text: string, file: string): SpecLines {
    return new SpecLines(text, file);
  }

  /**
   * The place of the keyword behind a pointer: of its own key, not of its value. References on the way are followed, to
   * where what is asked for really stands. Of what the document does not have, the nearest thing around it that it has.
   *
   * @param pointer as in a finding's `schemaPath`: `#/components/schemas/Tag/required`.
   */
  placeOf(pointer: string): Place {
    const known = this.#places.get(pointer);
    if (known) return known;
    const {lines} = this.#parsed();
    const {line, col} = lines.linePos(this.#spotOf(pointer, mostReferences).offset);
    const place = {file: this.#file, line, column: col};
    this.#places.set(pointer, place);
    return place;
  }

  #parsed(): {readonly document: Document; readonly lines: LineCounter} {
    if (this.#read) return this.#read;
    const lines = new LineCounter();
    const document = parseDocument(this.#text, {lineCounter: lines, keepSourceTokens: false});
    this.#read = {document, lines};
    return this.#read;
  }

  #spotOf(pointer: string, references: number): Spot {
    const root = this.#parsed().document.contents;
    let here: Spot = {node: root, offset: root?.range?.[0] ?? 0};
    for (const segment of pointer.replace(/^#/, '').split('/').slice(1)) {
      const next = this.#step(here, segment, references);
      if (next === undefined) return here;
      here = next;
    }
    return here;
  }

  /** What stands beside a reference comes before what it leads to. */
  #step({node}: Spot, segment: string, references: number): Spot | undefined {
    const own = this.#childOf(node, segment);
    if (own || references === 0) return own;
    const reference = this.#childOf(node, '$ref')?.node;
    const target = isScalar(reference) && typeof reference.value === 'string' ? reference.value : '';
    return target.startsWith('#/')
      ? this.#step(this.#spotOf(target, references - 1), segment, references - 1)
      : undefined;
  }

  #childOf(node: Node | null, segment: string): Spot | undefined {
    const real = isAlias(node) ? (node.resolve(this.#parsed().document) ?? null) : node;
    const name = unescapePointer(segment);
    if (isSeq(real)) {
      const item = real.items[Number(name)] as Node | undefined;
      return item && {node: item, offset: item.range?.[0] ?? 0};
    }
    return isMap(real) ? this.#membersOf(real).get(name) : undefined;
  }

  /** Large maps, such as that of the schemas, are asked often. */
  #membersOf(map: YAMLMap): ReadonlyMap<string, Spot> {
    const known = this.#members.get(map);
    if (known) return known;
    const members = new Map<string, Spot>();
    for (const {key, value} of map.items) {
      if (isScalar(key)) members.set(String(key.value), {node: value as Node | null, offset: key.range?.[0] ?? 0});
    }
    this.#members.set(map, members);
    return members;
  }
}
