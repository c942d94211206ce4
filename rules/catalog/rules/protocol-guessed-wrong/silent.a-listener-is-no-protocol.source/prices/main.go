package main

func main() {
	listener, _ := net.Listen("tcp", ":8080")
	http.HandleFunc("/", prices)
	http.Serve(listener, nil)
}
