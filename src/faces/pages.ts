import express, {type Express} from 'express';
import type {Dispatcher} from './dispatcher.js';

/** The pages that a person sees who opens the stand-in in a browser. */
export function createPages(dispatcher: Dispatcher): Express {
  const pages = express();
  pages.disable('x-powered-by');
  pages.get('/', (request, response) => {
    const origin = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
    response.type('html').send(indexPage(dispatcher, origin));
  });
  pages.use((_request, response) => {
    response.status(404).type('application/problem+json');
    response.send(JSON.stringify({type: 'about:blank', title: 'Not Found', status: 404, detail: notFound(dispatcher)}));
  });
  return pages;
}

function notFound(dispatcher: Dispatcher): string {
  const names = [...dispatcher.engine.vendors.keys()].map((name) => `/${name}`);
  return `Nothing is here. Vendors answer under ${names.join(', ')}; the control plane under /_standin.`;
}

function indexPage({engine}: Dispatcher, origin: string): string {
  const vendors = [...engine.vendors.values()].map(
    ({name, title, operationList}) => `
    <section>
      <h2>${escapeHtml(title)}</h2>
      <p>Base URL <code>${escapeHtml(`${origin}/${name}`)}</code></p>
      <table>
        <tr><th>Operation</th><th>Route</th><th>Mark</th></tr>
        ${operationList.map(({id, method, path, mark}) => row([id, `${method} ${path}`, mark])).join('\n        ')}
      </table>
    </section>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>standin</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; }
    </style>
  </head>
  <body>
    <h1>standin</h1>
    <p>A local stand-in for vendors' privacy APIs. Credentials and addresses: <a href="/_standin/info">/_standin/info</a>.</p>
    ${vendors.join('\n')}
  </body>
</html>
`;
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
