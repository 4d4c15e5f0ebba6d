/** What programs may name. The engine knows no vendor, so it takes any text; whoever knows the vendors knows the names. */
export interface Names {
  readonly vendor: string;
  /** An `operationId`. */
  readonly operation: string;
  /** What behaviours can be set to, by full name: `{'dixa.dates': 'plain'}`. */
  readonly behaviours: Readonly<Record<string, unknown>>;
}

/** Something that names vendors and operations, with those there are. */
export type Named<Spec extends {readonly vendor?: string; readonly operation?: string}, N extends Names> = Omit<
  Spec,
  'vendor' | 'operation'
> & {readonly vendor?: N['vendor']; readonly operation?: N['operation']};
