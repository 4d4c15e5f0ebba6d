import {papers} from '../../../specs/standin/generated/index.js';
import type {Answers, Handler} from '../call.js';

export const getHealth: Handler<'getHealth'> = async () => ({status: 200, body: {status: 'ok'}});

export const getInfo: Handler<'getInfo'> = async ({infoOf, sandbox, origin}) => ({
  status: 200,
  body: infoOf(sandbox, origin),
});

export const getOpenapi: Handler<'getOpenapi'> = async () => ({
  status: 200,
  body: (await papers()).document as unknown as Answers<'getOpenapi'>,
});

export const reset: Handler<'reset'> = async ({engine, sandbox}) => {
  await engine.sandboxes.reset(sandbox);
  return {status: 204};
};

export const getAudit: Handler<'getAudit'> = async ({engine, sandbox}) => ({
  status: 200,
  body: {entries: await engine.sandboxes.audit(sandbox)},
});
