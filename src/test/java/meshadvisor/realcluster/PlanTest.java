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

/**
 * Every manifest that plans of samples and of real systems write, before the real API server with Istio's kinds and those that
 * {@code src/test/cluster/kinds} teaches it; and every command of istioctl, before its own help.
 */
@Tag("kinds")
class PlanTest {

    private static final Path SAMPLES = Path.of("../sample-clusters");
    private static final Path CORPUS = Path.of("../../shared/corpus");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MESHES = List.of("istio-sidecar", "istio-ambient", "linkerd", "cilium");
    private static final String NEEDS =
            "mtls,resilience,authorization,rate-limit,split-weight,split-header,l7-observability,multi-cluster";

    /** Kinds of Kubernetes itself and of Istio, which such a cluster always has. */
    private static final List<String> CHECKED =
            List.of("apps/v1 Deployment", "networking.istio.io/v1 DestinationRule", "networking.istio.io/v1 VirtualService",
                    "networking.istio.io/v1alpha3 EnvoyFilter", "networking.k8s.io/v1 NetworkPolicy",
                    "security.istio.io/v1 AuthorizationPolicy", "security.istio.io/v1 PeerAuthentication", "v1 ConfigMap", "v1 Service");

    /** Groups of kinds that the script teaches. */
    private static final List<String> TAUGHT = List.of("gateway.networking.k8s.io", "cert-manager.io", "trust.cert-manager.io",
            "monitoring.coreos.com", "argoproj.io", "cilium.io", "opentelemetry.io", "policy.linkerd.io");

    private static Lab lab;
    private static Place place;

    @TempDir
    static Path folder;

    private static Path samples;
    private static Path systems;
    private static Asked ofSamples;
    private static Asked ofSystems;

    @BeforeAll
    static void the_plans_of_all_samples_and_real_systems_and_of_each_mesh() throws IOException {
        lab = Lab.open();
        place = Place.empty(lab, "realcluster-plans");
        samples = Files.createDirectory(folder.resolve("samples"));
        systems = Files.createDirectory(folder.resolve("systems"));
        try (Stream<Path> all = Files.list(SAMPLES)) {
            for (Path sample : all.filter(Files::isDirectory).sorted().toList()) {
                List<String> answers = Files.exists(sample.resolve("answers.yaml"))
                        ? List.of("--answers", sample.resolve("answers.yaml").toString())
                        : List.of();
                plan(samples.resolve(sample.getFileName()), List.of(sample.resolve("manifests").toString()), answers);
            }
        }
        String shop = SAMPLES.resolve("twelve-services-shop/manifests").toString();
        for (String mesh : MESHES) {
            plan(samples.resolve("into-" + mesh), List.of(shop), List.of("--consider", mesh, "--need", NEEDS, "--peak", "500"));
            plan(samples.resolve("out-of-" + mesh), List.of(shop), List.of("--leave", mesh));
        }
        for (Map.Entry<String, List<String>> system : realSystems().entrySet()) {
            plan(systems.resolve(system.getKey()), system.getValue(), List.of());
            if (system.getKey().endsWith("-A")) {
                for (String mesh : MESHES) {
                    plan(systems.resolve(system.getKey() + "-" + mesh), system.getValue(), List.of("--consider", mesh, "--need", NEEDS));
                }
                plan(systems.resolve(system.getKey() + "-needs"), system.getValue(), List.of("--need", NEEDS));
            }
        }
        ofSamples = Asked.of(samples);
        ofSystems = Asked.of(systems);
    }

    /** The inputs of each view of each system of the corpus; none where the corpus is not beside this clone. */
    private static SortedMap<String, List<String>> realSystems() throws IOException {
        SortedMap<String, List<String>> views = new TreeMap<>();
        if (Files.exists(CORPUS.resolve("expected.json"))) {
            JSON.readTree(Files.readString(CORPUS.resolve("expected.json"))).path("systems").forEachEntry((system, said) -> said
                    .path("views").propertyStream().filter(v -> !v.getKey().contains("+"))
                    .forEach(v -> views.put(system + "-" + v.getKey(), v.getValue().path("paths").valueStream()
                            .map(p -> CORPUS.resolve(p.asString())).filter(Files::exists).map(Path::toString).toList())));
        }
        views.values().removeIf(List::isEmpty);
        return views;
    }

    /** What cannot be read of a real system is left out of its plan, and is no failure here. */
    private static void plan(Path into, List<String> input, List<String> more) {
        List<String> words = new ArrayList<>(List.of("plan"));
        words.addAll(input);
        words.addAll(more);
        words.addAll(List.of("--into", into.toString(), "-o", "json=" + into + ".json"));
        Ended ended = lab.meshadvisor(lab.reader(), words.toArray(String[]::new));
        assertThat(ended.code()).as("%s", ended).isIn(0, 5);
    }

    @AfterAll
    static void it_is_removed() {
        if (place != null) {
            place.close();
        }
    }

    /**
     * What became of the manifests of some plans.
     *
     * @param taken kinds of which the API server took every object
     * @param refused kinds with what it said
     * @param unknown kinds that the cluster does not have
     */
    private record Asked(SortedSet<String> taken, SortedMap<String, String> refused, SortedSet<String> unknown) {

