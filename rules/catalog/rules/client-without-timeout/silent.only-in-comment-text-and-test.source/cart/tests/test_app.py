import requests

def test_items():
    assert requests.get("http://localhost:8080").ok
