package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.kubeconfig.Flags.ExecConsent;

/** Somebody's machine in a temporary folder: a home, a working folder, programs, and what he types. */
final class Desk {

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private Flags flags = Flags.NONE;

    Desk(Path folder) {
        this.folder = folder.toAbsolutePath();
        variables.put("PATH", folder("bin").toString() + ":/usr/bin:/bin");
        folder("home/.kube");
        folder("work");
    }

    /** A kubeconfig with one of each, and what stands in the user entry. */
    static String config(String name, String server, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: %1$s
                contexts: [{name: %1$s, context: {cluster: %1$s, user: %1$s, namespace: of-%1$s}}]
                clusters: [{name: %1$s, cluster: {server: "%2$s"}}]
                users: [{name: %1$s, user: %3$s}]
                """.formatted(name, server, user);
    }

    Path path(String path) {
        return folder.resolve(path);
    }

    private Path folder(String path) {
        try {
            return Files.createDirectories(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner can write. */
    Path file(String path, String content) {
        Path file = folder.resolve(path);
        folder(folder.relativize(file.getParent()).toString());
        try {
            return Files.setPosixFilePermissions(Files.writeString(file, content), PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program on the PATH. */
    Path program(String name, String script) {
        Path file = file("bin/" + name, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** Writes {@code ~/.kube/config}. */
    Desk kubeconfig(String content) {
        file("home/.kube/config", content);
        return this;
    }

    Desk variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Desk named(String kubeconfig) {
        return flags(new Flags(Optional.of(Path.of(kubeconfig)), flags.context(), flags.cluster(), flags.user(), flags.impersonation(),
                flags.requestTimeout(), flags.exec(), flags.scanned()));
    }

    /** Empty text for a flag that is not given. */
    Desk choosing(String context, String cluster, String user) {
        return flags(
                new Flags(flags.kubeconfig(), given(context), given(cluster), given(user), flags.impersonation(), flags.requestTimeout(),
                        flags.exec(), flags.scanned()));
    }

    Desk as(Impersonation impersonation) {
        return flags(new Flags(flags.kubeconfig(), flags.context(), flags.cluster(), flags.user(), impersonation, flags.requestTimeout(),
                flags.exec(), flags.scanned()));
    }

    Desk timeout(String text) {
        return flags(new Flags(flags.kubeconfig(), flags.context(), flags.cluster(), flags.user(), flags.impersonation(), Optional.of(text),
                flags.exec(), flags.scanned()));
    }

    Desk allowingExec() {
        return flags(
                new Flags(flags.kubeconfig(), flags.context(), flags.cluster(), flags.user(), flags.impersonation(), flags.requestTimeout(),
                        ExecConsent.ALL_FILES, flags.scanned()));
    }

    Desk scanning(Path... paths) {
        return flags(
                new Flags(flags.kubeconfig(), flags.context(), flags.cluster(), flags.user(), flags.impersonation(), flags.requestTimeout(),
                        flags.exec(), List.of(paths)));
    }

    private Desk flags(Flags changed) {
        flags = changed;
        return this;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }

    Environment environment() {
        return new Environment(variables, folder.resolve("home"), folder.resolve("work"), folder);
    }

    Connection connect() {
        return Kubeconfigs.connect(flags, environment());
    }

    Access access() {
        Connection connection = connect();
        assertThat(connection).isInstanceOf(Connection.Found.class);
        return ((Connection.Found) connection).access();
    }

    /** All mistakes, paths relative to the temporary folder. */
    List<String> mistakes() {
        Connection connection = connect();
        assertThat(connection).isInstanceOf(Connection.Refused.class);
        return shown(((Connection.Refused) connection).mistakes());
    }

    List<String> warnings() {
        return shown(access().warnings());
    }

    private List<String> shown(List<Remark> remarks) {
        return remarks.stream().map(remark -> remark.toString().replace(folder + "/", "")).toList();
    }
}
