import httpx

def items():
    return httpx.get("http://catalogue:8080/items").json()
