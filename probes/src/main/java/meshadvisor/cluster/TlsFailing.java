package meshadvisor.cluster;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Instant;
import meshadvisor.cluster.ApiFailure.Kind;

/** Says what is wrong with a certificate, and what to do. */
final class TlsFailing {

    private TlsFailing() {}

    /**
     * What a failed handshake means.
     *
     * @param where host and port
     */
    static ApiFailure of(Throwable cause, String where) {
        String said = Failing.deepest(cause);
        String begin = "the TLS handshake with " + where + " failed: ";
        if (Failing.find(cause, CertificateNotYetValidException.class).isPresent()) {
            return failure(begin + "the server's certificate is not yet valid (" + said + "), and the clock here says " + Instant.now(),
                    "set the clock of this machine, or of the machine that issued the certificate");
        }
        if (Failing.find(cause, CertificateExpiredException.class).isPresent()) {
            return failure(begin + "the server's certificate has expired (" + said + "), and the clock here says " + Instant.now(),
                    "renew the certificate of the API server (kubeadm certs renew), or set the clock of this machine");
        }
        if (said.contains("subject alternative") || said.contains("No name matching")) {
            return failure(begin + "the server's certificate is for other names: " + said,
                    "write a name of the certificate as server of the cluster in the kubeconfig");
        }
        if (said.contains("unable to find valid certification path") || said.contains("PKIX path") || said.contains("signature check")) {
            return failure(begin + "the server's certificate is signed by nobody who is trusted: " + said,
                    "write the authority of the cluster as certificate-authority into the kubeconfig; a proxy that opens TLS has one of its own");
        }
        if (said.contains("alert")) {
            return failure(begin + "the server refused the handshake: " + said,
                    "check client-certificate and client-key of the user in the kubeconfig; they may have expired");
        }
        if (said.contains("plaintext connection") || said.contains("Unrecognized SSL message")
                || said.contains("Unsupported or unrecognized")) {
            return failure(begin + "no TLS is spoken there: " + said, "check the port and the scheme of the server in the kubeconfig");
        }
        return failure(begin + said,
                "check certificate-authority and the client certificate of the context in the kubeconfig, and that the clocks agree");
    }

    private static ApiFailure failure(String what, String remedy) {
        return new ApiFailure(Kind.TLS, what, remedy);
    }
}
