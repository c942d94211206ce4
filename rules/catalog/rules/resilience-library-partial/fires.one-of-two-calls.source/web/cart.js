const axios = require('axios');
const CircuitBreaker = require('opossum');
const breaker = new CircuitBreaker(() => axios.get('http://cart:8080/', {timeout: 2000}));
module.exports = () => breaker.fire();
