import type {Operation} from './operations.js';

/** What a method and a path lead to. */
export type Match =
  | {readonly kind: 'found'; readonly operation: Operation; readonly params: Readonly<Record<string, string>>}
  | {readonly kind: 'wrong-method'; readonly allowed: readonly string[]}
  | {readonly kind: 'unknown'}
  | {readonly kind: 'bad-encoding'};

interface Node {
  readonly literal: Map<string, Node>;
  /** Segments that are parameters: one branch for each set of values that the document lists (an API version). */
  readonly parameters: {readonly node: Node; readonly allowed: ReadonlySet<string> | undefined}[];
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
    const found = descend(this.#root, segments, 0, values, (node) => node.operations.has(method));
    if (found === undefined) {
      const other = descend(this.#root, segments, 0, values, (node) => node.operations.size > 0);
      return other ? {kind: 'wrong-method', allowed: [...other.operations.keys()]} : {kind: 'unknown'};
    }
    const {operation, names} = found.operations.get(method) as {operation: Operation; names: readonly string[]};
    const params: Record<string, string> = {};
    names.forEach((name, position) => (params[name] = values[position] as string));
    return {kind: 'found', operation, params};
  }

  #add(operation: Operation): void {
    const names: string[] = [];
    let node = this.#root;
    for (const segment of operation.path.split('/').slice(1)) {
      if (segment.startsWith('{')) {
        const name = segment.slice(1, -1);
        names.push(name);
        node = parameterBranch(node, allowedValues(operation, name));
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
  return {literal: new Map(), parameters: [], operations: new Map()};
}

function parameterBranch({parameters}: Node, allowed: ReadonlySet<string> | undefined): Node {
  const same = parameters.find((one) => listOf(one.allowed) === listOf(allowed));
  if (same) return same.node;
  const node = newNode();
  parameters.push({node, allowed});
  // Listed values are nearer to literals than a parameter that takes anything.
  parameters.sort((a, b) => Number(a.allowed === undefined) - Number(b.allowed === undefined));
  return node;
}

function listOf(allowed: ReadonlySet<string> | undefined): string {
  return JSON.stringify(allowed && [...allowed].sort());
}

function allowedValues(operation: Operation, name: string): ReadonlySet<string> | undefined {
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  return parameter?.enum === undefined ? undefined : new Set(parameter.enum.map(String));
}

/** Depth first, so that a literal branch that ends in nothing falls back to the parameter beside it. */
function descend(
  node: Node,
  segments: readonly string[],
  position: number,
  values: string[],
  fits: (node: Node) => boolean,
): Node | undefined {
  if (position === segments.length) return fits(node) ? node : undefined;
  const segment = segments[position] as string;
  const literal = node.literal.get(segment);
  const found = literal && descend(literal, segments, position + 1, values, fits);
  if (found) return found;
  if (segment === '') return undefined;
  for (const parameter of node.parameters) {
    if (parameter.allowed?.has(segment) === false) continue;
    values.push(segment);
    const below = descend(parameter.node, segments, position + 1, values, fits);
    if (below) return below;
    values.pop();
  }
  return undefined;
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
