import type {PlainResponse} from '../engine/index.js';
import type * as plane from './control.js';

/** The operations with their handlers, loaded when they are first asked for. */
export function controlPlane(): Promise<typeof plane> {
  return import('./control.js');
}

/** Answers requests under `/_standin`. */
export async function answerControl(...request: Parameters<typeof plane.answerControl>): Promise<PlainResponse> {
  return (await controlPlane()).answerControl(...request);
}
