import {
  DefinitionType,
  derefType,
  LiteralType,
  ObjectProperty,
  ObjectType,
  UnionType,
  type BaseType,
  type Context,
  type Definition,
  type NodeParser,
  type SubNodeParser,
  type SubTypeFormatter,
} from 'ts-json-schema-generator';
import ts from 'typescript';
import type {OpenApiDocument, Schema} from '../../src/openapi/document.js';

/** What a reference to a schema of the document begins with, until it is known where that schema will stand. */
export const componentReference = 'component:';

/**
 * A type that the document has a schema for. Taken as it is, that schema stands for it, with all that types cannot say:
 * formats, patterns, bounds. Looked into, it is the type that was made of that schema.
 */
class DocumentType extends DefinitionType {
  readonly schema: Definition;
  readonly #parse: () => BaseType;

  constructor(name: string, schema: Definition, parse: () => BaseType) {
    // The type is made when somebody looks into it, since schemas may hold themselves.
    super(name, undefined as unknown as BaseType);
    this.schema = schema;
    this.#parse = parse;
  }

  override getType(): BaseType {
    return this.#parse();
  }

  override getId(): string {
    return `document-${this.getName()}`;
  }
}

/** Writes a {@link DocumentType} as the document has it. */
export class DocumentTypeFormatter implements SubTypeFormatter {
  supportsType(type: BaseType): boolean {
    return type instanceof DocumentType;
  }

  getDefinition(type: DocumentType): Definition {
    return type.schema;
  }

  getChildren(): BaseType[] {
    return [];
  }
}

/** The schemas of a document beside the types that openapi-typescript made of them. */
export class Components {
  /** The type of `components['schemas']`. */
  readonly type: ts.Type;
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #nodes: ReadonlyMap<string, ts.TypeNode>;
  readonly #names: ReadonlyMap<ts.Type, string>;

  /** @param types the source file that openapi-typescript made. */
  constructor(document: OpenApiDocument, types: ts.SourceFile, checker: ts.TypeChecker) {
    const literal = schemasIn(types);
    this.type = checker.getTypeFromTypeNode(literal);
    this.#schemas = document.components?.schemas as Readonly<Record<string, Schema>>;
    this.#nodes = new Map(literal.members.filter(isTyped).map(({name, type}) => [textOf(name), type]));
    this.#names = new Map([...this.#nodes].map(([name, node]) => [checker.getTypeFromTypeNode(node), name]));
  }

  /** The name of the schema that a type was made of as a whole. */
  nameOf(type: ts.Type): string | undefined {
    return this.#names.get(type);
  }

  /** The type of a schema. */
  component(name: string, parser: NodeParser, context: Context): BaseType {
    const node = this.#nodes.get(name);
    if (node === undefined) throw new Error(`The document has no schema ${name}.`);
    return new DocumentType(name, {$ref: componentReference + name}, () =>
      this.#withParts(name, node, parser, context),
    );
  }

  /** The type of a property as the document has it, if that is where it is declared. */
  property(declaration: ts.PropertySignature, parse: () => BaseType): BaseType | undefined {
    const owner = ts.findAncestor(
      declaration,
      (node): node is ts.PropertySignature => node !== declaration && ts.isPropertySignature(node),
    );
    const name = owner && textOf(owner.name);
    if (name === undefined || owner?.type !== this.#nodes.get(name)) return undefined;
    return this.#part(name, textOf(declaration.name), parse());
  }

  /** The type made of a schema, with the properties that the schema declares as the document has them. */
  #withParts(name: string, node: ts.TypeNode, parser: NodeParser, context: Context): BaseType {
    const type = parser.createType(node, context);
    const object = derefType(type);
    if (!(object instanceof ObjectType)) return type;
    const properties = object.getProperties().map((property) => {
      const part = this.#part(name, property.getName(), property.getType());
      return part ? new ObjectProperty(property.getName(), part, property.isRequired()) : property;
    });
    return new ObjectType(object.getId(), object.getBaseTypes(), properties, object.getAdditionalProperties());
  }

  #part(name: string, property: string, type: BaseType): BaseType | undefined {
    const schema = this.#schemas[name]?.properties?.[property] as Definition | undefined;
    const part = derefType(type);
    // A literal says all there is, and others may be looked up by it.
    if (schema === undefined || part instanceof LiteralType) return schema && part;
    return new DocumentType(`${name}.${property}`, schema, () => part);
  }
}

/** Reads `components['schemas']['X']`, however it is spelled. */
export class ComponentParser implements SubNodeParser {
  readonly #checker: ts.TypeChecker;
  readonly #components: Components;
  readonly #parser: NodeParser;

  constructor(checker: ts.TypeChecker, components: Components, parser: NodeParser) {
    this.#checker = checker;
    this.#components = components;
    this.#parser = parser;
  }

  supportsNode(node: ts.Node): boolean {
    return (
      ts.isIndexedAccessTypeNode(node) && this.#checker.getTypeFromTypeNode(node.objectType) === this.#components.type
    );
  }

  createType(node: ts.IndexedAccessTypeNode, context: Context): BaseType {
    const index = derefType(this.#parser.createType(node.indexType, context));
    const names = index instanceof UnionType ? index.getFlattenedTypes(derefType) : [index];
    const types = names.map((name) =>
      this.#components.component(String((name as LiteralType).getValue()), this.#parser, context),
    );
    return types.length === 1 ? (types[0] as BaseType) : new UnionType(types);
  }
}

function schemasIn(types: ts.SourceFile): ts.TypeLiteralNode {
  const components = types.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'components',
  );
  const schemas = components?.members.filter(isTyped).find(({name}) => textOf(name) === 'schemas');
  if (!schemas || !ts.isTypeLiteralNode(schemas.type)) throw new Error(`${types.fileName} has no schemas.`);
  return schemas.type;
}

function isTyped(member: ts.TypeElement): member is ts.PropertySignature & {readonly type: ts.TypeNode} {
  return ts.isPropertySignature(member) && member.type !== undefined;
}

function textOf(name: ts.PropertyName): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}
