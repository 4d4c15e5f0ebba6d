import type {components} from '../../../specs/dixa/generated/index.js';
import {instantOf} from '../dates.js';

type Schemas = components['schemas'];

/** Operators over a field that has no value, one, or several. */
type ValuesOperator =
  | Schemas['SingleOrEmptyOperator']
  | Schemas['MultipleOrEmptyOperator']
  | Schemas['ChannelOperator']
  | Schemas['DirectionOperator']
  | Schemas['StatusOperator'];

/** Whether the values of a field are as an operator says. */
export function meetsValues(operator: ValuesOperator): (values: readonly string[]) => boolean {
  if (operator._type === 'IsEmpty') return (values) => values.length === 0;
  if (operator._type === 'IsNotEmpty') return (values) => values.length > 0;
  const named = new Set<string>(operator.values);
  const holdsOne = (values: readonly string[]) => values.some((value) => named.has(value));
  const holdsAll = (values: readonly string[]) =>
    new Set(values.filter((value) => named.has(value))).size === named.size;
  switch (operator._type) {
    case 'IsOneOf':
    case 'IncludesOne':
      return holdsOne;
    case 'IsNotOneOf':
    case 'ExcludesAll':
      return (values) => !holdsOne(values);
    case 'IncludesAll':
      return holdsAll;
    case 'ExcludesOne':
      return (values) => !holdsAll(values);
  }
}

/** Whether the value of a custom attribute is as an operator says; a choice stands for all that lie below it. */
export function meetsPaths(
  operator: Schemas['CustomAttributeOperator'],
): (value: readonly string[] | undefined) => boolean {
  if (operator._type === 'IsEmpty') return (value) => value === undefined;
  if (operator._type === 'IsNotEmpty') return (value) => value !== undefined;
  const named = new Set(operator.values?.map((path) => JSON.stringify(path)));
  const isNamed = (value: readonly string[] = []) =>
    value.some((_, index) => named.has(JSON.stringify(value.slice(0, index + 1))));
  return operator._type === 'IsOneOf' ? isNamed : (value) => !isNamed(value);
}

/** A stretch of time, both ends inclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretch that an operator names; undefined when one of its times cannot be read. */
export function readTimes(operator: Schemas['TimestampOperator']): Stretch | undefined {
  switch (operator._type) {
    case 'Between':
      return stretch(instantOf(operator.timestampFrom), instantOf(operator.timestampTo));
    case 'Since':
      return stretch(instantOf(operator.timestamp), Infinity);
    case 'Until':
      return stretch(-Infinity, instantOf(operator.timestamp));
  }
}

function stretch(from: number | undefined, to: number | undefined): Stretch | undefined {
  return from === undefined || to === undefined ? undefined : {from, to};
}

/** Whether an instant lies in a stretch; none does where there is no stretch. */
export function meetsTime(stretch: Stretch | undefined): ((instant: number | undefined) => boolean) | undefined {
  return stretch && ((instant) => instant !== undefined && instant >= stretch.from && instant <= stretch.to);
}

/** Whether a length in milliseconds is as an operator says. */
export function meetsLength(operator: Schemas['DurationOperator']): (length: number | undefined) => boolean {
  const [least, most] =
    operator._type === 'Between'
      ? [operator.min, operator.max]
      : operator._type === 'LongerThanOrEqualTo'
        ? [operator.duration, Infinity]
        : [-Infinity, operator.duration];
  return (length) => length !== undefined && length >= least && length <= most;
}
