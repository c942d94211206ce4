package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Reads;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles that are printed. They go to an administrator, who reads every line, so they are files that were reviewed. */
class RbacTest {

    private static final Path FOLDER = Path.of("test/resources/cli");
    private static final Library KNOWLEDGE = Knowledge.read().library();

    @Test
    void the_cluster_role_is_as_reviewed() throws IOException {
        assertReviewed("cluster-role.yaml", cli("rbac"));
    }

    @Test
    void the_roles_of_two_namespaces_are_as_reviewed() throws IOException {
        assertReviewed("roles.yaml", cli("rbac", "--namespaced", "-n", "shop", "-n", "bank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rbac", "rbac --call-graph-from-configmaps", "rbac --namespaced -n shop"})
    void a_role_grants_reading_of_named_kinds_and_nothing_else(String command) {
        List<Node> rules = rules(cli(command.split(" ")).out());
        List<Node> reading = rules.stream().filter(r -> !texts(r.get("apiGroups")).equals(List.of("authorization.k8s.io")))
                .filter(r -> !r.get("nonResourceURLs").present()).toList();

        assertThat(reading).isNotEmpty().allSatisfy(rule -> {
            assertThat(texts(rule.get("verbs"))).containsExactly("get", "list");
            assertThat(texts(rule.get("apiGroups"))).hasSize(1);
            assertThat(texts(rule.get("resources"))).isNotEmpty().doesNotHaveDuplicates().doesNotContain("*", "secrets");
        });
    }

    @Test
    void a_cluster_role_grants_exactly_the_kinds_that_are_read_without_being_asked_for() {
        Set<String> read = names(r -> r.optIn().isEmpty()).collect(toSet());
        assertThat(granted(cli("rbac").out())).containsExactlyInAnyOrderElementsOf(read).doesNotContain("configmaps");
        assertThat(granted(cli("rbac", "--call-graph-from-configmaps").out())).containsAll(read).contains("configmaps")
                .hasSize(read.size() + 1);
    }

    @Test
    void a_role_of_a_namespace_names_in_a_comment_each_kind_that_it_cannot_grant() {
        String role = cli("rbac", "--namespaced", "-n", "shop").out();
        List<String> lost = Reads.withoutNamespace(KNOWLEDGE);
        String comments = String.join("\n", role.lines().filter(l -> l.startsWith("#")).toList());

        assertThat(lost).isSubsetOf(names(r -> true).toList()).doesNotHaveDuplicates()
                .allSatisfy(kind -> assertThat(comments).containsPattern("[ ,]" + kind.replace(".", "\\.") + "[,:]"));
        assertThat(granted(role)).doesNotContainAnyElementsOf(lost).contains("pods", "virtualservices.networking.istio.io");
    }

    @Test
    void all_namespaces_are_usual() {
        assertThat(cli("rbac", "-A")).isEqualTo(cli("rbac"));
        assertThat(cli("rbac", "-A", "--namespaced", "-n", "shop").err()).contains("-A and --namespaced");
    }

    @Test
    void a_prometheus_behind_the_api_server_is_one_more_role_for_that_service_alone() {
        String usual = cli("rbac").out();
        String more = cli("rbac", "--prometheus-service", "monitoring/https:prometheus:web").out();
        assertThat(more).startsWith(usual);
        List<Node> added = rules(more).subList(rules(usual).size(), rules(more).size());
        assertThat(added).singleElement().satisfies(rule -> {
            assertThat(texts(rule.get("resources"))).containsExactly("services/proxy");
            assertThat(texts(rule.get("resourceNames"))).containsExactly("https:prometheus:web");
            assertThat(texts(rule.get("verbs"))).containsExactly("get");
        });
        assertThat(more.substring(usual.length())).contains("kind: RoleBinding", "namespace: monitoring");
        assertThat(cli("rbac", "--prometheus-service", "prometheus").err()).contains("write it as NAMESPACE/NAME:PORT");
    }

    @Test
    void options_that_do_not_go_together_are_all_told_at_once() {
        assertThat(cli("rbac", "-n", "shop", "--context", "prod", "-o", "json")).isEqualTo(new Ran(2, "", """
                meshadvisor: --context belongs to --check: the role is the same for every cluster
                meshadvisor: -o belongs to --check: the role is the same for every cluster
                meshadvisor: -n belongs to --namespaced or --check: a ClusterRole holds in all namespaces
                """));
        assertThat(cli("rbac", "--namespaced").err()).contains("--namespaced needs the namespaces: name each with -n");
        assertThat(cli("rbac", "--namespaced", "-n", "a: b").err()).contains("-n a: b is no name of a namespace");
        assertThat(cli("rbac", "--namespaced", "--check", "-n", "shop", "--kubeconfig", "none").err()).contains("give one of both");
    }

    private static void assertReviewed(String name, Ran ran) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(file, ran.out());
        }
        assertThat(ran).as("%s; after a change that is meant, run with -Dgolden=write and review", name)
                .isEqualTo(new Ran(0, Files.readString(file), ""));
    }

    private static Stream<String> names(Predicate<Reads> which) {
        return Reads.of(KNOWLEDGE).stream().filter(which).flatMap(r -> r.resources().stream().map(p -> Reads.name(r.group(), p)));
    }

    private static List<String> granted(String manifest) {
        return rules(manifest).stream().filter(r -> texts(r.get("verbs")).contains("list"))
                .flatMap(r -> texts(r.get("resources")).stream().map(p -> Reads.name(texts(r.get("apiGroups")).getFirst(), p))).toList();
    }

    private static List<Node> rules(String manifest) {
        List<Node> rules = new ArrayList<>();
        YamlReader.read(manifest.getBytes(UTF_8), Limits.DEFAULT, d -> rules.addAll(d.root().get("rules").items()), problem -> {
            throw new IllegalArgumentException(problem.line() + ": " + problem.sentence());
        });
        return rules;
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).toList();
    }
}
