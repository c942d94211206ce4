package meshadvisor.cli;

import java.util.List;

/** Run once after a build: does what users do most, so that a start-up cache learns which classes that takes. */
final class Training {

    private Training() {}

    /** Takes the path of a sample system; what the commands print is of no interest, nor whether they go well. */
    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName("meshadvisor.cli.Launcher"); // compiled after this class, so not known to it by name
        Outside outside = Outside.ofProcess();
        for (List<String> line : lines(args[0])) {
            Meshadvisor.run(line.toArray(String[]::new), outside);
        }
        System.exit(0); // as every run ends: Java loads classes even for that
    }

    private static List<List<String>> lines(String sample) {
        return List.of(List.of("assess", sample), List.of("assess", sample, "-o", "json"), List.of("assess", sample, "-o", "yaml"),
                List.of("assess", sample, "-o", "markdown"), List.of("explain", "mtls"), List.of("rules", "list"), List.of("catalog"),
                List.of("--version"), List.of("assess", "--help"));
    }
}
