import type {Handler} from '../call.js';

export const getJournal: Handler<'getJournal'> = async ({engine, sandbox}) => {
  const {journal} = await engine.sandbox(sandbox);
  return {status: 200, body: {entries: journal.entries()}};
};

export const clearJournal: Handler<'clearJournal'> = async ({engine, sandbox}) => {
  (await engine.sandbox(sandbox)).journal.clear();
  return {status: 204};
};
