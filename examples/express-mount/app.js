import {once} from 'node:events';
import express from 'express';
import {createStandin} from 'standin';
import {standinMiddleware} from 'standin/express';
import {erasureService} from './service.js';

/**
 * Starts the service with Dixa's stand-in mounted beside it, under /vendors.
 *
 * @param {{port: number}} options 0 takes a free port.
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function start({port}) {
  const standin = await createStandin({vendors: ['dixa']});
  const app = express();
  app.use('/vendors', standinMiddleware(standin));

  const server = app.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;

  // In production these two come from the environment, and nothing is mounted.
  const token = standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  app.use(erasureService({baseUrl: `${url}/vendors/dixa`, token}));

  const close = async () => {
    server.close();
    await standin.close();
  };
  return {url, close};
}
