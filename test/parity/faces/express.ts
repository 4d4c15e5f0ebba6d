import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {standinMiddleware} from '../../../src/faces/express.js';
import type {Connect} from '../face.js';

/** Mounted below a path of an Express application that listens. */
export const inExpress: Connect = async (standin) => {
  const app = express().use('/stand/in', standinMiddleware(standin));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const {port} = server.address() as AddressInfo;
  return {
    base: (vendor) => `http://127.0.0.1:${port}/stand/in/${vendor}`,
    fetch,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
