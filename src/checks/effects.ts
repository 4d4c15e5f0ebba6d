import type {Operation} from '../openapi/index.js';

/** What a call may do to the target: nothing, something, or something that cannot be undone. */
export type Effect = 'reads' | 'writes' | 'erases';

/** What an operation does, as its document says with `x-standin-effect`; otherwise as its method says. */
export function effectOf({method, extensions}: Operation): Effect {
  const said = extensions['x-standin-effect'];
  if (said === 'reads' || said === 'writes' || said === 'erases') return said;
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}
