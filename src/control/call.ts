import type {operations} from '../../specs/standin/generated/index.js';
import type {Engine, Inputs, PlainResponse, Replies} from '../engine/index.js';
import type {ProblemDetails} from './problem.js';

/** The operations of the control plane, as its document has them. */
export type Operations = operations;

/** What the control plane tells of the stand-in's addresses and credentials. */
export type Info = Answers<'getInfo'>;

/** What a handler of the control plane works with. */
export interface Control {
  readonly engine: Engine;
  /** Addresses as a caller at this origin sees them, and the sandbox's credentials. */
  readonly infoOf: (sandbox: string, origin: string) => Info;
}

/** A request to the control plane as its handler sees it. */
export type ControlCall<Id extends keyof operations> = Inputs<operations[Id]> &
  Control & {
    readonly sandbox: string;
    readonly origin: string;
    /** Header parameters that the document declares, by their names there. */
    readonly header: NonNullable<operations[Id]['parameters']['header']>;
  };

/** An answer that goes on while its caller listens. */
export interface Streamed {
  readonly status: 200;
  readonly stream: {readonly type: string; readonly chunks: NonNullable<PlainResponse['stream']>};
}

/** Carries out one operation of the control plane. */
export type Handler<Id extends keyof operations> = (
  call: ControlCall<Id>,
) => Promise<Replies<operations[Id]> | ProblemDetails | Streamed>;

/** The JSON body of an operation's good answers. */
export type Answers<Id extends keyof operations> = {
  [Status in keyof operations[Id]['responses'] & (200 | 201 | 204)]: operations[Id]['responses'][Status] extends {
    readonly content: {readonly 'application/json': infer Body};
  }
    ? Body
    : undefined;
}[keyof operations[Id]['responses'] & (200 | 201 | 204)];
