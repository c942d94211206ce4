const https = require('https');
const axios = require('axios');
const axiosRetry = require('axios-retry').default;
const express = require('express');
const grpc = require('@grpc/grpc-js');
const jose = require('jose');
const { key, cert, ca } = require('./certificates');

const orders = axios.create({ baseURL: 'https://orders:8443', timeout: 2000, httpsAgent: new https.Agent({ key, cert, ca }) });
axiosRetry(orders, { retries: 2 });
const seats = new SeatsClient('dns:///seats:9443', grpc.credentials.createSsl(ca, key, cert), {
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
});

const app = express();
app.get('/plays/:play', async (request, response) => {
  await jose.jwtVerify(request.get('authorization'), keys);
  const free = await seats.free({ play: request.params.play }, { deadline: Date.now() + 1000 });
  response.json(free);
});
app.post('/plays/:play', async (request, response) => {
  const order = await orders.get('/orders/next');
  response.json(order.data);
});

https.createServer({ key, cert, ca, requestCert: true, rejectUnauthorized: true }, app).listen(8443);
