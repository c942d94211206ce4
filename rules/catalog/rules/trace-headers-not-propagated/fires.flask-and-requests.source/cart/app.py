from flask import Flask
import requests

app = Flask(__name__)

@app.route("/cart")
def cart():
    return requests.get("http://catalogue:8080/items", timeout=2).json()
