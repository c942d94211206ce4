package meshadvisor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands of a plan find the files of its stages from one folder. */
class FilePathsTest {

    private static final FilePaths PATHS = new FilePaths(Map.of()).with("02-install", List.of(file("values.yaml"), file("policy.yaml")))
            .with("04-first", List.of(file("policy.yaml")));

    private static PlanFile file(String name) {
        return new PlanFile(name, PlanFile.Kind.MANIFESTS, List.of());
    }

    private static List<String> typed(String... words) {
        return PATHS.in(List.of(new Action("", List.of(List.of(words)), "", "", "", List.of()))).getFirst().commands().getFirst();
    }

    @Test
    void a_file_is_found_in_its_stage_and_the_last_one_of_a_name_counts() {
        assertThat(typed("apply", "-f", "policy.yaml")).containsExactly("apply", "-f", "04-first/policy.yaml");
        assertThat(typed("-f", "values.yaml")).containsExactly("-f", "02-install/values.yaml");
        assertThat(typed("--values=values.yaml")).containsExactly("--values=02-install/values.yaml");
        assertThat(typed("kubectl get x | kubectl diff -f policy.yaml"))
                .containsExactly("kubectl get x | kubectl diff -f 04-first/policy.yaml");
    }

    @Test
    void what_is_no_file_of_the_plan_stays_as_it_is() {
        assertThat(typed("-f", "saved.yaml")).containsExactly("-f", "saved.yaml");
        assertThat(typed("charter/policy.yaml", "old-policy.yaml", "policy.yaml.bak")).containsExactly("charter/policy.yaml",
                "old-policy.yaml",
                "policy.yaml.bak");
    }
}
