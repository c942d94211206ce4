package meshadvisor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import meshadvisor.bench.Step;
import meshadvisor.files.Sha256;

/** The load generator that pods run: its jar and those beside it that its manifest names. */
final class BenchProgram {

    /** Names another folder. */
    static final String FOLDER = "MESHADVISOR_LOAD_GENERATOR";
    private static final String JAR = "load-generator.jar";

    private BenchProgram() {}

    /** The folder: the one that the environment names, else beside this program, else where a build leaves it. */
    static Path folder(Outside outside) {
        Path here = here();
        return Stream.of(Optional.ofNullable(outside.env().get(FOLDER)).map(Path::of), Optional.of(here.resolve("load-generator")),
                Optional.of(here.resolve("../../load-generator/target"))).flatMap(Optional::stream)
                .filter(folder -> Files.isRegularFile(folder.resolve(JAR))).findFirst().map(Path::normalize)
                .orElse(here.resolve("load-generator"));
    }

    private static Path here() {
        try {
            Path code = Path.of(BenchProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.toAbsolutePath().resolveSibling(".").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its files; none if it is not there. */
    static List<Step.File> files(Path folder) {
        if (!Files.isRegularFile(folder.resolve(JAR))) {
            return List.of();
        }
        List<Step.File> files = new ArrayList<>();
        try {
            for (String name : names(folder.resolve(JAR))) {
                byte[] bytes = Files.readAllBytes(folder.resolve(name));
                files.add(new Step.File(name, bytes.length, Sha256.of(bytes)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String beside = file.getManifest() == null ? "" : file.getManifest().getMainAttributes().getValue("Class-Path");
            return Stream.concat(Stream.of(JAR), beside == null ? Stream.of() : Stream.of(beside.strip().split(" ", -1)))
                    .filter(name -> !name.isBlank()).toList();
        }
    }
}
