// The least that Node can do: the same bytes for every request.
import {createServer} from 'node:http';

const {PORT, STATUS, TYPE, BODY} = process.env;
const length = Buffer.byteLength(BODY);
createServer((request, response) => {
  response.writeHead(Number(STATUS), {'Content-Type': TYPE, 'Content-Length': length}).end(BODY);
}).listen(Number(PORT), '127.0.0.1');
