bind = "0.0.0.0:8443"
keyfile = "/certificates/tls.key"
certfile = "/certificates/tls.crt"
ca_certs = "/certificates/ca.crt"
cert_reqs = 2
