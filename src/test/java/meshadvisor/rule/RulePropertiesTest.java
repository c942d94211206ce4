package meshadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.rule.Rule.Case;
import meshadvisor.signal.Subject;
import meshadvisor.signal.Subjects;
import meshadvisor.signal.World;
import meshadvisor.support.Example;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every rule, shown by all examples of all rules. */
class RulePropertiesTest {

    /** Objects of a namespace of their own that nothing else names. */
    private static final String UNRELATED = """

            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: unrelated, namespace: unrelated}
            data: {note: this object has nothing to do with any other}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: unrelated, namespace: unrelated}
            spec:
              template:
                metadata: {labels: {app: unrelated}}
                spec: {containers: [{name: unrelated, image: registry.example/unrelated:1}]}
            """;

    /**
     * Subjects that are there whether or not a Namespace is in the scan. Namespaces themselves go with it, and what is said of a mesh or of
     * the cluster begins with whether a data plane was seen, which is read off their labels.
     */
    private static final Set<String> REMAINING = Set.of("workload", "proxy", "route", "policy", "mtls-setting", "reference", "definition");

    static Stream<Example> every_example() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void an_unrelated_object_changes_no_finding(Example example) {
        assertThat(example.with(example.text() + UNRELATED).findings()).isEqualTo(example.findings());
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void the_order_of_the_objects_does_not_matter(Example example) {
        String comments = example.text().lines().takeWhile(l -> l.startsWith("#")).collect(Collectors.joining("\n"));
        List<String> documents = new ArrayList<>(Arrays.asList(example.text().split("(?m)^---\n")));
        Collections.reverse(documents);
        assertThat(subjects(example.with(comments + "\n---\n" + String.join("\n---\n", documents)))).isEqualTo(subjects(example));
    }

    /** What is found. A mesh is named by the first of its marks, whichever that is. */
    private static List<String> subjects(Example example) {
        boolean ofMeshes = Knowledge.RULES.stream().filter(r -> r.id().equals(example.rule())).flatMap(r -> r.cases().stream())
                .anyMatch(c -> Set.of("mesh", "cluster").contains(c.about()));
        return example.findings().stream().map(f -> f.severity() + (ofMeshes ? "" : " " + f.object())).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void what_is_unknown_does_not_become_a_no_when_the_namespaces_are_taken_out_of_the_scan(Example example) {
        Map<String, Truth> with = truths(example.scan().world());
        Map<String, Truth> without = truths(example.with(withoutNamespaces(example.text())).scan().world());
        with.forEach((subject, truth) -> {
            if (truth == Truth.UNKNOWN && without.containsKey(subject)) {
                assertThat(without.get(subject)).as(subject).isNotEqualTo(Truth.NO);
            }
        });
    }

    /** Lines stay where they are, so that a subject can be found again. */
    private static String withoutNamespaces(String text) {
        return Stream.of(text.split("(?m)(?<=^---\n)"))
                .map(d -> d.contains("kind: Namespace\n") ? d.replaceAll("(?m)^(?!---$).+$", "#") : d).collect(Collectors.joining());
    }

    /** For every rule and subject, whether one of its cases holds. */
    private static Map<String, Truth> truths(World world) {
        Map<String, Truth> truths = new TreeMap<>();
        for (Rule rule : Knowledge.RULES) {
            for (Case one : rule.cases()) {
                if (REMAINING.contains(one.about())) {
                    for (Subject subject : Subjects.of(world, one.about())) {
                        Truth truth = one.when().test(subject.readings(), Knowledge.CATALOGUE::threshold);
                        truths.merge(rule.id() + " " + one.about() + " " + subject.object() + " " + subject.place(), truth, Truth::or);
                    }
                }
            }
        }
        return truths;
    }
}
