package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A janitor as a Job, with its program from ConfigMaps and no right but to delete two namespaces, removes them and with them itself. */
@Tag("cluster")
@Timeout(300)
class JanitorTest {

    private static final String NAME = "meshadvisor-bench-test-janitor";
    private static final String VARIANT = NAME + "-baseline";
    private static final String CONTROL = NAME + "-ctl";
    private static final String OTHER = NAME + "-other";
    private static final Path JARS = Path.of("../load-generator/target");

    private Lab lab;

    @BeforeEach
    void namespaces_and_somebody_who_may_delete_two_of_them() {
        lab = Lab.open();
        for (var each : List.of(VARIANT, CONTROL, OTHER)) {
            lab.kubectl("create", "namespace", each).good();
            lab.kubectl("label", "namespace", each, "pod-security.kubernetes.io/enforce=restricted").good();
        }
        for (var jar : jars()) {
            lab.kubectl("-n", CONTROL, "create", "configmap", configMap(jar), "--from-file=" + jar).good();
        }
        lab.kubectl("-n", CONTROL, "create", "serviceaccount", "janitor").good();
        lab.kubectl("create", "clusterrole", NAME, "--verb=delete", "--resource=namespaces", "--resource-name=" + VARIANT,
                "--resource-name=" + CONTROL).good();
        lab.kubectl("create", "clusterrolebinding", NAME, "--clusterrole=" + NAME, "--serviceaccount=" + CONTROL + ":janitor").good();
    }

    @AfterEach
    void what_is_left_is_removed() {
        lab.kubectl("delete", "clusterrolebinding,clusterrole", NAME, "--ignore-not-found");
        lab.kubectl("delete", "namespace", VARIANT, CONTROL, OTHER, "--ignore-not-found");
    }

    private static List<Path> jars() {
        try (var all = Files.list(JARS)) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configMap(Path jar) {
        return String.valueOf(jar.getFileName()).toLowerCase(Locale.ROOT);
    }

    private void start(String... namespaces) {
        var arguments = Stream.concat(Stream.of("janitor", "--after", "3", "--namespace"), Stream.of(namespaces))
                .map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
        var sources = jars().stream().map(jar -> "{configMap: {name: " + configMap(jar) + "}}").collect(Collectors.joining(", "));
        lab.kubectlWith("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: janitor, namespace: %s}
                spec:
                  backoffLimit: 0
                  activeDeadlineSeconds: 240
                  template:
                    spec:
                      restartPolicy: Never
                      serviceAccountName: janitor
                      securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
                      containers:
                      - name: main
                        image: eclipse-temurin:25-jre
                        command: [java, -Xmx64m, -jar, /program/load-generator.jar]
                        args: [%s]
                        securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
                        volumeMounts: [{name: program, mountPath: /program}, {name: tmp, mountPath: /tmp}]
                      volumes:
                      - {name: tmp, emptyDir: {}}
                      - {name: program, projected: {sources: [%s]}}
                """.formatted(CONTROL, arguments, sources), "apply", "-f", "-").good();
    }

    @Test
    void it_deletes_what_it_may_its_own_namespace_last() {
        start(CONTROL, VARIANT);
        assertThat(lab.kubectl("wait", "--for=delete", "namespace/" + VARIANT, "--timeout=120s").code()).isZero();
        assertThat(lab.kubectl("wait", "--for=delete", "namespace/" + CONTROL, "--timeout=120s").code()).isZero();
        assertThat(lab.kubectl("get", "namespace", OTHER, "-o", "jsonpath={.status.phase}").good()).isEqualTo("Active");
    }

    @Test
    void what_it_may_not_delete_stays_and_it_says_why() throws InterruptedException {
        start(OTHER);
        var said = "";
        for (int i = 0; i < 60 && !said.contains("403"); i++) {
            Thread.sleep(1_000);
            said = lab.kubectl("-n", CONTROL, "logs", "job/janitor").out();
        }
        assertThat(said).contains(OTHER + ": not deleted yet, and tried again: 403 namespaces \"" + OTHER + "\" is forbidden");
        assertThat(lab.kubectl("get", "namespace", OTHER, "-o", "jsonpath={.status.phase}").good()).isEqualTo("Active");
    }
}
