module example.org/web

require google.golang.org/grpc v1.75.0
