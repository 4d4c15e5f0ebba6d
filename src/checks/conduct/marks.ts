import type {Vendor} from '../../engine/index.js';
import type {Mark} from '../../openapi/index.js';

const fromWeakest: readonly Mark[] = ['assumed', 'inferred', 'documented'];

/** The weakest mark of the rules with these ids; `otherwise` where the vendor knows none of them. */
export function weakestMark({rules}: Pick<Vendor, 'rules'>, ids: readonly string[], otherwise: Mark): Mark {
  const marks = new Set(rules.filter(({id}) => ids.includes(id)).map(({mark}) => mark));
  return fromWeakest.find((mark) => marks.has(mark)) ?? otherwise;
}
