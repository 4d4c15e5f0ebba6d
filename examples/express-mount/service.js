import express from 'express';

/**
 * The team's own service: it erases people at Dixa. It knows a base URL and a token, and nothing of a stand-in.
 *
 * - `POST /people/{email}/erasure` asks for it: 202 with the erasure's id, 404 for an address that nobody has.
 * - `GET /erasures/{id}` tells whether it is done.
 *
 * @param {{baseUrl: string, token: string}} dixa
 */
export function erasureService({baseUrl, token}) {
  /** @param {string} path @param {RequestInit} [init] */
  const dixa = async (path, init) => {
    const response = await fetch(baseUrl + path, {...init, headers: {authorization: token}});
    if (!response.ok) throw new Error(`Dixa answered ${response.status} to ${path.split('?', 1)}.`);
    return (await response.json()).data;
  };
  const service = express.Router();

  service.post('/people/:email/erasure', async (request, response) => {
    const [person] = await dixa(`/v1/endusers?email=${encodeURIComponent(request.params.email)}`);
    if (person === undefined) return void response.sendStatus(404);
    // Without force, conversations that are still open would be refused.
    const erasure = await dixa(`/v1/endusers/${person.id}/anonymize?force=true`, {method: 'PATCH'});
    response.status(202).json({id: erasure.id});
  });

  service.get('/erasures/:id', async (request, response) => {
    const {processedAt} = await dixa(`/v1/anonymization/request/${encodeURIComponent(request.params.id)}`);
    response.json({done: processedAt !== undefined});
  });

  return service;
}
