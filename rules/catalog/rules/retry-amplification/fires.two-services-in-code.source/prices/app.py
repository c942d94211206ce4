import requests
from tenacity import retry, stop_after_attempt

@retry(stop=stop_after_attempt(3))
def rates():
    return requests.get("http://rates:8080/", timeout=1).json()
