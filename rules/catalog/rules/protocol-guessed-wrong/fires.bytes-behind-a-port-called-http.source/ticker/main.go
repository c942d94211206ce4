package main

func main() {
	listener, err := net.Listen("tcp", ":7000")
	for err == nil {
		conn, _ := listener.Accept()
		go serve(conn)
	}
}
