import type {FaultSpec, KnownNames, ScenarioName, Standin, VendorName} from '../../src/index.js';

/** The ways in which callers reach a stand-in, in the order of the table; the first is what the others are held against. */
export const faceNames = ['http', 'express', 'fetch', 'msw2', 'msw3', 'chromium'] as const;

/** One of {@link faceNames}. */
export type FaceName = (typeof faceNames)[number];

/** What each is called in the table. */
export const titles: Readonly<Record<FaceName, string>> = {
  http: 'HTTP',
  express: 'Express mount',
  fetch: 'In-process fetch',
  msw2: 'MSW 2 in Node',
  msw3: 'MSW 3 in Node',
  chromium: 'MSW 2 in Chromium',
};

/** Bytes as a text that JSON can carry: each character is one of them. */
export type Bytes = string;

/** A call of a vendor, the same on every face. */
export interface Call {
  readonly vendor: VendorName;
  readonly method: string;
  /** Path and query as the vendor knows them. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Bytes;
}

/** What is done with a stand-in: a call, time that passes, or something that goes wrong from now on. */
export type Step = {readonly call: Call} | {readonly advance: string} | {readonly fault: FaultSpec};

/** What a caller got. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
}

/** A call that got no whole answer, with the name of the error that `fetch` or the reading of the body ended with. */
export interface Failure {
  readonly failed: string;
}

export type Outcome = Answer | Failure;

/** How the stand-in of a transcript is made, beside what is the same for all. */
export interface Situation {
  readonly vendor: VendorName;
  readonly scenario?: ScenarioName;
  /** By full name. */
  readonly behaviours?: KnownNames['behaviours'];
}

/** A stand-in of a transcript's own that is reached through one face. */
export interface Connection {
  /** Where the vendor is found there, without a slash at the end. */
  base(vendor: VendorName): string;
  fetch(url: string, init: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** How a face in this process reaches a stand-in. */
export type Connect = (standin: Standin) => Promise<Connection>;

/** Carries steps out on a new stand-in, and tells what became of each call. */
export interface Player {
  play(situation: Situation, steps: readonly Step[]): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** A face as the certificate uses it. */
export interface Face {
  readonly name: FaceName;
  /** It lives in another process, so that it can be measured beside those of this one. */
  readonly isApart: boolean;
  /** Why it is not to be had on this machine; undefined where it is. */
  missing(): string | undefined;
  open(): Promise<Player>;
}
