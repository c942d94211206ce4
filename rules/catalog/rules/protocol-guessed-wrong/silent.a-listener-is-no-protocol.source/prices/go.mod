module example.org/prices
