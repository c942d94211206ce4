package main

import "google.golang.org/grpc"

func dial() { grpc.NewClient("cart:8080") }
