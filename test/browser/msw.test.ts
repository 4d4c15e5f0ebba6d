/** MSW's service worker in a real browser, on a page with a strict Content-Security-Policy. */
import type {Browser} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import {describeInChromium, launch, launchTimeout, servePage, type ServedPage} from '../support/browser.js';
import {openPage, strictPolicy, type PolicedPage} from '../support/policed-page.js';

const script = `
  import {setupWorker} from 'msw/browser';
  import {createStandin} from '../../src/browser.js';
  import {handlers} from '../../src/faces/msw.js';

  const standin = await createStandin({randomSeed: 1});
  const worker = setupWorker(...handlers(standin));
  await worker.start({quiet: true, onUnhandledRequest: 'error'});

  const {opencx, dixa, symbl} = standin.info.vendors;
  const json = {'content-type': 'application/json'};
  const ask = async (url, {json: body, ...init} = {}) => {
    const sent = {...init, ...(body && {body: JSON.stringify(body), headers: {...json, ...init.headers}})};
    const response = await fetch(url, sent);
    const text = await response.text();
    return {status: response.status, body: text === '' ? undefined : JSON.parse(text)};
  };
  Object.assign(globalThis, {standin, ask, keys: {...opencx.env, ...dixa.env, ...symbl.env}});
  document.body.className = 'ready';
`;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

describeInChromium('a page', () => {
  let browser: Browser;
  let served: ServedPage;
  let policed: PolicedPage;
  beforeAll(async () => {
    served = await servePage({script, csp: strictPolicy});
    browser = await launch();
    policed = await openPage(browser, served.url);
  }, launchTimeout);
  afterEach(async () => {
    await run('standin.reset()');
    await run('standin.faults.clear()');
    expect(policed.complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const run = <T>(code: string): Promise<T> => policed.page.evaluate<T>(code);
  const ask = (url: string, init = '{}') => run<Answer>(`ask('${url}', ${init})`);

  it('gets Dixa’s answers at Dixa’s own address', async () => {
    const authorized = '{method: "PATCH", headers: {authorization: keys.DIXA_API_KEY}}';
    expect(await ask('https://dev.dixa.io/v1/conversations/10749/anonymize')).toMatchObject({status: 401});
    const accepted = await ask('https://dev.dixa.io/v1/conversations/10749/anonymize', authorized);
    expect(accepted).toMatchObject({status: 202, body: {data: {targetEntityId: '10749', _type: 'Conversation'}}});
    expect(await ask('https://dev.dixa.io/v1/conversations/10750/anonymize', authorized)).toMatchObject({status: 409});
    expect(await run('standin.clock.advance("PT1S")')).toMatchObject([{vendor: 'dixa', transition: 'anonymize'}]);
  });

  it('gets OpenCX’s answers, and the text that is redacted', async () => {
    const headers = 'headers: {authorization: "Bearer " + keys.OPENCX_API_KEY}';
    const session = '123e4567-e89b-12d3-a456-426614174000';
    const url = `https://api.open.cx/chat/sessions/${session}/history`;
    expect(await ask(url)).toMatchObject({status: 401});
    expect(JSON.stringify(await ask(url, `{${headers}}`))).toContain('Ada Example');
    const redact = `{method: 'POST', ${headers}, json: {sessionId: '${session}'}}`;
    const redacted = await ask('https://api.open.cx/redaction/session', redact);
    expect(redacted).toMatchObject({status: 200, body: {success: true}});
    const after = await ask(url, `{${headers}}`);
    expect(JSON.stringify(after)).toContain('[REDACTED]');
  });

  it('gets Symbl’s answers, with the lists that redaction needs loaded for it', async () => {
    const form = 'json: {type: "application", appId: keys.SYMBL_APP_ID, appSecret: keys.SYMBL_APP_SECRET}';
    const issued = await ask('https://api.symbl.ai/oauth2/token:generate', `{method: "POST", ${form}}`);
    const {accessToken} = issued.body as {accessToken: string};
    const authorized = `{headers: {authorization: "Bearer ${accessToken}"}}`;
    const messages = 'https://api.symbl.ai/v1/conversations/6301174203351040/messages';
    const before = JSON.stringify((await ask(messages, authorized)).body);
    const after = JSON.stringify((await ask(`${messages}?redact=true`, authorized)).body);
    expect(before).toContain('this is Ada Example');
    expect(after).not.toMatch(/Ada Example|555 0143|ada@example\\.com/);
    expect(after).toContain('[PERSON_NAME]');
  });

  it('sees the network fail where a fault resets it, and nothing of it afterwards', async () => {
    await run('standin.faults.add({vendor: "dixa", fault: "reset", times: 1})');
    const call = 'fetch("https://dev.dixa.io/v1/conversations/10749").then(({status}) => status, ({name}) => name)';
    expect(await run(call)).toBe('TypeError');
    expect(await run(call)).toBe(401);
  });

  it('waits for an answer that a fault delays, while others get theirs, until it goes away', async () => {
    await run('standin.faults.add({vendor: "dixa", fault: "delay", delay: "PT10M", times: 1})');
    const calls = `(async () => {
      const caller = new AbortController();
      const url = 'https://dev.dixa.io/v1/conversations/10749';
      const delayed = fetch(url, {signal: caller.signal}).catch(({name}) => name);
      while (await standin.journal.count() === 0);
      const {status} = await fetch(url);
      const meanwhile = await Promise.race([delayed, 'waits']);
      caller.abort();
      return [status, meanwhile, await delayed];
    })()`;
    expect(await run(calls)).toEqual([401, 'waits', 'AbortError']);
  });

  it('reaches the control plane at its own address', async () => {
    const {body} = await ask('/_standin/info');
    expect(body).toMatchObject({name: 'standin', sandbox: 'default', vendors: {dixa: {}, opencx: {}, symbl: {}}});
    await ask('https://dev.dixa.io/v1/conversations/10749');
    expect(await run('standin.journal.count()')).toBe(1);
    expect(await ask('/_standin/nothing')).toMatchObject({status: 404});
  });

  it('cannot listen, and is told what to do instead', async () => {
    const refusal = await run('standin.listen().catch(({message}) => message)');
    expect(refusal).toBe('A page cannot listen: use the handlers of standin/msw, or standin.fetch.');
  });

  it('has its webhooks recorded as not sent', async () => {
    const call = (method: string, path: string, body?: object) =>
      ask(
        `https://dev.dixa.io/v1${path}`,
        `{method: '${method}', headers: {authorization: keys.DIXA_API_KEY}, json: ${JSON.stringify(body)}}`,
      );
    const url = 'https://hooks.example.org/dixa';
    const subscription = {name: 'Page', url, events: ['ConversationClosed'], authorization: {_type: 'NoAuth'}};
    const {body} = await call('POST', '/webhooks', subscription);
    const {id} = (body as {data: {id: string}}).data;
    await call('PUT', '/conversations/10750/close');
    await run('standin.settled()');
    const logs = await call('GET', `/webhooks/${id}/delivery-status/logs/ConversationClosed`);
    expect(logs.body).toMatchObject({data: [{deliveryDetail: {success: false}}]});
    expect(JSON.stringify(logs.body)).toMatch(/Not sent/);
  });
});
