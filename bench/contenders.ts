import type {BenchedOperation} from './operations.js';

/** The bytes that the stand-in answers, for those who only repeat them. */
export interface Sample {
  readonly type: string;
  readonly body: string;
}

/** Something that answers the call. */
export interface Contender {
  readonly name: string;
  /** What stands before the vendor's own path. */
  readonly prefix: (operation: BenchedOperation) => string;
  readonly command: (operation: BenchedOperation, port: number) => readonly string[];
  readonly environment: (operation: BenchedOperation, port: number, sample: Sample) => Readonly<Record<string, string>>;
  /** Requests that it has answered, at the least, when its memory is looked at. */
  readonly amount: number;
}

const repeat = (operation: BenchedOperation, port: number, sample: Sample) => ({
  PORT: String(port),
  STATUS: String(operation.status),
  TYPE: sample.type,
  BODY: sample.body,
  METHOD: operation.method,
  ROUTE: operation.path.split('?', 1)[0] ?? '/',
});

export const contenders: readonly Contender[] = [
  {
    name: 'standin',
    prefix: ({vendor}) => `/${vendor}`,
    command: (_, port) => ['node', 'dist/cli/main.js', 'start', '--port', String(port), '--log-level', 'error'],
    environment: () => ({}),
    amount: 50_000,
  },
  {
    name: 'prism mock',
    prefix: () => '',
    command: ({vendor}, port) => [
      'node',
      'node_modules/@stoplight/prism-cli/dist/index.js',
      'mock',
      '-p',
      String(port),
      `specs/${vendor}/openapi.yaml`,
    ],
    environment: () => ({}),
    amount: 5_000,
  },
  {
    name: 'express, same bytes',
    prefix: () => '',
    command: () => ['node', 'bench/servers/express.mjs'],
    environment: repeat,
    amount: 50_000,
  },
  {
    name: 'node:http, same bytes',
    prefix: () => '',
    command: () => ['node', 'bench/servers/bare.mjs'],
    environment: repeat,
    amount: 50_000,
  },
];
