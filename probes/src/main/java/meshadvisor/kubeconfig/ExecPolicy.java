package meshadvisor.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.files.SearchPath;
import meshadvisor.kubeconfig.Flags.ExecConsent;

/**
 * Whether the plugin of a kubeconfig may run. The file may be named in any way: {@code --kubeconfig} and {@code KUBECONFIG} are as good as the
 * default. Unless {@code --allow-exec-auth} is given, it may not run if a file that the chosen context, cluster or user stands in
 *
 * <ul>
 *   <li>lies in a scanned path, by its name or after all links are followed: who wrote the manifests would choose what is run;
 *   <li>is {@link HeldByOthers held by others}: they could write it, or put another file in its place.
 * </ul>
 *
 * <p>Nor may a program run that lies in a scanned path. Where there are no POSIX rights, such as on Windows, nobody asks who holds a file.
 */
record ExecPolicy(Flags flags, Environment environment) {

    /** Why the plugin may not run; empty if it may, or if the credential is none. */
    List<Remark> objections(Credential credential, List<Named> entries) {
        if (!(credential instanceof Credential.Exec exec) || flags.exec() == ExecConsent.ALL_FILES) {
            return List.of();
        }
        Stream<String> files = entries.stream().map(Named::file).distinct()
                .flatMap(file -> objection(file).map(why -> "the kubeconfig " + Shown.of(file.toString()) + " " + why).stream());
        Stream<String> program = program(exec).filter(this::scanned)
                .map(file -> "the program " + Shown.of(file.toString()) + " lies in a path that is assessed").stream();
        return Stream.concat(files, program).map(why -> new Remark(exec.where(),
                "The credential would come from a program, which was not run, as " + why + ". The program: " + Shown.command(exec.argv())
                        + ".",
                "Check that this is what you want to run, and allow it with --allow-exec-auth; or take away what it was refused for."))
                .toList();
    }

    private Optional<Path> program(Credential.Exec exec) {
        Optional<Path> onPath = SearchPath.of(environment.variable("PATH").orElse("")).find(exec.argv().getFirst());
        return onPath.or(() -> Optional.of(Path.of(exec.argv().getFirst())).filter(Path::isAbsolute));
    }

    private Optional<String> objection(Path file) {
        if (scanned(file)) {
            return Optional.of("lies in a path that is assessed");
        }
        try {
            return HeldByOthers.why(file);
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        } catch (IOException e) {
            // a pipe, as of a shell's <(…): it has been read, and nobody else can write to it
            return Files.isRegularFile(file) ? Optional.of("has rights that cannot be read") : Optional.empty();
        }
    }

    private boolean scanned(Path file) {
        Path named = file.toAbsolutePath().normalize();
        return flags.scanned().stream().map(environment.workingFolder()::resolve)
                .anyMatch(path -> named.startsWith(path.toAbsolutePath().normalize()) || real(named).startsWith(real(path)));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
