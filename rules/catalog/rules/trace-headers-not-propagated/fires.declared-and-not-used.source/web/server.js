const express = require('express');
const axios = require('axios');
const app = express();
app.get('/', async (req, res) => {
  const cart = await axios.get('http://cart:8080/', {timeout: 2000});
  res.json(cart.data);
});
app.listen(8080);
