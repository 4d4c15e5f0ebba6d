import {
  AnnotatedNodeParser,
  Context,
  ExtendedAnnotationsReader,
  ObjectProperty,
  ObjectType,
  UnionType,
  type BaseType,
  type NodeParser,
  type SubNodeParser,
} from 'ts-json-schema-generator';
import ts from 'typescript';
import type {Components} from './component-types.js';

/**
 * Reads types that are made of other types (`Omit<…>`, `A & B`) by asking the compiler which properties they have. The
 * generator has an understanding of its own of such types, which gets some of them wrong.
 */
export class DerivedTypeParser implements SubNodeParser {
  readonly #checker: ts.TypeChecker;
  readonly #components: Components;
  readonly #parser: NodeParser;
  readonly #properties: NodeParser;

  constructor(checker: ts.TypeChecker, components: Components, parser: NodeParser & SubNodeParser) {
    this.#checker = checker;
    this.#components = components;
    this.#parser = parser;
    this.#properties = new AnnotatedNodeParser(parser, new ExtendedAnnotationsReader(checker));
  }

  supportsNode(node: ts.Node): boolean {
    if (ts.isIntersectionTypeNode(node)) return true;
    const isReference = ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node);
    return isReference && (node.typeArguments?.length ?? 0) > 0 && this.#isPlain(this.#checker.getTypeAtLocation(node));
  }

  createType(node: ts.TypeNode): BaseType {
    const type = this.#checker.getTypeAtLocation(node);
    const id = `${node.getSourceFile().fileName} ${node.pos}`;
    // A schema that is composed of others is such a type itself: it would be looked up for ever.
    return ts.isIntersectionTypeNode(node) ? this.#ofProperties(type, id) : this.#fromType(type, id);
  }

  /** Whether a type is an object, or one of several, with properties alone: no list, no map. */
  #isPlain(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.every((one) => this.#isPlain(one));
    const isObject = type.isIntersection() || (type.flags & ts.TypeFlags.Object) !== 0;
    return isObject && !this.#checker.isArrayType(type) && this.#checker.getIndexInfosOfType(type).length === 0;
  }

  #fromType(type: ts.Type, id: string): BaseType {
    const name = this.#components.nameOf(type);
    if (name !== undefined) return this.#components.component(name, this.#parser, new Context());
    if (type.isUnion()) {
      return new UnionType(type.types.map((one, position) => this.#fromType(one, `${id} ${position}`)));
    }
    return this.#ofProperties(type, id);
  }

  #ofProperties(type: ts.Type, id: string): BaseType {
    const properties = type.getProperties().map((property) => this.#property(property));
    return new ObjectType(`derived ${id}`, [], properties, false);
  }

  #property(property: ts.Symbol): ObjectProperty {
    const declaration = property.declarations?.find(ts.isPropertySignature);
    const node = declaration?.type;
    if (declaration === undefined || node === undefined) throw new Error(`${property.name} is declared nowhere.`);
    const parse = () => this.#properties.createType(node, new Context());
    const type = this.#components.property(declaration, parse) ?? parse();
    return new ObjectProperty(property.name, type, (property.flags & ts.SymbolFlags.Optional) === 0);
  }
}
