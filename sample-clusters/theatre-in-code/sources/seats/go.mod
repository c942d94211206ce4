module example.org/curtain/seats

go 1.24

require (
	github.com/golang-jwt/jwt/v5 v5.3.0
	github.com/open-feature/go-sdk v1.15.0
	go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc v0.62.0
	google.golang.org/grpc v1.75.0
)
