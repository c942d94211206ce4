package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingTest {

    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: on
              labels: {app: web, canary: yes, quoted: "yes"}
              annotations: {mode: 0644, at: 12:30, on: off, version: 1.10, truth: true}
            spec:
              template:
                metadata:
                  labels:
                    inject: on
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: n}
            spec: {jobTemplate: {spec: {template: {metadata: {annotations: {no: n}}}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void marks_that_kubectl_takes_for_something_else_are_told() {
        assertThat(Scan.in(folder).with("a.yaml", MANIFEST).read().problems()).containsExactly("SUSPICIOUS_SCALAR a.yaml:5:30",
                "SUSPICIOUS_SCALAR a.yaml:6:23", "SUSPICIOUS_SCALAR a.yaml:6:33", "SUSPICIOUS_SCALAR a.yaml:6:44",
                "SUSPICIOUS_SCALAR a.yaml:11:17", "SUSPICIOUS_SCALAR a.yaml:16:69");
    }

    @Test
    void nothing_is_told_of_objects_that_nobody_wants_to_see() {
        ObjectFilter filter = ObjectFilter.of(Set.of(), Map.of("app", "other"));
        assertThat(Scan.in(folder).with("a.yaml", MANIFEST).filtered(filter).read().problems()).isEmpty();
    }
}
