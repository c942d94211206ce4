package meshadvisor.kubeconfig;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.kubeconfig.Presentation.Ready;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.ParsedDocument;
import meshadvisor.tree.YamlReader;

/** Reads what a plugin printed. No word of it is shown, as it may be a secret. */
final class ExecAnswer {

    private static final Limits LIMITS = new Limits(20, 0, PluginRun.OUTPUT, PluginRun.OUTPUT, PluginRun.OUTPUT, 1_000);
    private static final String REMEDY = "Run it yourself and compare: it must print an ExecCredential with a status: ";

    private ExecAnswer() {}

    /** A credential, or what is wrong with the output. */
    static Presentation read(Credential.Exec exec, byte[] output) {
        if (new String(output, StandardCharsets.UTF_8).isBlank()) {
            return wrong(exec, "printed nothing.");
        }
        List<ParsedDocument> documents = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        YamlReader.read(output, LIMITS, documents::add, problem -> broken.add(problem.sentence()));
        Node root = documents.isEmpty() ? Absent.HERE : documents.getFirst().root();
        if (documents.size() != 1 || !broken.isEmpty() || !(root instanceof Mapping) || !root.get("kind").text().equals("ExecCredential")) {
            return wrong(exec, "printed something that is no ExecCredential.");
        }
        String version = root.get("apiVersion").text();
        if (!version.equals(exec.apiVersion())) {
            return wrong(exec, "answered in \"" + Shown.of(version) + "\", but the kubeconfig asks for " + exec.apiVersion() + ".");
        }
        return root.get("status") instanceof Mapping status ? status(exec, status)
                : wrong(exec, "printed an ExecCredential without a status.");
    }

    private static Presentation status(Credential.Exec exec, Node status) {
        String token = status.get("token").text();
        String certificate = status.get("clientCertificateData").text();
        String key = status.get("clientKeyData").text();
        if (token.isEmpty() && certificate.isEmpty() && key.isEmpty()) {
            return wrong(exec, "printed an ExecCredential with neither a token nor a certificate.");
        }
        if (certificate.isEmpty() != key.isEmpty()) {
            return wrong(exec, "printed only one of certificate and key.");
        }
        if (!token.isEmpty() && !Credentials.canBeSent(token)) {
            return wrong(exec, "printed a token with characters that no token can have.");
        }
        Optional<String> unusable = certificate.isEmpty() ? Optional.empty() : Pem.noCertificates(certificate).or(() -> Pem.noKey(key));
        if (unusable.isPresent()) {
            return wrong(exec, "printed a certificate or key that cannot be used: " + unusable.get() + ".");
        }
        try {
            Optional<Instant> expires = Optional.of(status.get("expirationTimestamp").text()).filter(text -> !text.isEmpty())
                    .map(text -> OffsetDateTime.parse(text).toInstant());
            return new Ready(Optional.of(token).filter(text -> !text.isEmpty()).map(text -> "Bearer " + text),
                    certificate.isEmpty() ? Optional.empty() : Optional.of(new KeyPair(certificate, key)), expires);
        } catch (DateTimeException e) {
            return wrong(exec, "printed an expirationTimestamp that is no time.");
        }
    }

    private static Presentation wrong(Credential.Exec exec, String what) {
        return ExecPlugin.withheld(exec, what, REMEDY + Shown.command(exec.argv()));
    }
}
