package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.lab.run.DryRun;
import org.junit.jupiter.api.Test;

/** What is told of a plan that was only checked. */
class BenchDryRunTest {

    @Test
    void it_is_told_what_was_not_checked() {
        List<String> words = BenchDryRun.words(new DryRun(List.of(), List.of("1 × ClusterRole", "3 × Namespace"), List.of("9 × Job")));
        assertThat(words).hasSize(3).last().isEqualTo("What was checked would be taken.");
        assertThat(words.getFirst()).contains("1 × ClusterRole, 3 × Namespace");
        assertThat(words.get(1)).startsWith("Of 9 × Job only the kinds could be checked");
    }

    @Test
    void what_is_refused_comes_first() {
        List<String> words = BenchDryRun.words(new DryRun(List.of("No."), List.of("3 × Namespace"), List.of("9 × Job")));
        assertThat(words).hasSize(4).first().isEqualTo("No.");
        assertThat(words.getLast()).isEqualTo("The API server would refuse the plan.");
    }
}
