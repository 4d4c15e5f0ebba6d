import type {Reply} from '../../src/engine/index.js';

/** What the gateway before OpenCX says of each status, as Cloudflare does (OPENCX-10). */
const titles: Readonly<Record<number, string>> = {
  403: 'Sorry, you have been blocked',
  429: 'You are being rate limited',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway time-out',
  520: 'Web server is returning an unknown error',
  521: 'Web server is down',
  522: 'Connection timed out',
  523: 'Origin is unreachable',
  524: 'A timeout occurred',
};

const ray = '9f2c61d07b3a84e5';

/** The gateway's page; undefined for a status that it has none for. That production shows such pages is inferred. */
export function gatewayPage(status: number): Reply | undefined {
  const title = titles[status];
  if (title === undefined) return undefined;
  const page = `<!DOCTYPE html>
<html lang="en-US">
<head>
<title>api.open.cx | ${status}: ${title}</title>
<meta charset="UTF-8">
<meta name="robots" content="noindex, nofollow">
</head>
<body>
<div id="cf-wrapper">
<h1>${title} <span>Error code ${status}</span></h1>
<p>Cloudflare Ray ID: <strong>${ray}</strong></p>
</div>
</body>
</html>
`;
  return {
    status,
    file: {bytes: new TextEncoder().encode(page), type: 'text/html; charset=UTF-8'},
    headers: {
      'Cache-Control': 'private, max-age=0, no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
      ...(status === 429 && {'Retry-After': '60'}),
      Server: 'cloudflare',
      'CF-RAY': `${ray}-AMS`,
    },
  };
}
