/** Things that were left out for one reason, in their order. */
export interface LeftOutTogether<One> {
  readonly why: string;
  readonly first: One;
  readonly all: readonly One[];
}

/** What was left out by reasons, so that each is told once. */
export function byReason<One extends {readonly why: string}>(leftOut: readonly One[]): readonly LeftOutTogether<One>[] {
  const reasons = new Map<string, {readonly why: string; readonly first: One; readonly all: One[]}>();
  for (const one of leftOut) {
    const known = reasons.get(one.why);
    if (known) known.all.push(one);
    else reasons.set(one.why, {why: one.why, first: one, all: [one]});
  }
  return [...reasons.values()];
}
