package meshadvisor.kubeconfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.ParsedDocument;
import meshadvisor.tree.Problem;
import meshadvisor.tree.Sequence;
import meshadvisor.tree.YamlReader;

/** One kubeconfig as written. */
record ConfigFile(Path path, Node root) {

    /** 16 MiB a file: some hundred clusters with their certificates are less than one. */
    static final Limits LIMITS = new Limits(50, 10_000, 16 << 20, 16 << 20, 1 << 20, 1_000);

    private static final List<String> KEYS = List.of("clusters", "users", "contexts", "current-context", "preferences", "extensions");

    /** Empty if the content is no kubeconfig, or has nothing in it. Executes nothing. */
    static Optional<ConfigFile> parse(Path path, byte[] content, Remarks remarks) {
        List<ParsedDocument> documents = new ArrayList<>();
        YamlReader.read(content, LIMITS, documents::add, problem -> note(path, problem, remarks));
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        if (documents.size() > 1) {
            remarks.warn(Shown.of(path.toString()) + ":" + documents.get(1).line(),
                    "This file has " + documents.size() + " documents; only the first is read, as kubectl does.",
                    "Put the others into files of their own and list them in KUBECONFIG.");
        }
        Node root = documents.getFirst().root();
        return isKubeconfig(root) ? Optional.of(new ConfigFile(path, root)) : refuse(path, root, remarks);
    }

    private static void note(Path path, Problem problem, Remarks remarks) {
        String where =
                problem.line() == 0 ? Shown.of(path.toString()) : Shown.of(path.toString()) + ":" + problem.line() + ":" + problem.column();
        switch (problem.kind()) {
            case UNREADABLE, TEMPLATE -> remarks.mistake(where, Shown.of(problem.sentence()), Shown.of(problem.remedy()));
            case LIMIT, NO_OBJECT -> remarks.mistake(where, Shown.of(problem.sentence()), "Name a kubeconfig; this file is none.");
            case DUPLICATE_KEY -> remarks.warn(where, Shown.of(problem.sentence()), Shown.of(problem.remedy()));
            case SUSPICIOUS_SCALAR, NOTE -> {}
        }
    }

    private static boolean isKubeconfig(Node root) {
        String kind = root.get("kind").text();
        String version = root.get("apiVersion").text();
        return root instanceof Mapping && (kind.isEmpty() || kind.equals("Config")) && (version.isEmpty() || version.equals("v1"))
                && (kind.equals("Config") || KEYS.stream().anyMatch(key -> root.get(key).line() > 0));
    }

    private static Optional<ConfigFile> refuse(Path path, Node root, Remarks remarks) {
        String kind = root.get("kind").text();
        remarks.mistake(Shown.of(path.toString()) + ":" + Math.max(1, root.get("kind").line()),
                "This is no kubeconfig" + (kind.isEmpty() ? "." : ", but a " + Shown.of(kind) + "."),
                "Name a file with kind: Config, apiVersion: v1, and clusters, users and contexts.");
        return Optional.empty();
    }

    /** The entries of one of the lists {@code clusters}, {@code users} and {@code contexts}; a name that stands twice is a mistake, as in kubectl. */
    List<Named> entries(String list, String inner, Remarks remarks) {
        Node node = root.get(list);
        if (node.present() && !(node instanceof Sequence)) {
            remarks.mistake(at(node), "\"" + list + "\" is no list.", "Write it as a list of entries with name and " + inner + ".");
        }
        List<Named> entries = new ArrayList<>();
        for (Node item : node.items()) {
            Named entry = new Named(item.get("name").text(), item.get(inner), path, at(item));
            if (entries.stream().anyMatch(earlier -> earlier.name().equals(entry.name()))) {
                remarks.mistake(entry.where(), "The name \"" + Shown.of(entry.name()) + "\" stands twice in \"" + list + "\".",
                        "Rename or remove one of the two.");
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The name of the current context, with its place; at most one. */
    Stream<Named> currentContext() {
        Node node = root.get("current-context");
        return Stream.of(new Named(node.text(), node, path, at(node))).filter(current -> !current.name().isEmpty());
    }

    private String at(Node node) {
        return Shown.of(path.toString()) + ":" + node.line() + ":" + node.column();
    }
}
