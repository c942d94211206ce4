const axios = require('axios');
const axiosRetry = require('axios-retry').default;
axiosRetry(axios, {retries: 2});
