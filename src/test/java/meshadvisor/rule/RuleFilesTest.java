package meshadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Fact;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Question;
import meshadvisor.signal.ClusterSignals;
import meshadvisor.signal.Subjects;
import meshadvisor.support.Example;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every rule file, and what happens to one that is wrong. */
class RuleFilesTest {

    static Stream<Rule> every_rule() {
        return Knowledge.RULES.stream();
    }

    @ParameterizedTest
    @MethodSource("every_rule")
    void a_rule_has_two_examples_on_which_it_fires_and_two_on_which_it_stays_silent(Rule rule) {
        List<Example> own = Example.all().filter(e -> e.rule().equals(rule.id())).toList();
        for (String kind : List.of("fires", "silent")) {
            assertThat(own).filteredOn(e -> e.is(kind)).as("rules/catalog/rules/%s needs two files %s.<why>.yaml", rule.id(), kind)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void every_example_stands_beside_a_rule() {
        assertThat(Example.all().map(Example::rule).distinct()).containsExactlyInAnyOrderElementsOf(every_rule().map(Rule::id).toList());
    }

    @ParameterizedTest
    @MethodSource("every_rule")
    void a_rule_says_what_to_do_and_why_it_fires(Rule rule) {
        assertThat(rule.remedy()).isNotBlank();
        assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.cases()).isNotEmpty()
                .allSatisfy(c -> assertThat(c.because().strip()).endsWith(c.because().contains("{") ? "" : "."));
    }

    @ParameterizedTest
    @MethodSource("every_rule")
    void the_id_of_a_rule_is_the_name_of_its_folder(Rule rule) {
        assertThat(Knowledge.LIBRARY.has("rules/" + rule.id() + "/rule.yaml")).isTrue();
        assertThat(rule.code()).matches("MA\\d{3}");
    }

    @Test
    void codes_and_ids_are_unique() {
        assertThat(Knowledge.RULES).extracting(Rule::code).doesNotHaveDuplicates();
        assertThat(Knowledge.RULES).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("every_rule")
    void facts_that_a_rule_stands_on_are_in_the_catalogue(Rule rule) {
        assertThat(rule.facts()).allSatisfy(fact -> assertThat(Knowledge.CATALOGUE.facts(fact.split(":")[0])).extracting(Fact::id)
                .contains(fact.split(":")[1]));
    }

    /** In its conditions or in its sentences. */
    @Test
    void every_signal_of_a_subject_is_read_by_a_rule() {
        Map<String, Set<String>> read = new TreeMap<>();
        every_rule().flatMap(r -> r.cases().stream()).forEach(c -> {
            Set<String> ofKind = read.computeIfAbsent(c.about(), k -> new TreeSet<>());
            c.when().signals().forEach(ofKind::add);
            Arrays.stream(c.because().split("\\{")).skip(1).map(part -> part.substring(0, part.indexOf('}'))).forEach(ofKind::add);
        });
        Map<String, Set<String>> known = new TreeMap<>();
        Subjects.kinds().forEach(kind -> known.put(kind, Subjects.signals(kind)));
        assertThat(read).isEqualTo(known);
    }

    @Test
    void unknown_signals_are_told_all_at_once_with_the_known_ones() {
        Library wrong = rule("""
                cases:
                  - about: workload
                    severity: info
                    confidence: low
                    when: {all: [{signal: ends, is: true}, {signal: host-netwrok, is: true}, {not: {signal: prox-kind, one-of: [x]}}]}
                    because: The {wrkload-kind} ends.
                  - about: workload
                    severity: info
                    confidence: low
                    when: {any: [{signal: ends, is: true}, {not: {signal: membership, one-of: [injekted, outside]}}]}
                    because: It ends.
                  - about: workloads
                    severity: info
                    confidence: low
                    when: {signal: ends, is: true}
                    because: It ends.
                  - about: mesh
                    severity: info
                    confidence: low
                    when: {signal: application-services, reaches: mesh-maximum}
                    because: Too many.
                """);
        assertThatThrownBy(() -> Rules.of(wrong)).isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("example asks workload for [host-netwrok, prox-kind, wrkload-kind]; known are [")
                .hasMessageContaining(
                        "example compares membership with [injekted]; known are [baked-in, enrolled, injected, opted-out, outside]")
                .hasMessageContaining("host-network, ")
                .hasMessageContaining("example is about workloads; known are [chain, chain-if-adopted, client, cluster, ")
                .hasMessageContaining("example compares with [mesh-maximum]; known thresholds are [mesh-comfortable, ");
    }

    @Test
    void a_wrong_key_is_refused_with_its_path() {
        Library wrong = rule("""
                cases:
                  - about: workload
                    severity: info
                    confidence: low
                    when: {any: [{signal: ends, is: true}, {signal: host-network, iz: true}]}
                    because: It ends.
                """);
        assertThatThrownBy(() -> Rules.of(wrong)).isInstanceOf(CatalogueMistake.class)
                .hasMessage(
                        "rules/example/rule.yaml: the fields [iz, signal] are those of no kind of Condition at [\"cases\"][0][\"when\"][\"any\"][1]");
    }

    @Test
    void two_comparisons_in_one_line_are_refused() {
        Library wrong = rule("""
                cases:
                  - about: definition
                    severity: info
                    confidence: low
                    when: {signal: different-definitions, at-least: 2, at-most: 5}
                    because: It has some.
                """);
        assertThatThrownBy(() -> Rules.of(wrong)).isInstanceOf(CatalogueMistake.class).hasMessageContaining("[\"when\"]");
    }

    @Test
    void a_case_without_severity_and_a_key_that_stands_twice_are_refused() {
        assertThatThrownBy(() -> Rules.of(rule("""
                cases:
                  - {about: workload, confidence: low, when: {signal: ends, is: true}, because: It ends.}
                """))).isInstanceOf(CatalogueMistake.class).hasMessageContaining("\"severity\" is missing");
        assertThatThrownBy(() -> rule("title: Another title")).isInstanceOf(CatalogueMistake.class).hasMessageContaining("title");
    }

    private static Library rule(String rest) {
        String text = "code: MA999\nid: example\ntitle: An example\napplies: now\nremedy: Do something else.\n" + rest;
        return Knowledge.LIBRARY.with(Library.ofYaml(Map.of("rules/example/rule.yaml", text)));
    }

    /** The tree and the choice of a mesh ask about the whole system. */
    @Test
    void every_signal_of_the_whole_system_is_read_and_every_one_that_is_read_is_computed() {
        Pattern asked = Pattern.compile("signal: ([a-z0-9-]+)");
        Set<String> read = Stream.concat(Stream.of("tree.yaml"), Knowledge.LIBRARY.paths("meshes/", "/variants.yaml").stream())
                .flatMap(path -> asked.matcher(Knowledge.document(path)).results().map(m -> m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read).containsAll(ClusterSignals.names());
        Stream<String> asking = Knowledge.CATALOGUE.questions().stream().map(Question::id);
        Stream<String> needs = Knowledge.CATALOGUE.needs().stream().map(n -> "need-" + n.id());
        read.removeAll(Stream.of(ClusterSignals.names().stream(), asking, needs).flatMap(s -> s).toList());
        assertThat(read).as("asked for and computed by nothing").isEmpty();
    }
}
