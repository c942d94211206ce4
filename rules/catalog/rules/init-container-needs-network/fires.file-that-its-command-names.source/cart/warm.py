import requests

requests.get("http://prices:8080/all", timeout=5)
