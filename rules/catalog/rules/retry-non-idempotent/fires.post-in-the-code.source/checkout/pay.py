import requests
from tenacity import retry, stop_after_attempt

@retry(stop=stop_after_attempt(3))
def pay(order):
    return requests.post("http://payment:8080/", json=order, timeout=2)
