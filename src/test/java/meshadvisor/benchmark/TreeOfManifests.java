package meshadvisor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a tree of manifests as a company with many teams has them: a folder for each namespace, in it one for each application with some files.
 * The same number of documents gives the same bytes each time.
 */
final class TreeOfManifests {

    private static final long SEED = 20_260_917;
    private static final int APPLICATIONS_OF_A_TEAM = 25;
    private static final List<String> WORDS =
            List.of("cart", "order", "user", "stock", "price", "mail", "search", "review", "image", "audit",
                    "login", "invoice", "report", "export", "tax", "coupon", "wishlist", "courier", "refund", "ledger");
    private static final List<String> ROLES = List.of("api", "web", "worker", "store", "sync", "gate");
    private static final List<String> WHY = List.of("owned by the team of the same name", "see the runbook before changing this",
            "limits were measured in March", "keep in step with the other region", "moved here from the old repository");

    private final Random random = new Random(SEED);
    private final Path root;
    private int left;

    private TreeOfManifests(Path root, int documents) {
        this.root = root;
        this.left = documents;
    }

    /** Takes the folder, which is made, and the number of documents. */
    public static void main(String[] args) throws IOException {
        TreeOfManifests tree = new TreeOfManifests(Path.of(args[0]), Integer.parseInt(args[1]));
        tree.write("istio-system/mesh.yaml", new StringBuilder(), List.of(filled(Manifest.STRICT, Map.of("namespace", "istio-system"))));
        for (int team = 0; tree.left > 0; team++) {
            tree.team(team);
        }
    }

    private void team(int number) throws IOException {
        String namespace = "team-%03d".formatted(number);
        boolean meshed = number % 4 == 0;
        Map<String, String> values = Map.of("namespace", namespace, "injection", meshed ? "enabled" : "disabled");
        List<String> documents = meshed ? List.of(Manifest.NAMESPACE, Manifest.STRICT) : List.of(Manifest.NAMESPACE);
        write(namespace + "/namespace.yaml", new StringBuilder(), documents.stream().map(d -> filled(d, values)).toList());
        for (int i = 0; i < APPLICATIONS_OF_A_TEAM && left > 0; i++) {
            application(namespace, i);
        }
    }

    private void application(String namespace, int number) throws IOException {
        Map<String, String> values = values(namespace, number);
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        Map<String, List<String>> documents = new LinkedHashMap<>();
        for (Manifest.Part part : Manifest.PARTS) {
            if (random.nextDouble() < part.chance()) {
                files.computeIfAbsent(part.file(), f -> comment());
                documents.merge(part.file(), List.of(filled(part.text(), values)), TreeOfManifests::join);
            }
        }
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            write(namespace + "/" + values.get("name") + "/" + file.getKey(), file.getValue(), documents.get(file.getKey()));
        }
    }

    private static List<String> join(List<String> one, List<String> other) {
        return IntStream.range(0, one.size() + other.size()).mapToObj(i -> i < one.size() ? one.get(i) : other.get(i - one.size()))
                .toList();
    }

    /** Each team has a cache and a database of the same name as all others; everything else has a name of its own. */
    private Map<String, String> values(String namespace, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        String name = switch (number) {
            case 0 -> "redis";
            case 1 -> "postgres";
            default -> name(namespace, number);
        };
        values.put("namespace", namespace);
        values.put("name", name);
        values.put("image", number == 0 ? "redis" : number == 1 ? "postgres" : "registry.example.com/" + namespace + "/" + name);
        values.put("version", "1." + random.nextInt(40) + "." + random.nextInt(10));
        values.put("replicas", Integer.toString(1 + random.nextInt(5)));
        values.put("port", Integer.toString(number == 0 ? 6379 : number == 1 ? 5432 : 8000 + random.nextInt(90)));
        values.put("weight", Integer.toString(10 * random.nextInt(11)));
        values.put("why", WHY.get(random.nextInt(WHY.size())));
        values.put("labels", "\n    app.kubernetes.io/name: " + name + "\n    app.kubernetes.io/part-of: " + namespace
                + "\n    app.kubernetes.io/managed-by: flux");
        values.put("variables", variables(namespace));
        values.put("settings", settings());
        return values;
    }

    private static String name(String namespace, int number) {
        int team = Integer.parseInt(namespace.substring(5));
        return WORDS.get((team * 7 + number) % WORDS.size()) + "-" + ROLES.get((team + number) % ROLES.size()) + "-" + team + "-" + number;
    }

    /** Addresses of other applications of the team, and values that are none. */
    private String variables(String namespace) {
        return IntStream.range(0, random.nextInt(5)).mapToObj(i -> {
            int other = random.nextInt(APPLICATIONS_OF_A_TEAM);
            String host = other == 0 ? "redis" : other == 1 ? "postgres" : name(namespace, other);
            return random.nextInt(3) == 0 ? "\n        - {name: FEATURE_" + other + "_" + i + ", value: \"" + random.nextInt(2000) + "\"}"
                    : "\n        - name: UPSTREAM_" + i + "_URL\n          value: http://" + host + ":8080/v1";
        }).collect(Collectors.joining());
    }

    private String settings() {
        return IntStream.range(0, 2 + random.nextInt(8))
                .mapToObj(i -> "\n    " + WORDS.get(random.nextInt(WORDS.size())) + "." + i + ".timeout: " + random.nextInt(10_000))
                .collect(Collectors.joining());
    }

    private StringBuilder comment() {
        return new StringBuilder(random.nextInt(3) == 0 ? "# " + WHY.get(random.nextInt(WHY.size())) + "\n" : "");
    }

    private static String filled(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private void write(String path, StringBuilder text, List<String> documents) throws IOException {
        List<String> wanted = documents.subList(0, Math.min(left, documents.size()));
        if (wanted.isEmpty()) {
            return;
        }
        left -= wanted.size();
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.append(String.join("---\n", wanted)));
    }
}
