package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every manifest that plans write, before the real API server with Istio's kinds; and every command of istioctl, before its own help. */
@Tag("mesh")
class PlanTest {

    private static final Path SAMPLES = Path.of("../sample-clusters");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Kinds of Kubernetes itself and of Istio, which such a cluster always has. */
    private static final List<String> CHECKED =
            List.of("apps/v1 Deployment", "networking.istio.io/v1 DestinationRule", "networking.istio.io/v1 VirtualService",
                    "networking.k8s.io/v1 NetworkPolicy", "security.istio.io/v1 PeerAuthentication", "v1 ConfigMap", "v1 Service");

    private static Lab lab;
    private static Place place;

    @TempDir
    static Path folder;

    @BeforeAll
    static void the_plans_of_all_samples_and_of_each_mesh() throws IOException {
        lab = Lab.open();
        place = Place.empty(lab, "realcluster-plans");
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.filter(Files::isDirectory).sorted().toList()) {
                plan(sample, sample.getFileName().toString());
            }
        }
        for (String mesh : List.of("istio-sidecar", "istio-ambient", "linkerd", "cilium")) {
            plan(SAMPLES.resolve("twelve-services-shop"), "shop-" + mesh, "--consider", mesh, "--need", "mtls,resilience,authorization,"
                    + "rate-limit,split-header,l7-observability,multi-cluster", "--peak", "500");
        }
    }

    private static void plan(Path sample, String name, String... more) {
        List<String> words = new ArrayList<>(List.of("plan", sample.resolve("manifests").toString()));
        if (more.length == 0 && Files.exists(sample.resolve("answers.yaml"))) {
            words.addAll(List.of("--answers", sample.resolve("answers.yaml").toString()));
        }
        words.addAll(List.of(more));
        words.addAll(List.of("--into", folder.resolve(name).toString(), "-o", "json=" + folder.resolve(name + ".json")));
        lab.meshadvisor(lab.reader(), words.toArray(String[]::new)).good();
    }

    @AfterAll
    static void it_is_removed() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void every_manifest_is_taken_by_the_api_server() throws IOException {
        SortedMap<String, SortedSet<String>> manifests = new TreeMap<>();
        for (Path file : files()) {
            for (JsonNode document : YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll()) {
                manifests.computeIfAbsent(document.path("apiVersion").asString() + " " + document.path("kind").asString(),
                        k -> new TreeSet<>()).add(here(document));
            }
        }
        SortedSet<String> checked = new TreeSet<>();
        SortedMap<String, String> refused = new TreeMap<>();
        manifests.forEach((kind, documents) -> {
            Ended ended = lab.kubectlWith(String.join("\n---\n", documents), "apply", "--dry-run=server", "--validate=strict", "-f", "-");
            if (ended.code() == 0) {
                checked.add(kind);
            } else if (!ended.err().contains("no matches for kind")) {
                refused.put(kind, ended.err());
            }
        });
        SortedSet<String> unchecked = new TreeSet<>(manifests.keySet());
        unchecked.removeAll(checked);
        System.out.println("checked " + checked + "; not checked, because the cluster does not have the kind " + unchecked);
        assertThat(refused).isEmpty();
        assertThat(checked).containsAll(CHECKED);
    }

    /** All but budgets and values of charts. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml") && !f.getFileName().toString().matches("(budgets|values).*")
                    && !f.getParent().getFileName().toString().equals("charter")).sorted().toList();
        }
    }

    /** The document in a namespace that there is; a dry run knows no namespace that is not there. */
    private static String here(JsonNode document) {
        if (document.path("metadata").path("namespace").isString() || document.path("kind").asString().equals("HTTPRoute")) {
            ((ObjectNode) document.path("metadata")).put("namespace", place.name());
        }
        return document.toString();
    }

    @Test
    void every_command_of_istioctl_is_one_that_it_knows_with_options_that_it_knows() throws IOException {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, "istioctl"))),
                "istioctl is not here");
        SortedSet<List<String>> commands = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        try (Stream<Path> plans = Files.list(folder)) {
            for (Path plan : plans.filter(p -> p.toString().endsWith(".json")).toList()) {
                JSON.readTree(Files.readString(plan)).findValues("commands").forEach(all -> all.forEach(command -> {
                    List<String> words = command.valueStream().map(JsonNode::asString).toList();
                    if (words.getFirst().equals("istioctl")) {
                        commands.add(words);
                    }
                }));
            }
        }
        assertThat(commands).hasSizeGreaterThan(8);
        assertThat(commands).allSatisfy(PlanTest::known);
    }

    private static void known(List<String> command) {
        List<String> verb = command.stream().takeWhile(w -> w.matches("[a-z][a-z-]*")).collect(Collectors.toCollection(ArrayList::new));
        verb.add("--help");
        Ended help = Ended.run(Map.of("KUBECONFIG", lab.admin().toString()), "", verb);
        assertThat(help.code()).as("%s", command).isZero();
        String word = verb.get(1).equals("x") ? "experimental" : verb.get(1);
        assertThat(help.out()).as("%s", command).contains("istioctl " + word + " ");
        command.stream().filter(w -> w.startsWith("-")).map(w -> w.split("=", 2)[0])
                .forEach(option -> assertThat(help.out()).as("%s", command).containsPattern("(?m)(^|\\s)" + option + "[\\s,=]"));
    }
}
