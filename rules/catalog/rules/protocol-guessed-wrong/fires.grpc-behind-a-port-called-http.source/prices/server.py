import grpc
from concurrent import futures

def main():
    server = grpc.server(futures.ThreadPoolExecutor(4))
    server.add_insecure_port("[::]:8080")
    server.start()
