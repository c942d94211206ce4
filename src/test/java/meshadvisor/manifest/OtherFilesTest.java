package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFilesTest {

    @TempDir
    private Path folder;

    @Test
    void other_files_of_a_folder_are_neither_wrong_nor_counted() {
        Scan scan = Scan.example("other-files").read();
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.notes()).isEmpty();
        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.objects()).isEmpty();
        assertThat(scan.counted()).isEqualTo("0 of 0");
        assertThat(scan.inputs().files()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.yaml", "docker-compose.yml", "package.json", "skaffold.yaml", "kubeconfig.yaml"})
    void a_named_file_without_an_object_is_worth_a_note(String name) {
        Scan scan = Scan.example("other-files").paths(name).read();
        assertThat(scan.problems()).filteredOn(p -> !p.startsWith("DUPLICATE_KEY")).isEmpty();
        assertThat(scan.notes().size() + scan.problems().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"tsconfig.json, UNREADABLE tsconfig.json:3:20", "list.json, UNREADABLE list.json:1:1",
            "playbook.yml, UNREADABLE playbook.yml:1:1",
            "title.yaml, UNREADABLE title.yaml:1:1", "deep.json, LIMIT deep.json:1:101"})
    void a_named_file_that_can_be_no_manifest_is_a_problem(String name, String problem) {
        Scan scan = Scan.example("other-files").paths(name).read();
        assertThat(scan.problems()).containsExactly(problem);
        assertThat(scan.counted()).isEqualTo("0 of 1");
    }

    @Test
    void a_file_that_may_be_a_manifest_is_a_problem_wherever_it_lies() {
        Scan scan = Scan.in(folder).with("broken.json", "{\"apiVersion\": \"v1\", \"kind\": [}").with("broken.yaml", "a: [\n")
                .with("list.yaml", "- apiVersion: v1\n  kind: Service\n").read();
        assertThat(scan.problems()).containsExactly("UNREADABLE broken.json:1:31", "UNREADABLE broken.yaml:2:1",
                "UNREADABLE list.yaml:1:1");
        assertThat(scan.counted()).isEqualTo("0 of 3");
    }

    @Test
    void a_duplicate_key_is_told_of_manifests_only() {
        Scan scan =
                Scan.in(folder).with("both.yaml", "a: 1\na: 2\n---\napiVersion: v1\nkind: Service\nkind: Service\nmetadata: {name: a}\n")
                        .read();
        assertThat(scan.problems()).containsExactly("DUPLICATE_KEY both.yaml:6:1");
    }

    @Test
    void nothing_is_noted_of_named_files_that_hold_something() {
        Scan scan =
                Scan.in(folder).with("a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n").with("kustomization.yaml", "{}\n")
                        .with("Chart.yaml", "name: x\n").with("patch.json", "[{\"op\": \"add\", \"path\": \"/x\"}]")
                        .paths("a.yaml", "kustomization.yaml", "Chart.yaml", "patch.json").read();
        assertThat(scan.notes()).isEmpty();
    }

    @Test
    void an_empty_pipe_is_noted_once() {
        assertThat(Scan.in(folder).piping("").read().notes()).hasSize(1);
        assertThat(Scan.in(folder).piping("a: 1\n").read().notes()).containsExactly("-: This holds no Kubernetes object.");
    }
}
