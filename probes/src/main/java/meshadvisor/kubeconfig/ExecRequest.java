package meshadvisor.kubeconfig;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/** What a plugin is told in {@code KUBERNETES_EXEC_INFO}. */
final class ExecRequest {

    private static final String CONFIG = "client.authentication.k8s.io/exec";

    private ExecRequest() {}

    /** An ExecCredential in JSON, to the letter as kubectl writes it; the cluster is in it only if the kubeconfig says so. */
    static String json(String apiVersion, Node exec, Named cluster) {
        String told = exec.get("provideClusterInfo").text().equals("true") ? "\"cluster\":" + cluster(cluster) + "," : "";
        return "{\"kind\":\"ExecCredential\",\"apiVersion\":" + quoted(apiVersion) + ",\"spec\":{" + told + "\"interactive\":false}}";
    }

    private static String cluster(Named cluster) {
        Node entry = cluster.value();
        List<String> fields = new ArrayList<>();
        addText(fields, entry, "server");
        addText(fields, entry, "tls-server-name");
        addTrue(fields, entry, "insecure-skip-tls-verify");
        new Material(cluster, new Remarks()).pem("certificate-authority", Pem::noCertificates)
                .ifPresent(pem -> fields.add("\"certificate-authority-data\":" + quoted(base64(pem))));
        addText(fields, entry, "proxy-url");
        addTrue(fields, entry, "disable-compression");
        Node config = entry.get("extensions").items().stream().filter(extension -> extension.get("name").text().equals(CONFIG)).findFirst()
                .map(extension -> extension.get("extension")).orElse(Absent.HERE);
        fields.add("\"config\":" + json(config));
        return "{" + String.join(",", fields) + "}";
    }

    private static void addText(List<String> fields, Node entry, String key) {
        if (!entry.get(key).text().isEmpty()) {
            fields.add(quoted(key) + ":" + quoted(entry.get(key).text()));
        }
    }

    private static void addTrue(List<String> fields, Node entry, String key) {
        if (entry.get(key).text().equals("true")) {
            fields.add(quoted(key) + ":true");
        }
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Node node) {
        return switch (node) {
            case Mapping mapping -> mapping.entries().stream().map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Sequence sequence -> sequence.items().stream().map(ExecRequest::json).collect(Collectors.joining(",", "[", "]"));
            case Scalar scalar -> switch (scalar.kind()) {
                case NULL -> "null";
                case BOOLEAN -> scalar.text().toLowerCase(Locale.ROOT);
                case INTEGER, FLOAT ->
                        scalar.text().matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?") ? scalar.text() : quoted(scalar.text());
                case STRING -> quoted(scalar.text());
            };
            case Absent nothing -> "null";
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < 0x20 || c > 0x7e) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
