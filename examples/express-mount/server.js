import {start} from './app.js';

const {url} = await start({port: Number(process.env.PORT ?? 3000)});

console.log(`The service is at ${url}, Dixa's stand-in at ${url}/vendors/dixa. Try:

  curl -X POST ${url}/people/noor@example.org/erasure
  curl -X POST ${url}/vendors/_standin/clock -H 'Content-Type: application/json' -d '{"advance":"PT10S"}'
  curl ${url}/erasures/<the id>`);
