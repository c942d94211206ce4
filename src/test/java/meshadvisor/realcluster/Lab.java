package meshadvisor.realcluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cluster that is there for tests.
 *
 * @param admin the kubeconfig of someone who may do everything
 * @param reader the kubeconfig of meshadvisor-reader, who may only read
 * @param audit the audit log of the API server, a JSON object a line for each request
 */
record Lab(Path admin, Path reader, Path audit) {

    static final Path PROGRAM = Path.of("../cli/bin/meshadvisor").toAbsolutePath().normalize();

    /** The one moment that all reports are of. */
    private static final String EPOCH = "1789646400";

    /**
     * The cluster of the environment. Without the Maven profile the test is skipped, so that no cluster is touched that happens to be in KUBECONFIG; in
     * it a cluster that is missing is a failure.
     */
    static Lab open() {
        assumeTrue(Boolean.getBoolean("meshadvisor.cluster"), "tests on a real cluster run with: mvn -Pcluster verify");
        return new Lab(file("KUBECONFIG"), file("MESHADVISOR_READER_KUBECONFIG"), file("MESHADVISOR_AUDIT_LOG"));
    }

    private static Path file(String variable) {
        String value = System.getenv().getOrDefault(variable, "");
        if (value.isEmpty() || !Files.isReadable(Path.of(value))) {
            throw new IllegalStateException(
                    "the profile cluster needs " + variable + " to name a file that can be read, and it is \"" + value
                            + "\". Start a cluster for tests and set KUBECONFIG, MESHADVISOR_READER_KUBECONFIG and MESHADVISOR_AUDIT_LOG");
        }
        return Path.of(value).toAbsolutePath();
    }

    /** Runs kubectl with all rights. */
    Ended kubectl(String... args) {
        return kubectlWith("", args);
    }

    /** Runs kubectl with all rights and that text on standard input. */
    Ended kubectlWith(String input, String... args) {
        return Ended.run(Map.of("KUBECONFIG", admin.toString()), input, command("kubectl", args));
    }

    /** Runs the program with a kubeconfig. */
    Ended meshadvisor(Path kubeconfig, String... args) {
        return Ended.run(Map.of("KUBECONFIG", kubeconfig.toString(), "SOURCE_DATE_EPOCH", EPOCH), "", command(PROGRAM.toString(), args));
    }

    private static List<String> command(String program, String... args) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(args));
        return command;
    }

    /** A kubeconfig that leads to the cluster with a token. */
    Path withToken(Path folder, String token) throws IOException {
        String server = setting("{.clusters[0].cluster.server}");
        String authority = setting("{.clusters[0].cluster.certificate-authority-data}");
        return Files.writeString(Files.createTempFile(folder, "token", ".kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: lab
                clusters: [{name: lab, cluster: {server: "%s", certificate-authority-data: "%s"}}]
                contexts: [{name: lab, context: {cluster: lab, user: lab}}]
                users: [{name: lab, user: {token: "%s"}}]
                """.formatted(server, authority, token));
    }

    /** Where the API server listens, such as {@code https://10.0.0.1:6443}. */
    String server() {
        return setting("{.clusters[0].cluster.server}");
    }

    private String setting(String path) {
        return kubectl("config", "view", "--raw", "--minify", "-o", "jsonpath=" + path).good();
    }

    /** What was asked of the API server since it had written so many bytes. */
    List<Asked> askedSince(long position) throws IOException {
        try (Stream<String> lines = Tail.lines(audit, position)) {
            return lines.map(Asked::of).toList();
        }
    }
}
