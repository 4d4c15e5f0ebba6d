// What a team writes by hand in five minutes: a route that returns the same bytes.
import express from 'express';

const {PORT, STATUS, TYPE, BODY, METHOD, ROUTE} = process.env;
const app = express();
app[METHOD.toLowerCase()](ROUTE, (request, response) => {
  response.status(Number(STATUS)).type(TYPE).send(BODY);
});
app.listen(Number(PORT), '127.0.0.1');
