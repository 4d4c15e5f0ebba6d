import fc from 'fast-check';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {describe, expect, it} from 'vitest';
import type {CheckReport} from '../report.js';
import {junitReport} from './junit.js';
import {aFailedStep, aReport, aStep, aVendor, aWorkflow, hostileReport, judged, mixed} from './test-report.js';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

type Ordered = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ...{preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false},
  ...{parseTagValue: false, parseAttributeValue: false, ignoreDeclaration: true},
});

/** What an XML parser makes of a report; it must be one, of characters that XML 1.0 has. */
function read(report: CheckReport): Node {
  const xml = junitReport(report);
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).not.toMatch(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const [root] = (parser.parse(xml) as readonly Ordered[]).filter((entry) => !('#text' in entry)).map(nodeOf);
  return root!;
}

function nodeOf(entry: Ordered): Node {
  const name = Object.keys(entry).find((key) => key !== ':@')!;
  const inside = entry[name] as readonly Ordered[];
  return {
    name,
    attributes: (entry[':@'] ?? {}) as Readonly<Record<string, string>>,
    children: inside.filter((child) => !('#text' in child)).map(nodeOf),
    text: inside.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
  };
}

/** Elements and attributes that Jenkins' `junit-10.xsd` allows, as far as reports have them. */
const allowed: Readonly<
  Record<string, {readonly attributes: readonly string[]; readonly children: readonly string[]}>
> = {
  testsuites: {attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite']},
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp', 'file'],
    children: ['properties', 'testcase'],
  },
  properties: {attributes: [], children: ['property']},
  property: {attributes: ['name', 'value'], children: []},
  testcase: {attributes: ['name', 'time', 'classname'], children: ['skipped', 'error', 'failure', 'system-out']},
  failure: {attributes: ['type', 'message'], children: []},
  error: {attributes: ['type', 'message'], children: []},
  skipped: {attributes: ['message'], children: []},
  'system-out': {attributes: [], children: []},
};

function expectAllowed(node: Node): void {
  const {attributes, children} = allowed[node.name]!;
  expect(attributes).toEqual(expect.arrayContaining(Object.keys(node.attributes)));
  expect(children).toEqual(expect.arrayContaining(node.children.map(({name}) => name)));
  node.children.forEach(expectAllowed);
}

const named = (node: Node, name: string): readonly Node[] => node.children.filter((child) => child.name === name);
const casesOf = (suite: Node): readonly Node[] => named(suite, 'testcase');
const milliseconds = (node: Node): number => Math.round(Number(node.attributes.time) * 1000);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Each sum as it is written, against what is written below it. */
function expectSums(root: Node): void {
  for (const suite of root.children) {
    const cases = casesOf(suite);
    const having = (name: string): string => String(cases.filter((one) => named(one, name).length > 0).length);
    expect(suite.attributes).toMatchObject({
      ...{
        tests: String(cases.length),
        failures: having('failure'),
        errors: having('error'),
        skipped: having('skipped'),
      },
    });
    expect(milliseconds(suite)).toBe(sum(cases.map(milliseconds)));
  }
  for (const count of ['tests', 'failures', 'errors']) {
    expect(Number(root.attributes[count])).toBe(sum(root.children.map(({attributes}) => Number(attributes[count]))));
  }
  expect(milliseconds(root)).toBe(sum(root.children.map(milliseconds)));
}

