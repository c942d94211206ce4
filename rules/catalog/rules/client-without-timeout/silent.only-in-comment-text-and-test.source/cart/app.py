"""Once this called requests.get(url) without a timeout."""
# requests.get("http://catalogue/")
EXAMPLE = "requests.get(url)"
