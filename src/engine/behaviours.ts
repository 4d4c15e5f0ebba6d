import {formatDuration, parseDuration} from '../time/index.js';

/** A switch for something that is only assumed of a vendor: `T` as handlers read it, `S` as a configuration has it. */
export interface Behaviour<T extends BehaviourValue = BehaviourValue, S extends BehaviourValue = BehaviourValue> {
  /** The rule it belongs to: `DIXA-35`. */
  readonly rule: string;
  /** One sentence for the table in the docs. */
  readonly about: string;
  readonly default: T;
  /** The values it may have, for people: `documented | plain`, `a duration such as PT1S`. */
  readonly values: string;
  /** Reads a value from a configuration; undefined when it is none of the values. */
  readonly read: (value: unknown) => T | undefined;
  /** Writes a value as a configuration has it; absent where that is the value itself. */
  write?(this: void, value: T): S;
}

export type BehaviourValue = string | number | boolean;

/** The behaviours of a vendor, by name. */
export type Behaviours = Readonly<Record<string, Behaviour>>;

/** Their values, as handlers read them. */
export type BehaviourValues<B extends Behaviours> = {readonly [Name in keyof B]: B[Name]['default']};

/** What a configuration may set them to, by full name: `{'dixa.dates': 'plain'}`. */
export type BehaviourSettings<Vendor extends string, B extends Behaviours> = {
  readonly [Name in keyof B & string as `${Vendor}.${Name}`]?: B[Name] extends Behaviour<infer _, infer S> ? S : never;
};

type About = {readonly rule: string; readonly about: string};

/** One of a few words; the first is the default. */
export function choice<T extends string>(values: readonly [T, ...T[]], {rule, about}: About): Behaviour<T, T> {
  const read = (value: unknown) => values.find((one) => one === value);
  return {rule, about, default: values[0], values: values.join(' | '), read};
}

/** On or off. */
export function flag(byDefault: boolean, {rule, about}: About): Behaviour<boolean, boolean> {
  const read = (value: unknown) =>
    typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;
  return {rule, about, default: byDefault, values: 'true | false', read};
}

/** A length of time on the sandbox's clock, written as in ISO 8601 and read as milliseconds. `max` is the longest. */
export function duration(
  byDefault: string,
  {rule, about, max}: About & {readonly max?: string},
): Behaviour<number, string> {
  const longest = max === undefined ? Infinity : (parseDuration(max) as number);
  const read = (value: unknown) => {
    const length = typeof value === 'string' ? parseDuration(value) : undefined;
    return length !== undefined && length <= longest ? length : undefined;
  };
  const values = `a duration such as PT1S${max === undefined ? '' : `, up to ${max}`}`;
  return {rule, about, default: parseDuration(byDefault) as number, values, read, write: formatDuration};
}

/** A whole number within bounds. */
export function integer(
  byDefault: number,
  bounds: {readonly min: number; readonly max: number},
  {rule, about}: About,
): Behaviour<number, number> {
  const read = (value: unknown) => {
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    const fits = typeof number === 'number' && Number.isInteger(number) && number >= bounds.min && number <= bounds.max;
    return fits ? number : undefined;
  };
  return {rule, about, default: byDefault, values: `${bounds.min} to ${bounds.max}`, read};
}

/** A text of a certain form, such as an address. `accepts` says which; the empty text is always one: it switches off. */
export function text({
  rule,
  about,
  values,
  accepts,
}: About & {
  readonly values: string;
  readonly accepts: (text: string) => boolean;
}): Behaviour<string, string> {
  const read = (value: unknown) => (typeof value === 'string' && (value === '' || accepts(value)) ? value : undefined);
  return {rule, about, default: '', values, read};
}

/** The values of one vendor's behaviours: those they begin with, with what is set by name (`dixa.dates`) over them. */
export function behaviourValues(
  vendor: string,
  behaviours: Behaviours,
  settings: Readonly<Record<string, unknown>>,
  beginning: Readonly<Record<string, BehaviourValue>> = {},
): Readonly<Record<string, BehaviourValue>> {
  const values: Record<string, BehaviourValue> = {};
  for (const [name, behaviour] of Object.entries(behaviours)) {
    const setting = settings[`${vendor}.${name}`];
    const value = setting === undefined ? (beginning[name] ?? behaviour.default) : behaviour.read(setting);
    if (value === undefined) {
      throw new RangeError(
        `The behaviour ${vendor}.${name} cannot be ${JSON.stringify(setting)}: use ${behaviour.values}.`,
      );
    }
    values[name] = value;
  }
  return values;
}

/** One vendor's behaviours by their full names, written as in a configuration. */
export function behaviourSettings(
  vendor: string,
  behaviours: Behaviours,
  values: Readonly<Record<string, BehaviourValue>>,
): Readonly<Record<string, BehaviourValue>> {
  return Object.fromEntries(
    Object.entries(behaviours).map(([name, {default: byDefault, write = same}]) => [
      `${vendor}.${name}`,
      write(values[name] ?? byDefault),
    ]),
  );
}

/**
 * Refuses behaviours that none of the vendors has.
 * @throws RangeError naming the first one, and those there are.
 */
export function checkBehaviourNames(
  settings: Readonly<Record<string, unknown>>,
  vendors: readonly {readonly name: string; readonly behaviours: Behaviours}[],
): void {
  const known = vendors.flatMap(({name, behaviours}) => Object.keys(behaviours).map((key) => `${name}.${key}`));
  const unknown = Object.keys(settings).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const ofVendor = known.filter((name) => name.split('.')[0] === unknown.split('.')[0]);
  throw new RangeError(`There is no behaviour ${unknown}: use ${(ofVendor.length > 0 ? ofVendor : known).join(', ')}.`);
}

function same<T>(value: T): T {
  return value;
}
