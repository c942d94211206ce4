package main

import "net/http"

func price() (*http.Response, error) {
    return http.Get("http://prices/")
}
