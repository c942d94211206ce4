module example.org/web

go 1.24

require (
    google.golang.org/grpc v1.75.0
    github.com/cenkalti/backoff/v5 v5.0.3 // indirect
)