        static Asked of(Path plans) throws IOException {
            SortedMap<String, SortedSet<String>> manifests = new TreeMap<>();
            for (Path file : files(plans)) {
                for (JsonNode document : YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll()) {
                    manifests.computeIfAbsent(document.path("apiVersion").asString() + " " + document.path("kind").asString(),
                            k -> new TreeSet<>()).add(here(document));
                }
            }
            Asked asked = new Asked(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
            manifests.forEach((kind, documents) -> asked.ask(kind, String.join("\n---\n", documents)));
            System.out.println(plans.getFileName() + ": taken " + asked.taken + "; the cluster does not have " + asked.unknown);
            return asked;
        }

        private void ask(String kind, String documents) {
            Ended ended = dryRun(documents);
            if (ended.code() == 0) {
                taken.add(kind);
            } else if (ended.err().contains("no matches for kind") || ended.err().contains("could not find the requested resource")) {
                unknown.add(kind); // the second where kubectl still remembers a kind that was taken away
            } else {
                refused.put(kind, ended.err());
            }
        }
    }

    @Test
    void every_manifest_of_samples_is_taken_by_the_api_server() {
        assertThat(ofSamples.refused).isEmpty();
        assertThat(ofSamples.taken).containsAll(CHECKED);
    }

    @Test
    void every_manifest_of_real_systems_is_taken_by_the_api_server() {
        assumeTrue(Files.isDirectory(CORPUS), "the real systems are not beside this clone: there is no " + CORPUS);

        assertThat(ofSystems.refused).isEmpty();
        assertThat(ofSystems.taken).containsAll(CHECKED.stream().filter(kind -> kind.contains("istio.io/")).toList());
    }

    @Test
    void no_kind_goes_unchecked() {
        List<String> there = lab.kubectl("get", "customresourcedefinitions", "-o", "jsonpath={.items[*].spec.group}").good().lines()
                .flatMap(l -> Stream.of(l.split(" "))).toList();
        assumeTrue(there.containsAll(TAUGHT), "src/test/cluster/kinds has not taught the cluster all kinds: it has " + there);

        assertThat(ofSamples.unknown).isEmpty();
        assertThat(ofSystems.unknown).isEmpty();
    }

    /** Its definition is in our own words; one that takes anything would prove nothing. */
    @Test
    void a_field_that_linkerd_does_not_have_is_refused() {
        String server = "{apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: {name: some, namespace: " + place.name()
                + "}, spec: {port: 80, podSelector: {}%s}}";
        assumeTrue(lab.kubectl("get", "customresourcedefinitions", "servers.policy.linkerd.io").code() == 0,
                "src/test/cluster/kinds has not taught the cluster Linkerd's kinds");

        assertThat(dryRun(server.formatted("")).code()).isZero();
        assertThat(dryRun(server.formatted(", accessPolicies: deny")).code()).isNotZero();
        assertThat(dryRun(server.formatted(", accessPolicy: refuse")).code()).isNotZero();
    }

    private static Ended dryRun(String documents) {
        return lab.kubectlWith(documents, "apply", "--dry-run=server", "--validate=strict", "-f", "-");
    }

    @Test
    void every_file_with_values_of_a_chart_is_one_mapping() throws IOException {
        List<Path> values = yaml(folder).stream().filter(f -> f.getFileName().toString().startsWith("values")).toList();

        assertThat(values).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll()).as(file.toString()).singleElement()
                .matches(JsonNode::isObject).matches(n -> !n.isEmpty()));
    }

    /** All but budgets and values of charts. */
    private static List<Path> files(Path plans) throws IOException {
        return yaml(plans).stream().filter(f -> !f.getFileName().toString().matches("(budgets|values).*")
                && !f.getParent().getFileName().toString().equals("charter")).toList();
    }

    private static List<Path> yaml(Path plans) throws IOException {
        try (Stream<Path> files = Files.walk(plans)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
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
        SelfHelp help = SelfHelp.of(lab);

        assertThat(commands("istioctl")).hasSizeGreaterThan(8).allSatisfy(help::knownToIstioctl);
    }

    @Test
    void every_command_of_kubectl_is_one_that_it_knows_with_options_that_it_knows() throws IOException {
        SelfHelp help = SelfHelp.of(lab);

        assertThat(commands("kubectl")).hasSizeGreaterThan(100).allSatisfy(help::knownToKubectl);
    }

    private static SortedSet<List<String>> commands(String program) throws IOException {
        SortedSet<List<String>> commands = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        try (Stream<Path> plans = Files.walk(folder)) {
            for (Path plan : plans.filter(p -> p.toString().endsWith(".json")).toList()) {
                JSON.readTree(Files.readString(plan)).findValues("commands").forEach(all -> all.forEach(command -> {
                    List<String> words = command.valueStream().map(JsonNode::asString).toList();
                    if (words.getFirst().equals(program)) {
                        commands.add(words);
                    }
                }));
            }
        }
        return commands;
    }
}
