/** Runs in a process of its own: tells what callers in a boundary each are answered, and what their sandboxes received. */
import {setupServer} from 'msw/node';
import {createStandin} from '../../../src/index.js';
import {handlers} from '../../../src/faces/msw.js';

await using standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
const server = setupServer();
server.listen({onUnhandledRequest: 'error'});

const {DIXA_API_KEY = ''} = standin.info.vendors.dixa?.env ?? {};
const dixa = async (path: string, method: string) => {
  const answer = await fetch(`https://dev.dixa.io/v1/conversations/${path}`, {
    method,
    headers: {authorization: DIXA_API_KEY},
  });
  return [answer.status, await answer.text()] as const;
};

/** Anonymizes one conversation in a sandbox; which of both are anonymized then? */
const inSandbox = (sandbox: string, conversation: number) =>
  server.boundary(async () => {
    server.use(...handlers(standin, {sandbox}));
    const [status] = await dixa(`${conversation}/anonymize?force=true`, 'PATCH');
    await standin.sandbox(sandbox).clock.advance('PT10S');
    const read = await Promise.all([10_749, 10_750].map((id) => dixa(String(id), 'GET')));
    return {
      status,
      anonymized: read.map(([, text]) => text.includes('"AnonymizedConversation"')),
      received: await standin.sandbox(sandbox).journal.count(),
    };
  })();

const told = await Promise.all([inSandbox('red', 10_749), inSandbox('blue', 10_750)]);
process.stdout.write(JSON.stringify(told));
server.close();
