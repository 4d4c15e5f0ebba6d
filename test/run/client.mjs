// A program that knows nothing of stand-ins: it asks Dixa where Dixa is.
import {get, request} from 'node:https';
import axios from 'axios';

const url = 'https://dev.dixa.io/v1/conversations/10749';
const headers = {authorization: process.env.DIXA_API_KEY};

const asked = {
  fetch: async () => {
    const answer = await fetch(`${url}/anonymize`, {method: 'PATCH', headers});
    return {status: answer.status, body: await answer.json()};
  },
  https: () =>
    new Promise((resolve, reject) => {
      const outgoing = request(`${url}/anonymize`, {method: 'PATCH', headers}, async (message) => {
        let text = '';
        for await (const chunk of message) text += chunk;
        resolve({status: message.statusCode, body: JSON.parse(text)});
      });
      outgoing.once('error', reject);
      outgoing.end();
    }),
  get: () =>
    new Promise((resolve, reject) => {
      get(url, {headers}, (message) => resolve({status: message.resume().statusCode})).once('error', reject);
    }),
  axios: async () => {
    const {status, data} = await axios.patch(`${url}/anonymize`, undefined, {headers});
    return {status, body: data};
  },
};
for (const way of process.argv.slice(2)) console.log(JSON.stringify({way, ...(await asked[way]())}));
