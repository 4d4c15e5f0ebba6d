import type {FaultSpec} from './fault.js';

/** Longest header that is read. */
const longest = 200;

const one = {
  fault: '(?:[45]\\d\\d|delay|drip|reset|empty|truncate|timeout)',
  parameter:
    '(?:(?:times|skip|every)=\\d{1,7}|probability=(?:0|1|0?\\.\\d{1,6}|1\\.0{1,6})|when=(?:before|after)' +
    '|(?:delay|for|over)=P[\\dWDTHMS.]{1,20}|html)',
};

/** A header `x-standin-fault` as it is written: `429;times=1`. Nothing of a caller's own can stand in it. */
export const faultHeader = new RegExp(`^${one.fault}(?: ?; ?${one.parameter})*$`);

/**
 * Reads a header `x-standin-fault`: a fault, and its parameters behind semicolons.
 * @throws RangeError with a sentence that says how it is written.
 */
export function readFaultHeader(text: string): FaultSpec {
  if (text.length > longest || !faultHeader.test(text))
    throw new RangeError(
      'x-standin-fault cannot be read: write a status or a thing of the wire, and behind semicolons times, skip, every, ' +
        'probability, when, delay, for, over or html, such as 429;times=1 or timeout;for=PT5S.',
    );
  const [fault = '', ...parameters] = text.split(';').map((part) => part.trim());
  const names = parameters.map((parameter) => parameter.split('=', 1)[0] as string);
  const repeated = names.find((name, position) => names.indexOf(name) !== position);
  if (repeated !== undefined) throw new RangeError(`x-standin-fault says "${repeated}" twice: say it once.`);
  return {fault, ...(Object.fromEntries(parameters.map(valueOf)) as Partial<FaultSpec>)};
}

function valueOf(parameter: string): [string, string | number | boolean] {
  const [name = '', value] = parameter.split('=', 2);
  if (value === undefined) return [name, true];
  return [name, /^\d|^\./.test(value) ? Number(value) : value];
}
