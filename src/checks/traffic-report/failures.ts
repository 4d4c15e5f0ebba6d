import type {Vendor} from '../../engine/index.js';
import type {Mark} from '../../openapi/index.js';
import type {Breach} from '../conduct/index.js';
import type {Failure, Place, RuleReference, Severity} from '../report.js';
import type {WhereInTraffic} from './traffic.js';

/** The place of a pointer in a vendor's document; undefined where its lines are not known. */
export type SpecPlaces = (vendor: string, pointer: string) => Place | undefined;

/** What a failure is told with. */
export interface FailureOptions {
  readonly vendor: Vendor;
  readonly where: WhereInTraffic;
  readonly mark: Mark;
  /** Pointers in the vendor's document by pointers in the entry. */
  readonly said: ReadonlyMap<string, string>;
  readonly specPlaces: SpecPlaces;
}

const marks: readonly Mark[] = ['documented', 'inferred', 'assumed'];

/** A breach as a report tells it. */
export function failureOf(breach: Breach, {vendor, where, mark, said, specPlaces}: FailureOptions): Failure {
  const {kind, message, pointer, instead} = breach;
  const operation = vendor.operationList.find(({id}) => id === breach.operation);
  const document = said.get(pointer) ?? operation?.pointer;
  const spec = document === undefined ? undefined : specPlaces(vendor.name, document);
  return {
    check: kind,
    severity: severityOf(breach, mark),
    message,
    pointer,
    expected: '',
    got: '',
    ...(instead !== '' && {instead}),
    mark: breach.mark,
    rules: breach.rules.flatMap((id) => ruleOf(vendor, id) ?? []),
    ...(spec && {spec}),
    traffic: where.placeOf(pointer),
  };
}

/** What is less sure than what is judged by was only learned. */
export function severityOf({mark}: Breach, judgedBy: Mark): Severity & ('broken' | 'learned') {
  return marks.indexOf(mark) > marks.indexOf(judgedBy) ? 'learned' : 'broken';
}

function ruleOf({rules}: Vendor, id: string): RuleReference | undefined {
  const rule = rules.find((one) => one.id === id);
  return rule && {id, statement: rule.statement, mark: rule.mark, ...(rule.source && {source: rule.source})};
}
