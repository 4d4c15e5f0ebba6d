import type {Operation} from './operations.js';

/** What a method and a path lead to. */
export type Match =
  | {readonly kind: 'found'; readonly operation: Operation; readonly params: Readonly<Record<string, string>>}
  | {readonly kind: 'wrong-method'; readonly allowed: readonly string[]}
  | {readonly kind: 'unknown'}
  | {readonly kind: 'bad-encoding'};

interface Node {
  readonly literal: Map<string, Node>;
  /** A segment that is a parameter; `allowed` when the document lists its values (an API version). */
  parameter?: {readonly node: Node; readonly allowed: ReadonlySet<string> | undefined};
  readonly operations: Map<string, {operation: Operation; names: readonly string[]}>;
}

/** Finds operations by method and path. Literal segments win over parameters, as in the vendors' own routers. */
export class Router {
  readonly #root: Node = newNode();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) this.#add(operation);
  }

  match(method: string, path: string): Match {
    const segments = decodeSegments(path);
    if (segments === undefined) return {kind: 'bad-encoding'};
    const values: string[] = [];
    const node = descend(this.#root, segments, 0, values);
    if (node === undefined) return {kind: 'unknown'};
    const found = node.operations.get(method);
    if (found === undefined) return {kind: 'wrong-method', allowed: [...node.operations.keys()]};
    const params: Record<string, string> = {};
    found.names.forEach((name, position) => (params[name] = values[position] as string));
    return {kind: 'found', operation: found.operation, params};
  }

  #add(operation: Operation): void {
    const names: string[] = [];
    let node = this.#root;
    for (const segment of operation.path.split('/').slice(1)) {
      if (segment.startsWith('{')) {
        const name = segment.slice(1, -1);
        names.push(name);
        node.parameter ??= {node: newNode(), allowed: allowedValues(operation, name)};
        node = node.parameter.node;
      } else {
        const next: Node = node.literal.get(segment) ?? newNode();
        node.literal.set(segment, next);
        node = next;
      }
    }
    node.operations.set(operation.method, {operation, names});
  }
}

function newNode(): Node {
  return {literal: new Map(), operations: new Map()};
}

function allowedValues(operation: Operation, name: string): ReadonlySet<string> | undefined {
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  return parameter?.enum === undefined ? undefined : new Set(parameter.enum.map(String));
}

/** Depth first, so that a literal branch that ends in nothing falls back to the parameter beside it. */
function descend(node: Node, segments: readonly string[], position: number, values: string[]): Node | undefined {
  if (position === segments.length) return node.operations.size > 0 ? node : undefined;
  const segment = segments[position] as string;
  const literal = node.literal.get(segment);
  const found = literal && descend(literal, segments, position + 1, values);
  if (found) return found;
  const {parameter} = node;
  if (parameter === undefined || segment === '' || parameter.allowed?.has(segment) === false) return undefined;
  values.push(segment);
  const below = descend(parameter.node, segments, position + 1, values);
  if (below === undefined) values.pop();
  return below;
}

function decodeSegments(path: string): string[] | undefined {
  const segments = path.split('/').slice(1);
  if (!path.includes('%')) return segments;
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
