module example.org/ticker
