package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.files.SearchPath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same lists of files, merged by the user's own kubectl, if there is one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "lists of paths are written with colons")
class RealKubectlTest {

    @TempDir
    private Path folder;

    private Desk desk;
    private Path kubectl = Path.of("kubectl");

    @BeforeEach
    void files_that_contradict_each_other() throws Exception {
        Optional<Path> found = SearchPath.of(System.getenv().getOrDefault("PATH", "")).find("kubectl");
        Assumptions.assumeTrue(found.isPresent(), "kubectl is not installed");
        kubectl = found.orElseThrow();
        desk = new Desk(folder);
        desk.file("work/one", Desk.config("one", "https://one:1", "{token: one}"));
        desk.file("work/two", Desk.config("two", "https://two:1", "{username: me, password: two}"));
        desk.file("work/also-one", Desk.config("one", "https://also-one:1", "{username: also}").replace("namespace: of-one", ""));
        desk.file("work/quiet", Desk.config("quiet", "https://quiet:1", "{token: quiet}").replace("current-context: quiet", ""));
        desk.file("work/cross", "contexts: [{name: one, context: {cluster: two, user: quiet}}]\n");
        desk.file("work/deep/ca.crt", KeyStoreFile.in(folder).certificate());
        desk.file("work/deep/file", Desk.config("deep", "https://deep:1",
                "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: ../plugin, args: [a b]}}")
                .replace("{server", "{certificate-authority: ca.crt, server"));
        desk.file("work/empty", "");
    }

    /** In the folder deep, as kubectl writes paths of plugins relative to the file in which they stood. */
    private Path flattened(String list) throws IOException, InterruptedException {
        Path flat = desk.file("work/deep/flat", "");
        assertThat(kubectl(list, flat, "config", "view", "--flatten", "--minify", "--raw")).as(list).isZero();
        return flat;
    }

    private int kubectl(String list, Path output, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(kubectl.toString()), Stream.of(words)).toList())
                .directory(desk.path("work").toFile()).redirectOutput(output.toFile()).redirectError(desk.path("said").toFile());
        builder.environment().put("KUBECONFIG", list);
        builder.environment().put("HOME", desk.path("home").toString());
        return builder.start().waitFor();
    }

    /** All but where it stands. */
    private static String meaning(Access access) {
        String credential = access.credential() instanceof Credential.Exec exec ? exec.argv() + " " + exec.variables()
                : access.credential() instanceof Credential.Token token ? token.token() : access.credential().toString();
        return Stream.of(access.context(), access.cluster(), access.server(), access.namespace(), credential).map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one:two", "two:one", "one:also-one", "also-one:one", "quiet:two:one", "nowhere:two", ":two::one:two",
            "empty:one",
            "cross:one:two:quiet", "one:cross:two:quiet", "deep/file", "deep/file:one", "one:deep/file"})
    void it_merges_as_we_do(String list) throws IOException, InterruptedException {
        String ours = meaning(desk.variable("KUBECONFIG", list).access());
        assertThat(ours).isEqualTo(meaning(desk.named(flattened(list).toString()).access()));
    }

    @Test
    void it_runs_plugins_as_we_do() throws IOException, InterruptedException {
        Path plugin = desk.file("work/plugin", """
                #!/bin/sh
                echo "$0|$*|$#|$PWD|$KUBERNETES_EXEC_INFO" > "%s"
                echo '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1", "status": {"token": "t"}}'
                """.formatted(desk.path("seen")));
        assertThat(plugin.toFile().setExecutable(true)).isTrue();
        String config = Files.readString(desk.path("work/deep/file")).replace("https://deep:1", "https://127.0.0.1:1")
                .replace("interactiveMode: Never", "interactiveMode: Never, provideClusterInfo: true");
        desk.file("work/deep/file", config);
        assertThat(kubectl("deep/file", desk.path("answer"), "get", "--raw", "/version", "--request-timeout=5s")).isNotZero();
        String seenByKubectl = Files.readString(desk.path("seen")).strip();
        Access access = desk.variable("KUBECONFIG", "deep/file").access();
        assertThat(Credentials.of(access, desk.environment(), Instant::now).present()).isInstanceOf(Presentation.Ready.class);
        assertThat(Files.readString(desk.path("seen")).strip()).isEqualTo(seenByKubectl);
    }

    @Test
    void the_comparison_would_notice_another_order() throws IOException, InterruptedException {
        String ours = meaning(desk.variable("KUBECONFIG", "two:one").access());
        assertThat(ours).isNotEqualTo(meaning(desk.named(flattened("one:two").toString()).access()));
        assertThat(Arrays.asList(ours.split("\n"))).contains("two");
    }
}
