package main

import (
	"crypto/tls"
	"net"

	"github.com/golang-jwt/jwt/v5"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func main() {
	config := &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: authorities(), GetCertificate: current}
	server := grpc.NewServer(grpc.Creds(credentials.NewTLS(config)), grpc.StatsHandler(otelgrpc.NewServerHandler()))
	listener, err := net.Listen("tcp", ":9443")
	if err != nil {
		panic(err)
	}
	panic(server.Serve(listener))
}

func caller(token string) (*jwt.Token, error) {
	return jwt.Parse(token, keys)
}
