package main

import "google.golang.org/grpc"

const config = `{"loadBalancingConfig": [{"round_robin": {}}]}`

func dial() { grpc.NewClient("dns:///cart:8080", grpc.WithDefaultServiceConfig(config)) }
