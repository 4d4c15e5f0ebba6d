import {questionsOf} from '../../engine/desks.js';
import type {Handler} from '../call.js';
import {asked} from './asked.js';

export const verify: Handler<'verify'> = ({engine, sandbox, body}) =>
  asked(async () => {
    const {journal} = await engine.sandbox(sandbox);
    return {status: 200, body: await questionsOf(engine).verify(journal, body)};
  });
