/**
 * The formats that the documents name, judged as the package ajv-formats judges them: it takes an offset without a colon,
 * a space for the `T`, and leap seconds where one can be.
 */
export const formats: Readonly<Record<string, Format>> = {
  'date-time': {
    type: 'string',
    holds: (text) => {
      const [date = '', time = '', ...more] = text.split(/t|\s/i);
      return more.length === 0 && isDate(date) && isTime(time);
    },
  },
  date: {type: 'string', holds: isDate},
  email: matching(
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
  ),
  uuid: matching(/^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
  int32: {type: 'number', holds: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31},
  int64: {type: 'number', holds: (value) => Number.isInteger(value)},
};

/** A format, and which values it is about. */
export type Format =
  | {readonly type: 'string'; readonly holds: (value: string) => boolean}
  | {readonly type: 'number'; readonly holds: (value: number) => boolean};

function matching(pattern: RegExp): Format {
  return {type: 'string', holds: (text) => pattern.test(text)};
}

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && isLeapYear ? 29 : (daysOf[month - 1] ?? 0));
}

function isTime(text: string): boolean {
  const parts = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i.exec(text);
  if (parts === null) return false;
  const [hour, minute, second] = parts.slice(1, 4).map(Number) as [number, number, number];
  const sign = parts[4] === '-' ? -1 : 1;
  const [hours, minutes] = [Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (hours > 23 || minutes > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  const minuteThere = minute - minutes * sign;
  const hourThere = hour - hours * sign - (minuteThere < 0 ? 1 : 0);
  return (hourThere === 23 || hourThere === -1) && (minuteThere === 59 || minuteThere === -1) && second < 61;
}
