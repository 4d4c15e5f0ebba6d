import {textOf} from './bytes.js';
import type {Sent} from './client.js';

/** A form as it goes out, always with the same boundary. */
export async function encoded(form: FormData): Promise<Required<Pick<Sent, 'headers' | 'body'>>> {
  const whole = new Response(form);
  const type = whole.headers.get('content-type') ?? '';
  const drawn = type.split('boundary=')[1] ?? '';
  const body = textOf(new Uint8Array(await whole.arrayBuffer()));
  return {
    headers: {'content-type': type.replace(drawn, 'standin-parity')},
    body: body.replaceAll(drawn, 'standin-parity'),
  };
}
