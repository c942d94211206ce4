package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The launcher script in a folder of its own, with programs in the place of Java and Maven that only tell how they were called.
 *
 * @param root the folder, as it would be after a clone or an installation
 */
record Installed(Path root) {

    private static final Path SCRIPT = Path.of("../cli/bin/meshadvisor");

    /** Tells its arguments; makes the cache that it is told to make. */
    private static final String JAVA = """
            #!/bin/sh
            for each; do
              case $each in
                -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) echo trained >>"%1$s/trained"; echo classes >"${each#*=}" ;;
              esac
            done
            echo "$0"
            echo "LC_ALL=${LC_ALL:-}"
            printf '%%s\\n' "$@"
            """;

    /** Builds an empty program, slowly enough for others to come in between. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "$@" >>"%1$s/built-with"
            cat >>"%1$s/built-with"
            sleep 0.3
            touch cli/target/meshadvisor.jar cli/target/built
            """;

    /** With a program that is built, and no sources. */
    static Installed in(Path root) throws IOException {
        Files.createDirectories(root.resolve("cli/target/lib"));
        Files.createDirectories(root.resolve("cli/bin"));
        Files.copy(SCRIPT, root.resolve("cli/bin/meshadvisor"));
        Files.writeString(root.resolve("cli/target/meshadvisor.jar"), "");
        return new Installed(root);
    }

    /** Puts sources beside the program, and a Maven that can build them. */
    Installed withSources() throws IOException {
        for (String file : List.of("pom.xml", "cli/pom.xml", "cli/src/main/java/Source.java", "rules/pom.xml",
                "rules/src/main/java/Source.java",
                "rules/catalog/needs.yaml", "src/pom.xml", "src/test/java/Test.java")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "");
        }
        program("tools/mvn", MAVEN);
        return this;
    }

    /** A Java home whose java only tells how it was called. */
    Path java(String folder, String version) throws IOException {
        Path home = root.resolve(folder);
        program(folder + "/bin/java", JAVA);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"java.base\"\n");
        return home;
    }

    void program(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.formatted(root));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Makes a file or folder look as if it had changed so many seconds after now. */
    void changed(String path, int seconds) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    /** Whatever was told into a file by the programs, empty if nothing was. */
    String told(String file) throws IOException {
        return Files.exists(root.resolve(file)) ? Files.readString(root.resolve(file)) : "";
    }

    Ran run(Map<String, String> env, String... args) throws IOException, InterruptedException {
        return ended(start(root.resolve("cli/bin/meshadvisor"), env, args));
    }

    /** Starts the script; the environment is only what is given, and a PATH with the system's tools and ours. */
    Process start(Path script, Map<String, String> env, String... args) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", root.resolve("tools") + ":/usr/bin:/bin");
        builder.environment().putAll(env);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    static Ran ended(Process process) throws IOException, InterruptedException {
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        return new Ran(process.exitValue(), out, err);
    }
}
