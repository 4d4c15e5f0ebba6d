import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A receiver of webhooks on this machine, which takes all and says nothing. */
export async function receiver(): Promise<{readonly url: string; readonly bodies: unknown[]; close(): void}> {
  const bodies: unknown[] = [];
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    bodies,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
