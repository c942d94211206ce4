package meshadvisor.kubeconfig;

import java.net.URI;
import java.util.Optional;
import meshadvisor.kubeconfig.Access.Server;
import meshadvisor.kubeconfig.Access.Trust;

/** Reads a cluster entry. */
final class Clusters {

    private Clusters() {}

    /** Empty if the server cannot be used; every mistake of the entry is noted. */
    static Optional<Server> server(Named cluster, Environment environment, Remarks remarks) {
        Addresses addresses = new Addresses(cluster, remarks);
        Material material = new Material(cluster, remarks);
        Optional<URI> uri = addresses.server();
        Trust trust = cluster.value().get("insecure-skip-tls-verify").text().equals("true") ? Trust.ANYBODY : Trust.CHECKED;
        if (trust == Trust.ANYBODY) {
            warnOfAnybody(cluster, material, remarks);
        }
        Optional<String> authority = material.pem("certificate-authority", Pem::noCertificates);
        Optional<String> tlsName = addresses.tlsName(uri);
        Optional<Proxy> proxy = addresses.proxy(uri, environment);
        return uri.map(there -> new Server(there, authority, trust, tlsName, proxy));
    }

    private static void warnOfAnybody(Named cluster, Material material, Remarks remarks) {
        String where = cluster.at("insecure-skip-tls-verify");
        if (material.has("certificate-authority")) {
            remarks.mistake(where, "\"insecure-skip-tls-verify\" and a certificate authority contradict each other.",
                    "Remove insecure-skip-tls-verify: true.");
        } else {
            remarks.warn(where,
                    "The server's certificate is not checked (insecure-skip-tls-verify): anybody on the way can pose as the cluster.",
                    "Give the cluster's certificate-authority instead.");
        }
    }
}