describe('junit', () => {
  const root = read(mixed);

  it('has a suite for each workflow, and a case for each step', () => {
    expect(root.children.map(({attributes}) => attributes.name)).toEqual(['notes.closing', 'notes.tags']);
    expect(root.children[0]?.attributes.file).toBe('contracts/notes/closing.arazzo.yaml');
    expect(casesOf(root.children[0]!).map(({attributes}) => [attributes.classname, attributes.name])).toEqual([
      ['notes.closing', 'create (getNotes)'],
      ['notes.closing', 'close (getNotes)'],
      ['notes.closing', 'read-again (getNotes)'],
      ['notes.closing', 'close-twice (getNotes)'],
    ]);
  });

  it('says failure for what is broken, error for what could not run, skipped with its reason; learned is a note', () => {
    const verdicts = root.children.flatMap(casesOf).map((one) => one.children.map(({name}) => name));
    expect(verdicts).toEqual([
      ...[[], ['failure'], ['system-out'], ['failure', 'system-out']],
      ...[['error'], ['skipped'], ['skipped'], ['skipped']],
    ]);
    expect(casesOf(root.children[1]!)[1]?.children[0]?.attributes.message).toBe('The target is read only.');
    expect(casesOf(root.children[0]!)[2]?.children[0]?.text).toContain('body: The title has a blank.');
  });

  it('tells all failures of a step in one element', () => {
    const [failure] = casesOf(root.children[0]!)[3]!.children;
    expect(failure?.attributes).toEqual({
      type: 'status',
      message: 'The answer has a value of the wrong type. (and 1 more)',
    });
    expect(failure?.text).toContain('expected  409\ngot       200');
    expect(failure?.text).toContain('body: The answer lacks a field.');
    expect(failure?.text).toContain('repeat    curl -H "Authorization: $NOTES_API_KEY"');
  });

  it('counts 8 cases, 2 failures and 1 error', () => {
    expect(root.attributes).toMatchObject({tests: '8', failures: '2', errors: '1', time: '0.032'});
  });

  it('adds up times as they are written, not as they were measured', () => {
    const steps = ['a', 'b', 'c'].map((id) => aStep({id, milliseconds: 0.4}));
    const report = read(
      aReport(aVendor([aWorkflow('short', steps), aWorkflow('long', [aStep({milliseconds: 61_234.5})])])),
    );
    expectSums(report);
    expect(report.attributes.time).toBe('61.235');
  });

  it('keeps a text that would end its section', () => {
    const text = 'a]]></failure><x y="1">&amp;\u0000\u001b';
    const [failure] = casesOf(
      read(aReport(aVendor([aWorkflow('w', [aFailedStep('s', {got: text})])]))).children[0]!,
    )[0]!.children;
    expect(failure?.text).toContain('got       a]]></failure><x y="1">&amp;\\u0000\\u001b\n');
  });

  it('has a suite for each operation that was asked for, a case for each request, and the others as properties', () => {
    const requests = read(judged);
    expectAllowed(requests);
    expectSums(requests);
    expect(requests.attributes.name).toBe('standin judge');
    const [notes, unknown] = requests.children;
    expect([notes, unknown].map((suite) => suite?.attributes.name)).toEqual([
      'notes.getNotes',
      'notes.unknown operations',
    ]);
    expect(casesOf(notes!).map(({attributes}) => attributes.name)).toEqual([
      ...['entry 1 (getNotes)', 'entry 4 (getNotes)', 'entry 5 (getNotes)'],
    ]);
    expect(named(notes!, 'properties')[0]?.children.map(({attributes: {name, value}}) => [name, value])).toEqual([
      ['summary', 'List notes'],
      ['target', 'logs/traffic.har'],
      ['only counted', '12 passed'],
      ['left out', '7 × The call is to none of the vendors., the first at logs/traffic.har:9:5 (/log/entries/0)'],
      ['left out', '1 × The call has no answer.'],
    ]);
    const [failure] = casesOf(notes!)[1]!.children;
    expect(failure?.attributes.type).toBe('ignored');
    expect(failure?.text).toContain('instead   Send `limit` in the query.\nsent in   logs/traffic.har:88:11 (/log/');
  });

  it('is well formed, adds up and keeps to the schema of Jenkins, whatever servers say', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const hostile = read(report);
        expectAllowed(hostile);
        expectSums(hostile);
        const workflows = report.vendors.flatMap((vendor) => vendor.workflows);
        const onlyCounted = sum(workflows.map(({more}) => more?.total ?? 0));
        expect(hostile.children.flatMap(casesOf)).toHaveLength(report.counts.total - onlyCounted);
      }),
      {numRuns: 60},
    );
  });
});
