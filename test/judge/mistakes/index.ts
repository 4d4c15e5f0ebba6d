import {addresses} from './addresses.js';
import {credentials} from './credentials.js';
import {forgotten} from './forgotten.js';
import {ignored} from './ignored.js';
import type {Mistake} from './mistake.js';
import {values} from './values.js';

export type {Mistake, Pick, Told} from './mistake.js';

/** Everything that a client can do wrong here. */
export const mistakes: readonly Mistake[] = [...addresses, ...credentials, ...ignored, ...values, ...forgotten];
