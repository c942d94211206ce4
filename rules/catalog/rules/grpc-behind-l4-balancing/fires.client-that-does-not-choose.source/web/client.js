const grpc = require('@grpc/grpc-js');
const prices = new PriceClient('prices:9000', grpc.credentials.createInsecure());
