package meshadvisor.samples;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.advice.Tree;
import meshadvisor.catalog.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the samples are together: every leaf of the tree is reached, every rule that needs it is shown, and the texts do not lie. */
class SampleFoldersTest {

    static List<Sample> every_sample() {
        return Sample.all();
    }

    @Test
    void every_leaf_of_the_tree_has_a_sample_and_no_sample_names_another() {
        Library library = Library.ofYaml(Map.of("tree.yaml", Sample.text(Path.of("../rules/catalog/tree.yaml"))));
        Set<String> leaves = Tree.read(library).stream().flatMap(need -> Tree.leaves(need.tree()).stream()).map(Tree.Leaf::id)
                .collect(toCollection(TreeSet::new));

        Set<String> shown = Sample.all().stream().flatMap(sample -> sample.expectation().leaves().values().stream())
                .filter(leaf -> !leaf.equals(Assessed.OPEN)).collect(toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(leaves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA004", "MA006", "MA010", "MA011", "MA040"})
    void a_rule_that_real_systems_seldom_show_has_two_samples_that_fire_and_two_that_stay_silent(String code) {
        List<Expectation> expectations = Sample.all().stream().map(Sample::expectation).toList();

        assertThat(expectations).filteredOn(e -> e.codes().contains(code)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(expectations).filteredOn(e -> e.silent().contains(code)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("every_sample")
    void a_readme_shows_the_command_and_the_answers_that_it_gives(Sample sample) {
        Assessed assessed = sample.assessed();

        assertThat(sample.readme().lines()).contains("cli/bin/meshadvisor " + String.join(" ", sample.arguments("sample-clusters")));
        assertThat(assessed.answersToStatedNeeds()).allSatisfy(
                answer -> assertThat(sample.readme()).contains(answer).contains("**What the tool says: " + assessed.outcome()));
    }

    @ParameterizedTest
    @MethodSource("every_sample")
    void the_list_of_samples_names_each_with_its_leaves_and_rules(Sample sample) {
        String row = Sample.text(Sample.FOLDER.resolve("README.md")).lines()
                .filter(line -> line.startsWith("| [" + sample.name() + "](" + sample.name() + "/README.md)")).findFirst().orElse("");

        assertThat(row).isNotEmpty();
        assertThat(sample.expectation().leaves().values()).filteredOn(leaf -> !leaf.equals(Assessed.OPEN))
                .allSatisfy(leaf -> assertThat(row).contains(leaf));
        assertThat(sample.expectation().codes()).allSatisfy(code -> assertThat(row).contains(code));
    }
}
