import {
  defaultSandbox,
  SandboxTaken,
  TooManySandboxes,
  type SandboxSettings,
  type SandboxStatus,
} from '../../engine/index.js';
import {parseDuration} from '../../time/index.js';
import type {Answers, ControlCall, Handler} from '../call.js';
import {problem} from '../problem.js';

export const listSandboxes: Handler<'listSandboxes'> = async ({engine}) => ({
  status: 200,
  body: {sandboxes: (await engine.sandboxes.list()).map(shown)},
});

export const createSandbox: Handler<'createSandbox'> = async (call) => {
  const settings = settingsOf(call.body ?? {});
  if (typeof settings === 'string') return problem(400, settings);
  try {
    const made = await call.engine.sandboxes.create(settings);
    return {status: 201, body: detailsOf(call, made)};
  } catch (error) {
    if (error instanceof SandboxTaken) return problem(409, error.message);
    if (error instanceof TooManySandboxes) return problem(429, error.message);
    throw error;
  }
};

export const getSandbox: Handler<'getSandbox'> = async (call) => {
  const found = await call.engine.sandboxes.status(call.params.id);
  return found ? {status: 200, body: detailsOf(call, found)} : unknown(call.params.id);
};

export const deleteSandbox: Handler<'deleteSandbox'> = async ({engine, params: {id}}) => {
  if (id === defaultSandbox) {
    return problem(409, `The sandbox ${id} stays; reset it with POST /_standin/reset, or make others to delete.`);
  }
  return (await engine.sandboxes.delete(id)) ? {status: 204} : unknown(id);
};

const shortest = 1000;
const longest = 365 * 86_400_000;

/** The settings that are asked for, or a sentence that says what is wrong with them. */
function settingsOf({
  expiresAfter,
  ...settings
}: NonNullable<ControlCall<'createSandbox'>['body']>): SandboxSettings | string {
  if (expiresAfter === undefined) return settings;
  const duration = parseDuration(expiresAfter);
  if (duration === undefined || duration < shortest || duration > longest) {
    return 'Give "expiresAfter" an ISO 8601 duration from PT1S to P365D, such as PT1H.';
  }
  return {...settings, expiresAfter: duration};
}

function detailsOf(
  {infoOf, origin}: Pick<ControlCall<'getSandbox'>, 'infoOf' | 'origin'>,
  status: SandboxStatus,
): Answers<'getSandbox'> {
  return {...shown(status), vendors: infoOf(status.id, origin).vendors};
}

function shown({createdAt, lastUsedAt, expiresAt, ...rest}: SandboxStatus) {
  return {
    ...rest,
    createdAt: instant(createdAt),
    lastUsedAt: instant(lastUsedAt),
    ...(expiresAt !== undefined && {expiresAt: instant(expiresAt)}),
  };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

function unknown(id: string) {
  return problem(404, `There is no sandbox ${id}; GET /_standin/sandboxes lists those there are.`);
}
