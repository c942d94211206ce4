const axios = require('axios');
module.exports = () => axios.get('http://prices:8080/', {timeout: 2000});
