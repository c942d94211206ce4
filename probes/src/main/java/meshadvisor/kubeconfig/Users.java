package meshadvisor.kubeconfig;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads a user entry. */
record Users(Named user, Remarks remarks) {

    /** What goes with each legacy provider. */
    private static final Map<String, String> INSTEAD = Map.of(
            "gcp", "install gke-gcloud-auth-plugin and run `gcloud container clusters get-credentials`",
            "azure", "install kubelogin and run `kubelogin convert-kubeconfig`",
            "oidc", "install kubelogin (kubectl oidc-login) and name it under exec");

    /** The key pair for the handshake; empty if there is none or if it has a mistake. */
    Optional<KeyPair> certificate() {
        Material material = new Material(user, remarks);
        if (!material.has("client-certificate")) {
            return Optional.empty();
        }
        if (!material.has("client-key")) {
            remarks.mistake(user.where(), "The user \"" + Shown.of(user.name()) + "\" has a client certificate but no key.",
                    "Add client-key-data or client-key.");
        }
        Optional<String> certificate = material.pem("client-certificate", Pem::noCertificates);
        Optional<String> key = material.pem("client-key", Pem::noKey);
        return certificate.flatMap(shown -> key.map(secret -> new KeyPair(shown, secret)));
    }

    /** In kubectl's order: a token wins over its file, both over a plugin. */
    Credential credential(Named cluster) {
        refuseProvider();
        Node entry = user.value();
        String token = entry.get("token").text();
        boolean basic = !entry.get("username").text().isEmpty() || !entry.get("password").text().isEmpty();
        if (!token.isEmpty() && basic) {
            remarks.mistake(user.at("username"),
                    "The user \"" + Shown.of(user.name()) + "\" has a token and a password; only one can be shown.",
                    "Remove one of the two.");
        }
        if (!token.isEmpty()) {
            return token(token);
        }
        if (!entry.get("tokenFile").text().isEmpty()) {
            return new Material(user, remarks).path("tokenFile").<Credential>map(Credential.TokenFile::new).orElseGet(Credential.None::new);
        }
        if (basic) {
            return new Credential.Basic(entry.get("username").text(), entry.get("password").text());
        }
        return entry.get("exec").present() ? ExecEntry.read(user, cluster, remarks) : new Credential.None();
    }

    private Credential token(String token) {
        String stripped = token.strip();
        if (Credentials.canBeSent(stripped)) {
            return new Credential.Token(stripped);
        }
        remarks.mistake(user.at("token"), "\"token\" has characters in it that no token can have.", "Copy the token again, on one line.");
        return new Credential.None();
    }

    private void refuseProvider() {
        Node provider = user.value().get("auth-provider");
        if (provider.present()) {
            String name = provider.get("name").text();
            remarks.mistake(user.at(provider), "The user \"" + Shown.of(user.name()) + "\" authenticates by auth-provider"
                    + (name.isEmpty() ? "" : " " + Shown.of(name)) + ", which kubectl dropped in favour of exec plugins.",
                    "Use the plugin: " + INSTEAD.getOrDefault(name, "name one that prints an ExecCredential under exec") + ".");
        }
    }

    /** Whom the entry impersonates. */
    Impersonation impersonation() {
        Node entry = user.value();
        return new Impersonation(text(entry.get("as")), text(entry.get("as-uid")), texts(entry.get("as-groups")),
                extra(entry.get("as-user-extra")));
    }

    private static Map<String, List<String>> extra(Node node) {
        Map<String, List<String>> extra = new TreeMap<>();
        List<Entry> entries = node instanceof Mapping mapping ? mapping.entries() : List.of();
        entries.forEach(entry -> extra.put(entry.key().text(), texts(entry.value())));
        return extra;
    }

    private static Optional<String> text(Node node) {
        return Optional.of(node.text()).filter(text -> !text.isEmpty());
    }

    private static List<String> texts(Node node) {
        return node.items().stream().map(Node::text).toList();
    }
}
