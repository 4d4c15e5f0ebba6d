import type {Handler} from '../call.js';
import {asked} from './asked.js';

export const verify: Handler<'verify'> = ({engine, sandbox, body}) =>
  asked(async () => {
    const {journal} = await engine.sandbox(sandbox);
    return {status: 200, body: await engine.questions.verify(journal, body)};
  });
